import { createRandom } from '../chance/random.ts'
import { holdKinds, shares, waits } from '../figures/conduct.ts'
import { offenseMix } from '../figures/offense-mix.ts'
import { secondDocketShare, under18Share } from '../figures/people.ts'
import { inventPerson } from '../people/invent-person.ts'
import { directFileCategories } from '../reference/offenses.ts'
import { minutes, wallTimeOf } from '../time/city-time.ts'
import type { Course } from './act.ts'
import { planCharging } from './plan-charging.ts'
import { casesOf, planArraignment, planFiling } from './plan-court.ts'
import { basisOf, planDeparture, planHold } from './plan-departure.ts'
import { planReport } from './plan-report.ts'
import { act, actAfter, type Sketch, wait } from './sketch.ts'

/** Who it is: the first time under the arrest's own number, later under the number of the first arrest. */
export interface PersonSource {
  key: string
  /** The city's date of the first arrest: birth dates are counted from it. */
  on: string
  policeNumber: string | null
  arrestedBefore: boolean
}

export interface CourseWish {
  seed: string
  /** With the seed it decides everything else about the arrest. */
  intakeNumber: string
  arrestedAt: number
  person: PersonSource
  otn: string | null
  /** For a first and a second case. */
  docketNumbers: readonly string[]
}

const begin = ({ seed, intakeNumber, arrestedAt, person, otn, docketNumbers }: CourseWish): Sketch => {
  const random = createRandom(`${seed} ${intakeNumber}`)
  const drawn = random.weighted(offenseMix.value)
  const isUnder18 = random.chance(under18Share.value) && !person.arrestedBefore
  const category = isUnder18 ? random.pick(directFileCategories) : drawn
  const invented = inventPerson({
    key: `${seed} ${person.key}`,
    on: person.on,
    policeNumber: person.policeNumber,
    ...(isUnder18 ? { ages: [16, 17] as const } : {}),
  })
  const wish = { intakeNumber, arrestedAt, category, person: invented, otn, isUnder18 }
  const report = planReport(random, wish, random.chance(secondDocketShare.value))
  return { random, report, category, docketNumbers, acts: [], at: arrestedAt + 45 * minutes }
}

const planPaper = (sketch: Sketch): void => {
  const { random } = sketch
  wait(sketch, waits.value.arrestToPaper)
  if (random.chance(shares.value.onPaperBeforeSending)) {
    act(sketch, { kind: 'draft' })
    const isForgotten = random.chance(shares.value.draftForgotten)
    actAfter(sketch, isForgotten ? waits.value.forgottenDraft : waits.value.paperToSent, { kind: 'send' })
  } else act(sketch, { kind: 'report' })
}

const isMinor = ({ report }: Sketch): boolean =>
  report.basis === 'sight' &&
  !report.domesticViolence &&
  report.charges.every(({ grade }) => ['M2', 'M3', 'S', 'M'].includes(grade ?? ''))

/** Rule 519(B): police release at once and the complaint follows within five days, asking for a summons. */
const planSummons = (sketch: Sketch): void => {
  planDeparture(sketch, 'rule-519b', false)
  sketch.at += 20 * 60 * minutes
  const { charges } = planCharging(sketch)
  for (const one of casesOf(sketch, charges, true)) planFiling(sketch, one)
}

/** Plans one arrest from the paper to the door. Pure: the same wish gives the same course. */
export const planCourse = (wish: CourseWish): Course => {
  const sketch = begin(wish)
  const { random } = sketch
  planPaper(sketch)
  const hasHold = random.chance(shares.value.openHold)
  if (hasHold) {
    sketch.at += 10 * minutes
    planHold(sketch, random.weighted(holdKinds.value))
  }
  if (!hasHold && isMinor(sketch) && random.chance(shares.value.summonsWhenMinor)) planSummons(sketch)
  else {
    const { charges } = planCharging(sketch)
    if (charges.length === 0) planDeparture(sketch, 'charges-declined', hasHold)
    else {
      const cases = casesOf(sketch, charges, false)
      for (const one of cases) planFiling(sketch, one)
      planDeparture(sketch, basisOf(planArraignment(sketch, cases, charges)), hasHold)
    }
  }
  const { report, category, acts } = sketch
  const { intakeNumber, arrestedAt, person } = wish
  const { key: personKey, arrestedBefore } = person
  return { intakeNumber, arrestedAt, personKey, arrestedBefore, category, report, acts }
}

/** When the person leaves, by the plan. */
export const leavesAt = ({ acts }: Course): number =>
  acts.find(({ deed }) => deed.kind === 'acknowledge')?.at ?? Number.POSITIVE_INFINITY

/** Whether the person goes free, so that police may meet the same person again. */
export const goesFree = ({ acts }: Course): boolean =>
  acts.some(
    ({ deed }) =>
      deed.kind === 'propose' &&
      !deed.body.basis.startsWith('commitment') &&
      deed.body.basis !== 'held-for-other-authority',
  )

export const cityDateOf = (moment: number): string => wallTimeOf(moment).date
