import { overDispersedCount } from '../chance/distributions.ts'
import { createRandom, type Random } from '../chance/random.ts'
import { arrestHourWeights, arrestsPerYear, dayGammaShape, monthIndex, weekdayIndex } from '../figures/arrest-volume.ts'
import { arrestedAgainShare } from '../figures/people.ts'
import { addDays, days as dayLength, hours, momentAt, wallTimeOf, weekdayOf } from '../time/city-time.ts'
import type { CityPlan, Course } from './act.ts'
import { numbersOf } from './numbers.ts'
import { goesFree, leavesAt, type PersonSource, planCourse } from './plan-course.ts'
import { sessionsBetween } from './sessions.ts'

export interface PlanWish {
  seed: string
  /** Milliseconds since 1970. */
  startAt: number
}

/** The arrests of one day of the city's calendar. */
export interface PlannedDay {
  date: string
  endsAt: number
  courses: readonly Course[]
}

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

/** People who were arrested before: from when they can be met again, and how often they were. */
interface Street {
  readonly people: Map<string, { source: PersonSource; freeFrom: number; arrests: number }>
}

/** Whoever was arrested often is met again often, which is what gives some people many dockets. */
const personFor = (random: Random, street: Street, arrestedAt: number, own: PersonSource): PersonSource => {
  if (!random.chance(arrestedAgainShare.value)) return own
  const free = [...street.people.values()].filter(({ freeFrom }) => freeFrom < arrestedAt)
  if (free.length === 0) return own
  const source = random.weighted(free.map(({ source, arrests }) => [source, arrests] as const))
  return { ...source, arrestedBefore: true }
}

const remember = ({ people }: Street, source: PersonSource, course: Course): void => {
  const freeFrom = goesFree(course) ? leavesAt(course) + 6 * hours : Number.POSITIVE_INFINITY
  people.set(source.key, { source, freeFrom, arrests: (people.get(source.key)?.arrests ?? 0) + 1 })
}

const planDay = ({ seed, startAt }: PlanWish, date: string, street: Street): Course[] => {
  const random = createRandom(`${seed} people ${date}`)
  return timesOn(seed, date).flatMap((arrestedAt, index) => {
    if (arrestedAt < startAt) return []
    const numbers = numbersOf(date, index)
    const { intakeNumber, policeNumber } = numbers
    const own: PersonSource = { key: intakeNumber, on: date, policeNumber, arrestedBefore: false }
    const person = personFor(random, street, arrestedAt, own)
    const course = planCourse({ seed, ...numbers, arrestedAt, person })
    remember(street, person, course)
    return [course]
  })
}

/** The days of a city one after the other, from the one on which it begins, without end. Pure: the same wish, the same days. */
export function* planDays(wish: PlanWish): Generator<PlannedDay, never> {
  const street: Street = { people: new Map() }
  for (let date = wallTimeOf(wish.startAt).date; ; date = addDays(date, 1))
    yield { date, endsAt: momentAt(addDays(date, 1), 0), courses: planDay(wish, date, street) }
}

/** Every arrest of some days, by time of arrest, with every act about it and the sittings it needs. */
export const planCity = (wish: PlanWish & { days: number }): CityPlan => {
  const { seed, startAt, days } = wish
  const until = startAt + days * dayLength
  const courses: Course[] = []
  for (const day of planDays(wish)) {
    courses.push(...day.courses.filter(({ arrestedAt }) => arrestedAt < until))
    if (day.endsAt >= until) break
  }
  return { seed, startAt, courses, sessions: sessionsBetween(startAt, until + 2 * dayLength) }
}
