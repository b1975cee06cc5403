import { isInForce } from '../reference/effective-dated.ts'
import type { AlarmRow } from '../reference/rows.ts'
import { addHours, cityDateOf, type Instant } from '../time/instant.ts'
import type { CustodyFacts } from './custody-facts.ts'

export interface Alarm {
  clock: AlarmRow['clock'] | 'complaint-due'
  hours: number
  /** The moment at which it goes off, or went. */
  at: Instant
}

export interface Alarms {
  passed: Alarm[]
  next: Alarm | null
}

/** The first probable-cause finding on any docket, for or against; the 48 hours end with it. */
export const firstFindingAt = ({ dockets }: CustodyFacts): Instant | null =>
  dockets
    .flatMap(({ arraignment }) => (arraignment && arraignment.probableCause !== 'warrant' ? [arraignment.heldAt] : []))
    .sort()[0] ?? null

const earliest = (...instants: (Instant | null)[]): Instant =>
  instants.filter((instant): instant is Instant => instant !== null).sort()[0] as Instant

/** When a clock stopped: custody with the departure, probable cause with the finding, a draft's when it was sent. */
const stopOf = (facts: CustodyFacts, clock: AlarmRow['clock']): Instant | null => {
  const leftAt = facts.departure?.leftAt ?? null
  if (clock === 'draft') return facts.sentAt
  const foundAt = clock === 'probable-cause' ? firstFindingAt(facts) : null
  return leftAt === null || foundAt === null ? (leftAt ?? foundAt) : earliest(leftAt, foundAt)
}

interface Reading {
  arrestedAt: Instant
  basis: CustodyFacts['basis']
  /** Null for the report as it reads now. */
  replacedAt: Instant | null
}

/** A clock's alarms by one reading of the report; an arrest on a warrant needs no finding of probable cause. */
const alarmOf = (facts: CustodyFacts, row: AlarmRow, reading: Reading): Instant | null => {
  if (row.clock === 'probable-cause' && reading.basis === 'warrant') return null
  const start = row.clock === 'draft' ? earliest(reading.arrestedAt, facts.draftedAt) : reading.arrestedAt
  return addHours(start, row.hours)
}

/** A correction of time or basis takes back no alarm that passed before it. */
const alarmsOfRow = (
  facts: CustodyFacts,
  row: AlarmRow,
  now: Instant,
): { passed: Alarm | null; next: Alarm | null } => {
  const stoppedAt = stopOf(facts, row.clock)
  const current: Reading = { arrestedAt: facts.arrestedAt, basis: facts.basis, replacedAt: null }
  const passedAt = [current, ...facts.earlierVersions]
    .map(reading => ({ at: alarmOf(facts, row, reading), until: earliest(reading.replacedAt, stoppedAt, now) }))
    .find(({ at, until }) => at !== null && at <= until)?.at
  if (passedAt) return { passed: { clock: row.clock, hours: row.hours, at: passedAt }, next: null }
  const at = alarmOf(facts, row, current)
  return { passed: null, next: at !== null && stoppedAt === null ? { clock: row.clock, hours: row.hours, at } : null }
}

const complaintDue = ({
  departure,
  charging,
  charges,
  dockets,
  chargesWithoutComplaint,
}: CustodyFacts): Instant | null => {
  if (departure?.basis !== 'rule-519b' || departure.leftAt === null) return null
  if (charging.decidedAt !== null && charges.length === 0) return null
  const isFiled =
    dockets.length > 0 && chargesWithoutComplaint === 0 && dockets.every(({ filedAt }) => filedAt !== null)
  return isFiled ? null : departure.complaintDueAt
}

/** Alarms that went off, oldest first, and the next that will, by the hours in force on the day of the arrest (B39). */
export const alarmsOf = (facts: CustodyFacts, rows: readonly AlarmRow[], now: Instant): Alarms => {
  const arrestedOn = cityDateOf(facts.arrestedAt)
  const each = rows.filter(row => isInForce(row, arrestedOn)).map(row => alarmsOfRow(facts, row, now))
  const dueAt = complaintDue(facts)
  const due: Alarm[] = dueAt ? [{ clock: 'complaint-due', hours: 120, at: dueAt }] : []
  const byTime = (a: Alarm, b: Alarm) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.hours - b.hours)
  return {
    passed: [...each.flatMap(({ passed }) => passed ?? []), ...due.filter(({ at }) => at <= now)].sort(byTime),
    next: [...each.flatMap(({ next }) => next ?? []), ...due.filter(({ at }) => at > now)].sort(byTime)[0] ?? null,
  }
}
