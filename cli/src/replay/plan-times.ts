import { createRandom, hours, instantText, minutes, momentAt, sessionHours } from '@pars/city/made-up'
import { addDays, nextBusinessDay, type PlainDate, parsePlainDate } from '@pars/domain'
import type { CaseRead } from './read-case.ts'

const date = (text: string): PlainDate => {
  const parsed = parsePlainDate(text)
  if (!parsed) throw new RangeError(`not a date: ${text}`)
  return parsed
}

/** The file's source says "about June to July 2020" and gives each row a weekday and an hour: eight whole weeks from a Monday. */
const firstMonday = date('2020-06-01')
const weeks = 8
/** In force on this day is in force in all of them. */
export const dayOfReplay = firstMonday
const courtHolidays = [date('2020-07-03')]
const noticeDays = 13

/** No source tells how long before the arraignment a person was arrested: chosen. */
const hoursHeldBefore = { from: 6, to: 20 }

export interface CaseTimes {
  /** The Philadelphia day of the arraignment. */
  readonly date: PlainDate
  readonly arrestedAt: string
  /** The day before it where the night lies between. */
  readonly arrestedOn: PlainDate
  readonly parentsNotifiedAt: string
  readonly verifiedAt: string
  readonly sessionStartsAt: string
  /** On the weekday and within the hour of the row. */
  readonly heldAt: string
  readonly nextAt: string
}

const dayOf = (moment: number, day: PlainDate): PlainDate => (moment < momentAt(day, 0) ? addDays(day, -1) : day)

/** When the acts of a case were done. A person's cases of one weekday and hour are one evening: arrested once, heard together. */
export const planTimes = (read: CaseRead, key: string): CaseTimes => {
  const { hour, weekday } = read
  const together = createRandom(`replay times ${read.person ?? key} ${weekday} ${hour}`)
  const day = addDays(firstMonday, together.int(weeks) * 7 + weekday)
  const hourAt = momentAt(day, hour)
  const arrested = hourAt - Math.round(together.between(hoursHeldBefore.from, hoursHeldBefore.to) * 60) * minutes
  const sessionHour = sessionHours.value.findLast(start => start <= hour) ?? 0
  return {
    date: day,
    arrestedAt: instantText(arrested),
    arrestedOn: dayOf(arrested, day),
    parentsNotifiedAt: instantText(arrested + hours),
    verifiedAt: instantText(arrested + 4 * hours),
    sessionStartsAt: instantText(momentAt(day, sessionHour)),
    heldAt: instantText(hourAt + createRandom(`replay minute ${key}`).int(60) * minutes),
    nextAt: instantText(momentAt(nextBusinessDay(addDays(day, noticeDays), courtHolidays), 9)),
  }
}
