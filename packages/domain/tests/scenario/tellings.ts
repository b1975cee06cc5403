import type { ArrestReport } from '../../src/index.ts'
import { aPoliceCharge, at, day, policeChargeId } from '../examples.ts'
import { arrest, type Story } from './story.ts'

const dc = '202609000417'
const otherDc = '202609000418'
const offense = { offenseOn: day('2026-03-02'), dcNumber: dc }
export const assault = aPoliceCharge(offense)
const weapon = aPoliceCharge({
  ...offense,
  policeChargeId: policeChargeId(2),
  dcNumber: otherDc,
  statute: '18 § 907 §§ A',
  grade: 'M1',
})

/** Arrested at ten past one in the morning, for one felony. */
export const paper = {
  arrestedAt: at('2026-03-02T01:10-05:00'),
  district: '09',
  incidents: [dc],
  charges: [assault],
} satisfies Partial<ArrestReport>
/** For a misdemeanor of the second degree. */
export const lowPaper = { ...paper, charges: [aPoliceCharge({ ...offense, statute: '18 § 907 §§ A', grade: 'M2' })] }
/** Two incidents, cleared by one arrest. */
export const twoIncidents = { charges: [assault, weapon], incidents: [dc, otherDc] }

export const moneyBail = {
  types: ['monetary' as const],
  amountCents: 50_000_00,
  depositPercent: 10,
  reasons: ['nature-of-offense' as const],
  abilityToPayConsidered: true,
}
const told = ['complaint-given', 'complaint-read', 'counsel-advised', 'counsel-consulted'] as const
export const wholeChecklist = [...told, 'hearing-advised', 'bail-advised'] as const
export const noProbableCause = { probableCause: 'not-found' as const, nextListing: null, checklist: [...told] }

/** Reported at 1:40. */
export const reported = (change: Partial<ArrestReport> = {}): Story =>
  arrest()
    .reportedBy('booking-officer', { ...paper, ...change })
    .on('2026-03-02T01:40-05:00')

/** Charged as police recommended: 2:00. */
export const charged = (change: Partial<ArrestReport> = {}): Story => {
  const taken = reported(change).takenBy('charging-attorney')
  return change.charges?.length === 2
    ? taken.decidedBy('charging-attorney', 'approved', 'approved')
    : taken.decidedBy('charging-attorney', 'approved')
}

/** One docket, in a session: 2:30. */
export const listed = (change: Partial<ArrestReport> = {}): Story =>
  charged(change).complainedBy('charging-attorney').filedBy('court-clerk').listedBy('court-clerk')

/** Two dockets, the first in a session: 2:50. */
export const listedTwice = (): Story =>
  charged(twoIncidents)
    .complainedBy('charging-attorney', [1])
    .complainedBy('charging-attorney', [2])
    .filedBy('court-clerk', 1)
    .filedBy('court-clerk', 2)
    .listedBy('court-clerk', 1)
