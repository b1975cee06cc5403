/** Moments are milliseconds since 1970 here; the city's wall clock is Philadelphia's, daylight saving included. */
export const minutes = 60_000
export const hours = 3_600_000
export const days = 86_400_000

const wallClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

export interface WallTime {
  /** YYYY-MM-DD */
  date: string
  hour: number
  minute: number
  second: number
}

/** What the clocks of the city show at a moment. */
export const wallTimeOf = (moment: number): WallTime => {
  const parts = Object.fromEntries(wallClock.formatToParts(moment).map(({ type, value }) => [type, value]))
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    hour: Number(parts['hour']),
    minute: Number(parts['minute']),
    second: Number(parts['second']),
  }
}

const utcOf = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)))

/** The moment when the city's clocks show that hour of that day; an hour that daylight saving skips becomes the next one. */
export const momentAt = (date: string, hour: number, minute = 0): number => {
  const wanted = utcOf(date) + hour * hours + minute * minutes
  const offsetAt = (moment: number): number => {
    const shown = wallTimeOf(moment)
    return (
      utcOf(shown.date) +
      shown.hour * hours +
      shown.minute * minutes +
      shown.second * 1000 -
      Math.floor(moment / 1000) * 1000
    )
  }
  const guess = wanted - offsetAt(wanted)
  return wanted - offsetAt(guess)
}

export const addDays = (date: string, count: number): string =>
  new Date(utcOf(date) + count * days).toISOString().slice(0, 10)
/** Days since 1970. */
export const dayNumberOf = (date: string): number => utcOf(date) / days
/** 0 is Sunday. */
export const weekdayOf = (date: string): number => new Date(utcOf(date)).getUTCDay()
/** 1 is January 1. */
export const dayOfYear = (date: string): number => dayNumberOf(date) - dayNumberOf(`${date.slice(0, 4)}-01-01`) + 1
export const instantText = (moment: number): string => new Date(moment).toISOString()
