import type { PersonId, PoliceChargeId } from '../ids.ts'
import type { PersonDetails } from '../people/person.ts'
import type { Instant, PlainDate } from '../time/instant.ts'

export const arrestBases = ['sight', 'warrant'] as const
export const grades = [
  'H1',
  'H2',
  'H3',
  'H',
  'F1',
  'F2',
  'F3',
  'F',
  'M1',
  'M2',
  'M3',
  'M',
  'S',
  'S1',
  'S2',
  'S3',
  'IC',
  'C',
] as const
/** Grade of an offense; null where the paper leaves it blank. F alone is treated as F3, M alone as M3. */
export type Grade = (typeof grades)[number] | null

export interface Officer {
  badge: string
  name: string
}

/** A charge as the police recommend it. It is kept for ever beside what the prosecutor decides (B16). */
export interface PoliceCharge {
  policeChargeId: PoliceChargeId
  /** As Pennsylvania courts print it: `18 § 2702 §§ A1`. */
  statute: string
  description: string
  grade: Grade
  counts: number
  offenseOn: PlainDate
  /** The incident it belongs to; one arrest may clear several. */
  dcNumber: string
}

export const partyKinds = ['victim', 'witness', 'complainant'] as const
export interface VictimOrWitness {
  kind: (typeof partyKinds)[number]
  name: string
  contact: string | null
}

/** Recorded when somebody under 18 at the offense is charged as an adult by direct file (B36). */
export interface DirectFile {
  parentsNotifiedAt: Instant
  parentsNotifiedBy: string
}

export interface ArrestReport {
  /** The sender's own number: the same number with the same content is the same arrest. */
  intakeNumber: string
  /** Given when the sender knows that the person has a record here. */
  personId: PersonId | null
  person: PersonDetails
  arrestedAt: Instant
  place: string
  district: string
  bookingSite: string
  officers: Officer[]
  basis: (typeof arrestBases)[number]
  warrantNumber: string | null
  /** District Control numbers, 12 digits each, at least one before sending. */
  incidents: string[]
  /** Offense Tracking Number, `^[A-Z]\d{7}$`; one per arrest. */
  otn: string | null
  charges: PoliceCharge[]
  /** Free text; names victims; never granted to a partner. */
  narrative: string
  domesticViolence: boolean
  directFile: DirectFile | null
  victimsAndWitnesses: VictimOrWitness[]
}
