import type {
  ArrestReportInput,
  BodyOf,
  markNotProduced,
  proposeDeparture,
  recordHold,
  refuseBail,
  requestBail,
  sendBack,
  setBail,
} from '@pars/contract'
import type { OffenseCategory } from '../figures/offense-mix.ts'

export interface ChargeFields {
  statute: string
  description: string
  grade: string | null
  counts: number
  offenseOn: string
  dcNumber: string
}
type DeclineReason =
  | 'insufficient-evidence'
  | 'no-probable-cause'
  | 'victim-unavailable'
  | 'unlawful-search'
  | 'diversion'
  | 'policy'

/** A decision about the police charge at a place of the report, whose id is not known before the report is in. */
export type PlannedDecision =
  | { kind: 'approved'; position: number }
  | ({ kind: 'modified'; position: number } & ChargeFields)
  | { kind: 'declined'; position: number; reason: DeclineReason; note: string | null }
  | ({ kind: 'added' } & ChargeFields)

export interface PlannedComplaint {
  affiant: string
  affiantAgency: string
  offenseDateText: string
  offensePlace: string
  facts: string
  peaceAndDignity: true
  labServices: boolean
  fingerprinted: boolean
  processRequested: 'none-arrested' | 'summons'
}

export interface PlannedArraignment {
  mode: 'video' | 'in-person'
  checklist: readonly string[]
  probableCause: 'found' | 'not-found' | 'warrant'
  interpreter: { language: string; present: boolean } | null
  prosecutorName: string
  defenseName: string | null
  /** Days and hour of the next hearing; its room is chosen among those there are. Null after a discharge. */
  next: {
    hearing: 'preliminary-hearing' | 'municipal-court-trial'
    inDays: number
    hour: number
    roomIndex: number
  } | null
}

/** What somebody does. Ids that only the server knows are found when the act is carried out. */
export type Deed =
  | { kind: 'draft' }
  | { kind: 'send' }
  | { kind: 'report' }
  | { kind: 'hold'; body: BodyOf<typeof recordHold> }
  | { kind: 'lift-hold'; reason: string }
  | { kind: 'take' }
  | { kind: 'send-back'; body: BodyOf<typeof sendBack> }
  | { kind: 'correct'; reason: string; narrative: string }
  | { kind: 'decide'; decisions: readonly PlannedDecision[] }
  | { kind: 'complaint'; docket: number; charges: readonly number[]; body: PlannedComplaint }
  | { kind: 'file'; docket: number; docketNumber: string; counsel: 'defender' | 'private' | null }
  /** Without a session: in the one that sits when it is done. */
  | { kind: 'list'; docket: number; session: string | null }
  | { kind: 'not-produced'; docket: number; body: BodyOf<typeof markNotProduced> }
  | { kind: 'guideline' | 'request' | 'defense-request'; docket: number; body: BodyOf<typeof requestBail> }
  | { kind: 'arraign'; docket: number; body: PlannedArraignment }
  | { kind: 'order'; docket: number; body: BodyOf<typeof setBail> }
  | { kind: 'refuse'; docket: number; body: BodyOf<typeof refuseBail> }
  | { kind: 'propose'; body: Omit<BodyOf<typeof proposeDeparture>, 'holdsChecked'> }
  | { kind: 'confirm' }
  | { kind: 'acknowledge'; name: string }
export type DeedKind = Deed['kind']

/** One act of one arrest; `at` in milliseconds since 1970. */
export interface Act {
  at: number
  deed: Deed
}

/** One arrest from the street to the door, with every act that will be done about it, in order. */
export interface Course {
  intakeNumber: string
  arrestedAt: number
  /** Somebody arrested before under another intake number of the plan has the same key. */
  personKey: string
  arrestedBefore: boolean
  /** The police's lead charge, as the figures sort it. */
  category: OffenseCategory
  report: ArrestReportInput
  acts: readonly Act[]
}

/** A sitting of the arraignment court. Its key is its start on the city's clock, `2026-11-15T04`. */
export interface PlannedSession {
  key: string
  startsAt: number
  openedAt: number
}

export interface CityPlan {
  seed: string
  startAt: number
  courses: readonly Course[]
  sessions: readonly PlannedSession[]
}
