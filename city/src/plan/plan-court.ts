import { minutesPerHearing, notProducedReasons, shares, waits } from '../figures/conduct.ts'
import { counsel as counselMix } from '../figures/people.ts'
import { defenders, detectives, privateCounsel, prosecutors } from '../reference/staff.ts'
import { hours, minutes } from '../time/city-time.ts'
import type { ChargeFields, PlannedArraignment, PlannedComplaint } from './act.ts'
import { defenseRequestFor, guidelineFor, planRuling, type Ruling, requestFor } from './plan-bail.ts'
import { sessionAfter } from './sessions.ts'
import { act, actAfter, type Sketch } from './sketch.ts'

/** How the hearing of one docket ends. */
export type Outcome = Ruling | { kind: 'discharged' }

interface Case {
  docket: number
  /** Positions among the charges that are brought. */
  positions: number[]
  counsel: 'defender' | 'private'
  hasSummons: boolean
}

/** One case, or two where the arrest clears a second incident. */
export const casesOf = (sketch: Sketch, charges: readonly ChargeFields[], hasSummons: boolean): Case[] => {
  const { random, report } = sketch
  const second = report.incidents[1]
  const parts = [
    charges.flatMap(({ dcNumber }, position) => (dcNumber === second ? [] : [position])),
    charges.flatMap(({ dcNumber }, position) => (dcNumber === second && second !== undefined ? [position] : [])),
  ].filter(positions => positions.length > 0)
  const counsel = random.weighted(counselMix.value)
  return parts.map((positions, docket) => ({ docket, positions, counsel, hasSummons }))
}

const complaintOf = ({ random, report, category }: Sketch, hasSummons: boolean): PlannedComplaint => {
  const [badge, name] = random.pick(detectives)
  return {
    affiant: `${name} (${badge})`,
    affiantAgency: 'Philadelphia Police Department',
    offenseDateText: `On or about ${report.charges[0]?.offenseOn ?? report.arrestedAt.slice(0, 10)}`,
    offensePlace: `${report.place}, Philadelphia`,
    facts: report.narrative,
    peaceAndDignity: true,
    labServices: category.startsWith('Drug') || category === 'DUI',
    fingerprinted: !hasSummons,
    processRequested: hasSummons ? 'summons' : 'none-arrested',
  }
}

/** Complaint made, certified and filed. */
export const planFiling = (sketch: Sketch, { docket, positions, counsel, hasSummons }: Case): void => {
  actAfter(sketch, waits.value.decidedToComplaint, {
    kind: 'complaint',
    docket,
    charges: positions,
    body: complaintOf(sketch, hasSummons),
  })
  actAfter(sketch, waits.value.complaintToFiled, {
    kind: 'file',
    docket,
    docketNumber: sketch.docketNumbers[docket] ?? '',
    counsel,
  })
}

const arraignmentOf = (
  sketch: Sketch,
  charges: readonly ChargeFields[],
  counsel: Case['counsel'],
  isDischarged: boolean,
): PlannedArraignment => {
  const { random, report } = sketch
  const isFelony = charges.some(({ grade }) => grade?.startsWith('F') || grade?.startsWith('H'))
  const onWarrant = report.basis === 'warrant'
  const language = report.person.interpreterLanguage
  const items = [
    'complaint-given',
    'complaint-read',
    'counsel-advised',
    'hearing-advised',
    'bail-advised',
    'counsel-consulted',
  ]
  return {
    mode: random.chance(0.94) ? 'video' : 'in-person',
    checklist: [
      ...items,
      ...(onWarrant ? ['warrant-papers-given'] : []),
      ...(report.directFile ? ['parents-notified'] : []),
    ],
    probableCause: isDischarged ? 'not-found' : onWarrant ? 'warrant' : 'found',
    interpreter: language ? { language, present: true } : null,
    prosecutorName: random.pick(prosecutors),
    defenseName: random.pick(counsel === 'defender' ? defenders : privateCounsel),
    next: isDischarged
      ? null
      : {
          hearing: isFelony ? 'preliminary-hearing' : 'municipal-court-trial',
          inDays: isFelony ? 10 + random.int(4) : 21 + random.int(15),
          hour: random.pick([8, 9, 13]),
          roomIndex: random.int(1000),
        },
  }
}

/** Lists every docket of the arrest in the next sitting that starts after the filing. Returns the start of the sitting. */
const planListing = (sketch: Sketch, cases: readonly Case[]): number => {
  const session = sessionAfter(sketch.at + 30 * minutes)
  sketch.at = Math.max(sketch.at + 5 * minutes, session.startsAt - (3 * hours + sketch.random.int(30) * minutes))
  for (const { docket } of cases) {
    act(sketch, { kind: 'list', docket, session: session.key })
    sketch.at += minutes
  }
  return session.startsAt
}

const planNotProduced = (sketch: Sketch, cases: readonly Case[], startsAt: number): number => {
  sketch.at = startsAt + (5 + sketch.random.int(60)) * minutes
  const reason = sketch.random.weighted(notProducedReasons.value)
  for (const { docket } of cases) act(sketch, { kind: 'not-produced', docket, body: { reason, note: null } })
  sketch.at += (reason === 'hospital' ? 5 + sketch.random.int(8) : 1) * hours
  return planListing(sketch, cases)
}

const planHearing = (
  sketch: Sketch,
  { docket, positions, counsel }: Case,
  charges: readonly ChargeFields[],
): Outcome => {
  const { random } = sketch
  const isDischarged = sketch.report.basis === 'sight' && random.chance(shares.value.noProbableCause)
  const ruling = planRuling(sketch)
  act(sketch, { kind: 'guideline', docket, body: guidelineFor(sketch, ruling) })
  sketch.at += minutes
  act(sketch, { kind: 'request', docket, body: requestFor(sketch, ruling) })
  if (counsel === 'defender') act(sketch, { kind: 'defense-request', docket, body: defenseRequestFor(sketch, ruling) })
  sketch.at += random.between(minutesPerHearing.value.from, minutesPerHearing.value.to) * minutes
  const brought = positions.flatMap(position => charges[position] ?? [])
  act(sketch, { kind: 'arraign', docket, body: arraignmentOf(sketch, brought, counsel, isDischarged) })
  sketch.at += minutes
  if (isDischarged) return { kind: 'discharged' }
  if (ruling.kind === 'refused') act(sketch, { kind: 'refuse', docket, body: ruling.refusal })
  else act(sketch, { kind: 'order', docket, body: ruling.order })
  return ruling
}

/** The sitting: four facts about bail, the arraignment, the order; a hospital stay puts it off to another sitting. */
export const planArraignment = (
  sketch: Sketch,
  cases: readonly Case[],
  charges: readonly ChargeFields[],
): Outcome[] => {
  const first = planListing(sketch, cases)
  const startsAt = sketch.random.chance(shares.value.notProduced) ? planNotProduced(sketch, cases, first) : first
  sketch.at = Math.max(sketch.at, startsAt) + sketch.random.int(55) * minutes
  return cases.map(one => planHearing(sketch, one, charges))
}
