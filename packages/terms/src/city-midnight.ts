import { addDays, cityDateOf, type Instant, instantOf, type PlainDate } from '@pars/domain'

const hour = 3_600_000

/** The instant at which a day begins in Philadelphia. Its clock changes at two in the morning, so there is exactly one. */
export const cityMidnight = (date: PlainDate): Instant => {
  const utcMidnight = Date.parse(`${date}T00:00:00.000Z`)
  // Eastern Daylight Time is four hours behind, Eastern Standard Time five.
  const daylight = instantOf(utcMidnight + 4 * hour)
  return cityDateOf(daylight) === date ? daylight : instantOf(utcMidnight + 5 * hour)
}

/** The instant that "through" a day ends at: the first one of the day after, which is no longer within. */
export const endOfCityDay = (date: PlainDate): Instant => cityMidnight(addDays(date, 1))
