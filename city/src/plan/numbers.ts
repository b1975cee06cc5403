import { dayNumberOf, dayOfYear } from '../time/city-time.ts'

const firstDay = dayNumberOf('2020-01-01')

/** What an arrest and its papers are called. */
export interface CourseNumbers {
  intakeNumber: string
  policeNumber: string | null
  otn: string
  /** For a first and a second case. */
  docketNumbers: readonly string[]
}

const docketNumber = (date: string, ofDay: number): string =>
  `MC-51-CR-${String(dayOfYear(date)).padStart(3, '0')}${String(ofDay).padStart(4, '0')}-${date.slice(0, 4)}`

/** Numbers that no two arrests share: four digits of the day, three of the arrest. Good until 2047. */
export const numbersOf = (date: string, index: number): CourseNumbers => {
  const ofDay = String(index).padStart(3, '0')
  const serial = `${String(dayNumberOf(date) - firstDay).padStart(4, '0')}${ofDay}`
  return {
    intakeNumber: `CITY-${date.replaceAll('-', '')}-${ofDay}`,
    policeNumber: serial,
    otn: `C${serial}`,
    docketNumbers: [docketNumber(date, index * 2), docketNumber(date, index * 2 + 1)],
  }
}

// The planned arrests of a day have docket numbers below this one.
const firstLiveDocket = 4000

/** Numbers of live arrests, of which no two begin within one minute; they share none with those that were planned. */
export const liveNumbersOf = (date: string, secondOfDay: number): CourseNumbers => {
  const second = String(secondOfDay).padStart(5, '0')
  const day = dayNumberOf(date) - firstDay
  const docket = firstLiveDocket + Math.floor(secondOfDay / 60) * 2
  return {
    intakeNumber: `CITY-LIVE-${date.replaceAll('-', '')}-${second}`,
    policeNumber: null,
    otn: `${'DEFGHJKLMN'[Math.floor(day / 100) % 10]}${String(day % 100).padStart(2, '0')}${second}`,
    docketNumbers: [docketNumber(date, docket), docketNumber(date, docket + 1)],
  }
}
