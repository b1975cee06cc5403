import type { Grade } from '../arrests/arrest-report.ts'
import type { ChargeId, PoliceChargeId } from '../ids.ts'
import type { Instant, PlainDate } from '../time/instant.ts'

export const declineReasons = [
  'insufficient-evidence',
  'no-probable-cause',
  'victim-unavailable',
  'unlawful-search',
  'diversion',
  'policy',
  'other-jurisdiction',
  'other',
] as const
export type DeclineReason = (typeof declineReasons)[number]

export const sendBackReasons = [
  'more-investigation',
  'missing-papers',
  'wrong-charges',
  'identity-unclear',
  'other',
] as const
export type SendBackReason = (typeof sendBackReasons)[number]

/** What the prosecutor decided about one police charge, or a charge the prosecutor adds (no police charge). */
export type ChargeDecision =
  | { kind: 'approved'; policeChargeId: PoliceChargeId }
  | {
      kind: 'modified'
      policeChargeId: PoliceChargeId
      statute: string
      description: string
      grade: Grade
      counts: number
      offenseOn: PlainDate
      dcNumber: string
    }
  | { kind: 'declined'; policeChargeId: PoliceChargeId; reason: DeclineReason; note: string | null }
  | {
      kind: 'added'
      statute: string
      description: string
      grade: Grade
      counts: number
      offenseOn: PlainDate
      dcNumber: string
    }

/** A charge that the prosecutor brings, with its lineage. */
export interface Charge {
  chargeId: ChargeId
  policeChargeId: PoliceChargeId | null
  origin: 'approved' | 'modified' | 'added'
  statute: string
  description: string
  grade: Grade
  counts: number
  offenseOn: PlainDate
  dcNumber: string
}

/** What Pa.R.Crim.P. 504 wants in a complaint, beyond the charges and the person. */
export interface ComplaintFields {
  affiant: string
  affiantAgency: string
  /** Date of the offense or "on or about". */
  offenseDateText: string
  offensePlace: string
  /** A summary of the facts; a citation of the statute alone is not enough. */
  facts: string
  peaceAndDignity: boolean
  labServices: boolean
  fingerprinted: boolean
  /** Request for a warrant or summons, unless the person was arrested. */
  processRequested: 'none-arrested' | 'warrant' | 'summons'
  /** When the affiant verified it; null where nobody did yet. */
  verifiedAt: Instant | null
}
