import { overDispersedCount } from '../chance/distributions.ts'
import { createRandom, type Random } from '../chance/random.ts'
import { arrestHourWeights, arrestsPerYear, dayGammaShape, monthIndex, weekdayIndex } from '../figures/arrest-volume.ts'
import { arrestedAgainShare } from '../figures/people.ts'
import {
  addDays,
  days as dayLength,
  dayNumberOf,
  dayOfYear,
  hours,
  minutes,
  momentAt,
  wallTimeOf,
  weekdayOf,
} from '../time/city-time.ts'
import type { CityPlan, Course } from './act.ts'
import { goesFree, leavesAt, type PersonSource, planCourse } from './plan-course.ts'
import { sessionsBetween } from './sessions.ts'

export interface CityWish {
  seed: string
  /** Milliseconds since 1970. */
  startAt: number
  days: number
}

const firstDay = dayNumberOf('2020-01-01')

/** How many arrests a day of the city has. */
export const arrestsOn = (seed: string, date: string): number => {
  const random = createRandom(`${seed} day ${date}`)
  const weekday = weekdayIndex.value[weekdayOf(date)] ?? 1
  const month = monthIndex.value[Number(date.slice(5, 7)) - 1] ?? 1
  return overDispersedCount(random, (arrestsPerYear.value / 365) * weekday * month, dayGammaShape.value)
}

const hourWeights = arrestHourWeights.value.map((weight, hour) => [hour, weight] as const)
const timesOn = (seed: string, date: string): number[] => {
  const random = createRandom(`${seed} times ${date}`)
  return Array.from(
    { length: arrestsOn(seed, date) },
    () => momentAt(date, random.weighted(hourWeights), random.int(60)) + random.int(60) * 1000,
  ).sort((a, b) => a - b)
}

/** Numbers that no two arrests share: four digits of the day, three of the arrest. Good until 2047. */
const numbersOf = (date: string, index: number) => {
  const ofDay = String(index).padStart(3, '0')
  const serial = `${String(dayNumberOf(date) - firstDay).padStart(4, '0')}${ofDay}`
  const docket = (which: number) =>
    `MC-51-CR-${String(dayOfYear(date)).padStart(3, '0')}${ofDay}${which}-${date.slice(0, 4)}`
  return {
    intakeNumber: `CITY-${date.replaceAll('-', '')}-${ofDay}`,
    policeNumber: serial,
    otn: `C${serial}`,
    docketNumbers: [docket(0), docket(1)],
  }
}

/** People who went free and can be met again, newest last. */
interface Street {
  readonly people: { source: PersonSource; from: number }[]
}

const personFor = (random: Random, street: Street, arrestedAt: number, own: PersonSource): PersonSource => {
  const free = street.people.filter(({ from }) => from < arrestedAt)
  if (free.length === 0 || !random.chance(arrestedAgainShare.value)) return own
  const { source } = random.pick(free)
  return { ...source, arrestedBefore: true }
}

const planDay = (wish: CityWish, date: string, street: Street): Course[] => {
  const { seed, startAt, days } = wish
  const until = startAt + days * dayLength
  const random = createRandom(`${seed} people ${date}`)
  return timesOn(seed, date).flatMap((arrestedAt, index) => {
    const { intakeNumber, policeNumber, otn, docketNumbers } = numbersOf(date, index)
    if (arrestedAt < startAt || arrestedAt >= until) return []
    const own: PersonSource = { key: intakeNumber, on: date, policeNumber, arrestedBefore: false }
    const person = personFor(random, street, arrestedAt, own)
    const course = planCourse({ seed, intakeNumber, arrestedAt, person, otn, docketNumbers })
    const known = street.people.findIndex(({ source }) => source.key === person.key)
    if (known >= 0) street.people.splice(known, 1)
    if (goesFree(course)) street.people.push({ source: person, from: leavesAt(course) + 6 * hours })
    return [course]
  })
}

/** Every arrest of some days, by time of arrest, with every act about it and the sittings it needs. Pure: the same wish, the same plan. */
export const planCity = (wish: CityWish): CityPlan => {
  const { seed, startAt, days } = wish
  const until = startAt + days * dayLength
  const street: Street = { people: [] }
  const courses: Course[] = []
  for (let date = wallTimeOf(startAt).date; momentAt(date, 0) < until; date = addDays(date, 1))
    courses.push(...planDay(wish, date, street))
  return { seed, startAt, courses, sessions: sessionsBetween(startAt, until + 2 * dayLength) }
}

/** One arrest outside the plan, a little earlier than now, for live traffic. No two in the same second. */
export const planLiveCourse = (seed: string, now: number): Course => {
  const { date, hour, minute, second } = wallTimeOf(now)
  const secondOfDay = String(hour * 3600 + minute * 60 + second).padStart(5, '0')
  const intakeNumber = `CITY-LIVE-${date.replaceAll('-', '')}-${secondOfDay}`
  const day = dayNumberOf(date) - firstDay
  const random = createRandom(`${seed} before ${intakeNumber}`)
  return planCourse({
    seed,
    intakeNumber,
    arrestedAt: now - Math.round(random.between(50, 170) * minutes),
    person: { key: intakeNumber, on: date, policeNumber: null, arrestedBefore: false },
    otn: `${'DEFGHJKLMN'[Math.floor(day / 100) % 10]}${String(day % 100).padStart(2, '0')}${secondOfDay}`,
    docketNumbers: [],
  })
}
