import {
  type ArrestReport,
  addHours,
  type BailAsk,
  type BailSet,
  type ChargeDecision,
  type ComplaintFields,
  type CustodyStage,
  type DeclineReason,
  type DepartureBasis,
  type HoldKind,
  type Instant,
  type NotProducedReason,
  type Party,
  type Permission,
  type PreliminaryArraignment,
  type Role,
  type SendBackReason,
} from '../../src/index.ts'
import { at } from '../examples.ts'

/** A person by role; `release-desk/2` is a second one of that role. */
export type Who = Role | `${Role}/${number}`

type Restated = Omit<Extract<ChargeDecision, { kind: 'added' }>, 'kind'>
/** What becomes of one police charge, in the order of the report; `added` stands for itself. */
export type Ruling =
  | 'approved'
  | { declined: DeclineReason }
  | { modified: Partial<Restated> }
  | { added: Partial<Restated> }

/** What each act of the thin path is given. Charges, complaints and dockets are numbered from 1, in the order they were made. */
export interface Given {
  'arrest.draft': Partial<ArrestReport>
  'arrest.report': Partial<ArrestReport>
  'arrest.correct': { reason: string; change: Partial<ArrestReport> }
  'charging.take': null
  'charging.send-back': SendBackReason
  'charging.decide': Ruling[]
  'complaint.make': { charges: number[]; fields: Partial<ComplaintFields> }
  'complaint.file': { docket: number; docketNumber: string }
  'listing.add': { docket: number; room: string; startsIn: number }
  'listing.mark-not-produced': { docket: number; reason: NotProducedReason }
  'bail.request': { docket: number; ask: Partial<BailAsk> }
  'bail.defense-request': { docket: number; ask: Partial<BailAsk> }
  'bail.recommend': { docket: number; ask: Partial<BailAsk> }
  'arraignment.hold': { docket: number; held: Partial<PreliminaryArraignment> }
  'bail.set': { docket: number; order: Partial<BailSet> }
  'bail.refuse': { docket: number; reasonNote: string }
  'hold.record': HoldKind
  'hold.lift': string
  'departure.propose': { basis: DepartureBasis; holdsChecked: boolean }
  'departure.confirm': { holdsChecked: boolean }
  'departure.withdraw': string
  'departure.acknowledge': null
}
export type Act = keyof Given & Permission

export type Step = {
  [A in Act]: {
    readonly act: A
    readonly by: Who
    readonly at: Instant
    readonly given: Given[A]
    readonly refused: string | null
  }
}[Act]

/** What the board shows at a moment, as far as it is told here. Alarms are written `draft 2`, `probable-cause 48`. */
export interface Shown {
  stage?: CustodyStage
  next?: `${Permission} by ${Party}` | 'nothing'
  onBoard?: boolean
  hoursHeld?: number
  passed?: string[]
  nextAlarm?: string | null
  findingDueIn?: number | null
  words?: string[]
}
export interface Look {
  readonly act: 'look'
  readonly at: Instant
  readonly shown: Shown
}

/** Unless told otherwise, an act is done ten minutes after the one before it. */
const usualMinutes = 10

/**
 * One arrest, told act by act. It is data: `play` judges it by the pure rules, and another player may send it to a server. `on`,
 * `after` and `refusedFor` speak of the act just told.
 */
export class Story {
  readonly steps: readonly (Step | Look)[]
  constructor(steps: readonly (Step | Look)[] = []) {
    this.steps = steps
  }

  /** When the act before this one was done. */
  #timeOf(steps: readonly (Step | Look)[]): Instant {
    return steps.findLast(({ act }) => act !== 'look')?.at ?? at('2026-03-02T01:10-05:00')
  }

  #told<A extends Act>(act: A, by: Who, given: Given[A]): Story {
    const time = addHours(this.#timeOf(this.steps), usualMinutes / 60)
    return new Story([...this.steps, { act, by, at: time, given, refused: null } as unknown as Step])
  }

  #retold(change: (earlier: readonly (Step | Look)[]) => Partial<Step>): Story {
    const earlier = this.steps.slice(0, -1)
    return new Story([...earlier, { ...this.steps.at(-1), ...change(earlier) } as Step])
  }

  /** It was done at this moment. */
  on = (time: string) => this.#retold(() => ({ at: at(time) }))
  /** It was done so many minutes after the act before it. */
  after = (minutes: number) => this.#retold(earlier => ({ at: addHours(this.#timeOf(earlier), minutes / 60) }))
  /** It was tried, and refused for this reason. */
  refusedFor = (reason: string) => this.#retold(() => ({ refused: reason }))

  /** What the board shows right after the last act, or some minutes later. */
  shows(shown: Shown, minutesLater = 0): Story {
    return new Story([...this.steps, { act: 'look', at: addHours(this.#timeOf(this.steps), minutesLater / 60), shown }])
  }

  draftedBy = (by: Who, change: Partial<ArrestReport> = {}) => this.#told('arrest.draft', by, change)
  reportedBy = (by: Who, change: Partial<ArrestReport> = {}) => this.#told('arrest.report', by, change)
  correctedBy = (by: Who, reason: string, change: Partial<ArrestReport>) =>
    this.#told('arrest.correct', by, { reason, change })
  takenBy = (by: Who) => this.#told('charging.take', by, null)
  sentBackBy = (by: Who, reason: SendBackReason) => this.#told('charging.send-back', by, reason)
  decidedBy = (by: Who, ...rulings: Ruling[]) => this.#told('charging.decide', by, rulings)
  complainedBy = (by: Who, charges: number[] = [1], fields: Partial<ComplaintFields> = {}) =>
    this.#told('complaint.make', by, { charges, fields })
  filedBy = (by: Who, docket = 1) =>
    this.#told('complaint.file', by, { docket, docketNumber: `MC-51-CR-000000${docket}-2026` })
  listedBy = (by: Who, docket = 1, room = 'B-08') => this.#told('listing.add', by, { docket, room, startsIn: 0 })
  notProducedBy = (by: Who, reason: NotProducedReason, docket = 1) =>
    this.#told('listing.mark-not-produced', by, { docket, reason })
  askedBy = (
    by: Who,
    act: 'bail.request' | 'bail.defense-request' | 'bail.recommend',
    ask: Partial<BailAsk>,
    docket = 1,
  ) => this.#told(act, by, { docket, ask })
  arraignedBy = (by: Who, held: Partial<PreliminaryArraignment> = {}, docket = 1) =>
    this.#told('arraignment.hold', by, { docket, held })
  bailSetBy = (by: Who, order: Partial<BailSet> = {}, docket = 1) => this.#told('bail.set', by, { docket, order })
  bailRefusedBy = (by: Who, docket = 1) =>
    this.#told('bail.refuse', by, { docket, reasonNote: 'Danger to others, as stated on the record.' })
  holdRecordedBy = (by: Who, kind: HoldKind) => this.#told('hold.record', by, kind)
  holdLiftedBy = (by: Who) => this.#told('hold.lift', by, 'Withdrawn by its issuer, paper on file.')
  departureProposedBy = (by: Who, basis: DepartureBasis, holdsChecked = true) =>
    this.#told('departure.propose', by, { basis, holdsChecked })
  departureConfirmedBy = (by: Who, holdsChecked = true) => this.#told('departure.confirm', by, { holdsChecked })
  departureWithdrawnBy = (by: Who) => this.#told('departure.withdraw', by, 'Wrong person at the desk.')
  leftBy = (by: Who) => this.#told('departure.acknowledge', by, null)
}

export const arrest = (): Story => new Story()
