import { logNormal } from '../chance/distributions.ts'
import { createRandom, type Random } from '../chance/random.ts'
import { secondsBetweenLiveActs, secondsBetweenLiveArrests } from '../figures/live-traffic.ts'
import { minutes, wallTimeOf } from '../time/city-time.ts'
import type { Act, Course } from './act.ts'
import { liveNumbersOf } from './numbers.ts'
import { planCourse } from './plan-course.ts'

const stretch = secondsBetweenLiveArrests.value.every * 1000
/** No live arrest takes longer, from its first act to its last. */
export const longestLiveCourse = 30 * minutes

const momentOfStretch = (seed: string, index: number): number =>
  index * stretch + createRandom(`${seed} stretch ${index}`).int(secondsBetweenLiveArrests.value.later * 1000)

/** When live arrests reach the booking desk, after one moment and up to another. */
export const liveMomentsBetween = (seed: string, from: number, to: number): number[] => {
  const first = Math.floor(from / stretch)
  return Array.from({ length: Math.max(0, Math.floor(to / stretch) - first + 1) }, (_, index) =>
    momentOfStretch(seed, first + index),
  ).filter(moment => moment > from && moment <= to)
}

export const nextLiveMoment = (seed: string, after: number): number => {
  const [next] = liveMomentsBetween(seed, after, after + 2 * stretch)
  if (next === undefined) throw new RangeError('every stretch has its arrest')
  return next
}

const gapOf = (random: Random): number => {
  const { median, spread, least, most } = secondsBetweenLiveActs.value
  return Math.round(Math.min(most, Math.max(least, logNormal(random, median, spread))) * 1000)
}

/** The same deeds, one soon after the other, in whatever sitting there is. Nobody misses court: a hospital takes hours. */
const hurry = (random: Random, acts: readonly Act[], from: number): Act[] => {
  const missed = acts.findIndex(({ deed }) => deed.kind === 'not-produced')
  const heard = acts.findLastIndex(({ deed }) => deed.kind === 'list')
  const kept = acts.filter((_, index) => missed < 0 || index < missed || index > heard)
  let at = from
  return kept.map(({ deed }, index) => {
    if (index > 0) at += gapOf(random)
    return { at, deed: deed.kind === 'list' ? { ...deed, session: null } : deed }
  })
}

/** An arrest for live traffic, made a little before the moment at which its paper is made. */
export const planLiveCourse = (seed: string, moment: number): Course => {
  const { date, hour, minute, second } = wallTimeOf(moment)
  const numbers = liveNumbersOf(date, hour * 3600 + minute * 60 + second)
  const { intakeNumber, policeNumber } = numbers
  const random = createRandom(`${seed} before ${intakeNumber}`)
  const course = planCourse({
    seed,
    ...numbers,
    arrestedAt: moment - Math.round(random.between(50, 170) * minutes),
    person: { key: intakeNumber, on: date, policeNumber, arrestedBefore: false },
  })
  return { ...course, acts: hurry(random, course.acts, moment) }
}
