import type { AlarmRow } from '../reference/rows.ts'
import type { Party } from '../seats.ts'
import type { Permission } from '../staff/permissions.ts'
import { hoursBetween, type Instant } from '../time/instant.ts'
import { type Alarm, alarmsOf, probableCauseDecidedAt } from './alarms.ts'
import { type CustodyFacts, type DepartureFacts, isDeclined } from './custody-facts.ts'
import type { CustodyStage, DepartureBasis } from './departure.ts'
import { type DocketStage, docketStages, stageOfDocket } from './docket-stage.ts'

export interface Custody {
  stage: CustodyStage
  since: Instant
  /** Who must act next, and which act; null when the record asks nothing more before a court date. */
  next: { party: Party; act: Permission } | null
  /** Hours since arrest, until the person left. */
  hoursHeld: number
  /** When the clock stopped: the acknowledged departure, and nothing else. */
  stoppedAt: Instant | null
  /** In custody, or out on a summons whose complaint is still due. */
  onBoard: boolean
  alarmsPassed: Alarm[]
  nextAlarm: Alarm | null
  /** Hours left of 48 to find probable cause after an arrest on sight, below zero when overdue; null once decided or not needed. */
  probableCauseHoursLeft: number | null
}

export const probableCauseHours = 48

interface Standing {
  stage: CustodyStage
  since: Instant
}

/** Who acts next at each stage; the board, the rules' messages and the screens read this one table. */
export const nextActs: { [S in CustodyStage]: { party: Party; act: Permission } | null } = {
  draft: { party: 'police', act: 'arrest.report' },
  'sent-to-charging': { party: 'prosecutor', act: 'charging.take' },
  'charging-taken': { party: 'prosecutor', act: 'charging.decide' },
  'sent-back': { party: 'police', act: 'arrest.report' },
  declined: { party: 'police', act: 'departure.propose' },
  charged: { party: 'prosecutor', act: 'complaint.make' },
  'complaint-made': { party: 'court', act: 'complaint.file' },
  'complaint-filed': { party: 'court', act: 'listing.add' },
  listed: { party: 'court', act: 'arraignment.hold' },
  'not-produced': { party: 'court', act: 'listing.add' },
  arraigned: { party: 'court', act: 'bail.set' },
  'bail-set': { party: 'police', act: 'departure.propose' },
  'bail-refused': { party: 'police', act: 'departure.propose' },
  discharged: { party: 'police', act: 'departure.propose' },
  'departure-proposed': { party: 'police', act: 'departure.confirm' },
  'departure-confirmed': { party: 'police', act: 'departure.acknowledge' },
  released: null,
  committed: null,
  'handed-over': null,
  'released-on-summons': null,
}

const endOf: { [B in DepartureBasis]: CustodyStage } = {
  'charges-declined': 'released',
  'no-probable-cause': 'released',
  'bail-without-money': 'released',
  'rule-519b': 'released-on-summons',
  'commitment-for-bail': 'committed',
  'commitment-bail-refused': 'committed',
  'held-for-other-authority': 'handed-over',
}

const latest = (instants: readonly Instant[]): Instant => [...instants].sort().at(-1) as Instant

/** Several dockets: the hindmost while any is undecided; then the gravest, for one order that holds is enough to hold. */
const standingOfDockets = (facts: CustodyFacts): Standing => {
  const each = facts.dockets.map(stageOfDocket)
  const rank = (stage: DocketStage): number => docketStages.indexOf(stage)
  const [hindmost] = [...each].sort((a, b) => rank(a.stage) - rank(b.stage) || (a.since < b.since ? -1 : 1))
  const isUndecided = hindmost !== undefined && rank(hindmost.stage) < rank('discharged')
  if (isUndecided) return hindmost
  const gravest = [...each].sort((a, b) => rank(b.stage) - rank(a.stage))[0]
  return { stage: gravest?.stage ?? 'charged', since: latest(each.map(({ since }) => since)) }
}

/** Where charging and the court stand, whatever becomes of custody meanwhile. */
const standingOfCase = (facts: CustodyFacts): Standing => {
  const { sentAt, draftedAt, charging, chargesWithoutComplaint } = facts
  if (sentAt === null) return { stage: 'draft', since: draftedAt }
  if (charging.decidedAt !== null) {
    if (isDeclined(facts)) return { stage: 'declined', since: charging.decidedAt }
    return chargesWithoutComplaint > 0 || facts.dockets.length === 0
      ? { stage: 'charged', since: charging.decidedAt }
      : standingOfDockets(facts)
  }
  if (charging.sentBackAt !== null) return { stage: 'sent-back', since: charging.sentBackAt }
  return charging.taken
    ? { stage: 'charging-taken', since: charging.taken.at }
    : { stage: 'sent-to-charging', since: sentAt }
}

const isComplaintFiled = (stage: CustodyStage): boolean =>
  !['draft', 'sent-to-charging', 'charging-taken', 'sent-back', 'charged', 'complaint-made'].includes(stage)

/** A departure in progress shows before the case; after it, only a summons keeps the record on the board. */
const standingOf = (facts: CustodyFacts, departure: DepartureFacts | null): Standing => {
  const standing = standingOfCase(facts)
  if (departure === null) return standing
  if (departure.leftAt !== null) {
    const stage = endOf[departure.basis]
    const isOver = stage === 'released-on-summons' && isComplaintFiled(standing.stage)
    return { stage: isOver ? 'released' : stage, since: departure.leftAt }
  }
  return departure.confirmedAt !== null
    ? { stage: 'departure-confirmed', since: departure.confirmedAt }
    : { stage: 'departure-proposed', since: departure.proposedAt }
}

/** Derives what the board shows of one arrest. The clock runs from the arrest, draft or sent, until the person has left. */
export const deriveCustody = (facts: CustodyFacts, rows: readonly AlarmRow[], now: Instant): Custody => {
  const { stage, since } = standingOf(facts, facts.departure)
  const stoppedAt = facts.departure?.leftAt ?? null
  const { passed, next } = alarmsOf(facts, rows, now)
  const hoursHeld = Math.max(0, hoursBetween(facts.arrestedAt, stoppedAt ?? now))
  const awaitsFinding = facts.basis === 'sight' && probableCauseDecidedAt(facts) === null && stoppedAt === null
  return {
    stage,
    since,
    next: stage === 'released-on-summons' ? nextActs[standingOfCase(facts).stage] : nextActs[stage],
    hoursHeld,
    stoppedAt,
    onBoard: stoppedAt === null || stage === 'released-on-summons',
    alarmsPassed: passed,
    nextAlarm: next,
    probableCauseHoursLeft: awaitsFinding ? probableCauseHours - hoursHeld : null,
  }
}
