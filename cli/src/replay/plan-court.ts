import { createHash } from 'node:crypto'
import type {
  BodyOf,
  fileComplaint,
  holdArraignment,
  makeComplaint,
  openCourtSession,
  refuseBail,
  setBail,
} from '@pars/contract'
import { type BailType, type ChecklistItem, type Instant, requiredItems } from '@pars/domain'
import type { CasePlan } from './plan-case.ts'
import { depositOf } from './read-fields.ts'

const instant = (text: string): Instant => text as Instant

export const arraignmentRoom = 'B-08'
const nextRoom = '1003'

export const planComplaint = (
  { times, officer, place, read }: CasePlan,
  chargeIds: string[],
): BodyOf<typeof makeComplaint> => ({
  chargeIds,
  affiant: officer.name,
  affiantAgency: 'Philadelphia Police Department',
  offenseDateText: `on or about ${times.arrestedOn}`,
  offensePlace: place,
  facts: `The person is accused of this offense at ${place}: ${read.charge}. The facts are not in the replayed file.`,
  peaceAndDignity: true,
  labServices: false,
  fingerprinted: true,
  processRequested: 'none-arrested',
  verifiedAt: instant(times.verifiedAt),
})

/** A made-up number in the year of the arraignment. Ten million numbers: now and then one is taken, and the next try has another. */
export const docketNumberOf = (key: string, attempt: number): string => {
  const number = createHash('sha256').update(`replay docket ${key} ${attempt}`).digest().readUInt32BE() % 10_000_000
  return `MC-51-CR-${String(number).padStart(7, '0')}-2020`
}

export const planFiling = ({ key, read }: CasePlan, attempt: number): BodyOf<typeof fileComplaint> => ({
  docketNumber: docketNumberOf(key, attempt),
  certified: true,
  counsel: read.counsel,
})

export const planSession = ({ times }: CasePlan): BodyOf<typeof openCourtSession> => ({
  room: arraignmentRoom,
  startsAt: instant(times.sessionStartsAt),
  magistrateId: null,
})

const checklist = (plan: CasePlan): ChecklistItem[] =>
  requiredItems({
    basis: 'sight',
    directFile: plan.read.age !== null && plan.read.age[1] < 18,
    counselPresent: plan.defenseName !== null,
    probableCause: 'found',
  })

export const planArraignment = (plan: CasePlan): BodyOf<typeof holdArraignment> => ({
  heldAt: instant(plan.times.heldAt),
  mode: 'video',
  checklist: checklist(plan),
  probableCause: 'found',
  interpreter: plan.interpreterLanguage === null ? null : { language: plan.interpreterLanguage, present: true },
  prosecutorName: plan.prosecutorName,
  defenseName: plan.defenseName,
  nextListing: { hearing: 'preliminary-hearing', at: instant(plan.times.nextAt), room: nextRoom },
})

export const planRefusal = (): BodyOf<typeof refuseBail> => ({
  reasons: ['other'],
  reasonNote: 'The replayed file says that bail was denied, and gives no reasons.',
})

/** What the file says of the order is type and amount. */
export const planOrder = ({ read }: CasePlan, type: BailType): BodyOf<typeof setBail> => ({
  types: [type],
  amountCents: read.amountCents,
  depositPercent: depositOf(type),
  conditions:
    type === 'nonmonetary'
      ? [{ kind: 'other', text: 'As stated on the bond, which the replayed file does not hold.' }]
      : [],
  reasons: ['other'],
  reasonNote: 'The replayed file gives no reasons.',
  abilityToPayConsidered: type === 'monetary',
  abilityToPayNote:
    type === 'monetary' ? 'Entered as considered, as Rule 528 demands; the replayed file does not say.' : null,
  dangerFound: false,
})
