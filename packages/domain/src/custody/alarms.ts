import type { ProbableCause } from '../arraignments/arraignment.ts'
import { isInForce } from '../reference/effective-dated.ts'
import type { AlarmRow } from '../reference/rows.ts'
import { addHours, cityDateOf, type Instant, type PlainDate } from '../time/instant.ts'
import { type CustodyFacts, isDeclined } from './custody-facts.ts'

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

/**
 * When a magistrate's finding ended the 48 hours after an arrest on sight (B19); null while they run. One finding for it, on any
 * docket, is ground enough to hold. A finding against it is none: it ends them only as the last docket's, when nothing is left to
 * hold the person on.
 */
export const probableCauseDecidedAt = ({ dockets, chargesWithoutComplaint }: CustodyFacts): Instant | null => {
  const heldAt = (finding: ProbableCause): Instant[] =>
    dockets.flatMap(({ arraignment }) => (arraignment?.probableCause === finding ? [arraignment.heldAt] : [])).sort()
  const against = heldAt('not-found')
  const isAllAgainst = dockets.length > 0 && against.length === dockets.length && chargesWithoutComplaint === 0
  return heldAt('found')[0] ?? (isAllAgainst ? (against.at(-1) ?? null) : null)
}

const earliest = (...instants: (Instant | null)[]): Instant =>
  instants.filter((instant): instant is Instant => instant !== null).sort()[0] as Instant

/** When a clock stopped: custody with the departure, probable cause with the finding, a draft's when it was first sent. */
const stopOf = (facts: CustodyFacts, clock: AlarmRow['clock']): Instant | null => {
  const leftAt = facts.departure?.leftAt ?? null
  if (clock === 'draft') return facts.firstSentAt ?? facts.sentAt
  const foundAt = clock === 'probable-cause' ? probableCauseDecidedAt(facts) : null
  return leftAt === null || foundAt === null ? (leftAt ?? foundAt) : earliest(leftAt, foundAt)
}

/** A version of the report, as far as clocks read it. */
interface Reading {
  arrestedAt: Instant
  arrestedOn: PlainDate
  basis: CustodyFacts['basis']
  /** Null for the report as it reads now. */
  replacedAt: Instant | null
}

const readingsOf = (facts: CustodyFacts): [Reading, ...Reading[]] => {
  const read = (version: Omit<Reading, 'arrestedOn'>): Reading => ({
    ...version,
    arrestedOn: cityDateOf(version.arrestedAt),
  })
  return [
    read({ arrestedAt: facts.arrestedAt, basis: facts.basis, replacedAt: null }),
    ...facts.earlierVersions.map(read),
  ]
}

/**
 * A clock's alarm by one reading of the report: by the hours in force on the day of the arrest (B39); an arrest on a warrant needs no
 * finding of probable cause.
 */
const alarmOf = (facts: CustodyFacts, row: AlarmRow, reading: Reading): Instant | null => {
  if (!isInForce(row, reading.arrestedOn)) return null
  if (row.clock === 'probable-cause' && reading.basis === 'warrant') return null
  const start = row.clock === 'draft' ? earliest(reading.arrestedAt, facts.draftedAt) : reading.arrestedAt
  return addHours(start, row.hours)
}

/** A correction of time or basis takes back no alarm that passed before it. */
const alarmsOfRow = (
  facts: CustodyFacts,
  row: AlarmRow,
  { readings, now }: { readings: [Reading, ...Reading[]]; now: Instant },
): { passed: Alarm | null; next: Alarm | null } => {
  const stoppedAt = stopOf(facts, row.clock)
  const passedAt = readings
    .map(reading => ({ at: alarmOf(facts, row, reading), until: earliest(reading.replacedAt, stoppedAt, now) }))
    .find(({ at, until }) => at !== null && at <= until)?.at
  if (passedAt) return { passed: { clock: row.clock, hours: row.hours, at: passedAt }, next: null }
  const at = alarmOf(facts, row, readings[0])
  return { passed: null, next: at !== null && stoppedAt === null ? { clock: row.clock, hours: row.hours, at } : null }
}

/** When nothing was left to complain of: the last complaint filed, or every charge declined; null until then. */
const complainedAt = (facts: CustodyFacts): Instant | null => {
  if (isDeclined(facts)) return facts.charging.decidedAt
  const filed = facts.dockets.flatMap(({ filedAt }) => filedAt ?? [])
  const isAll = filed.length > 0 && filed.length === facts.dockets.length && facts.chargesWithoutComplaint === 0
  return isAll ? (filed.sort().at(-1) ?? null) : null
}

/** Rule 519(B): the complaint is due within five days of the release. What was filed late stays late. */
const complaintAlarm = (facts: CustodyFacts, now: Instant): { passed: Alarm[]; next: Alarm[] } => {
  const { departure } = facts
  if (departure?.basis !== 'rule-519b' || departure.leftAt === null || departure.complaintDueAt === null)
    return { passed: [], next: [] }
  const alarm: Alarm = { clock: 'complaint-due', hours: 120, at: departure.complaintDueAt }
  const stoppedAt = complainedAt(facts)
  if (alarm.at <= earliest(stoppedAt, now)) return { passed: [alarm], next: [] }
  return { passed: [], next: stoppedAt === null ? [alarm] : [] }
}

const byTime = (a: Alarm, b: Alarm): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.hours - b.hours)

/** Two rows of one clock and hour, in force one after the other, are one alarm: the earlier. */
const withoutRepeats = (alarms: readonly Alarm[]): Alarm[] =>
  alarms.filter((alarm, index) =>
    alarms.slice(0, index).every(({ clock, hours }) => clock !== alarm.clock || hours !== alarm.hours),
  )

/** Alarms that went off, oldest first, and the next that will. */
export const alarmsOf = (facts: CustodyFacts, rows: readonly AlarmRow[], now: Instant): Alarms => {
  const readings = readingsOf(facts)
  const each = rows.map(row => alarmsOfRow(facts, row, { readings, now }))
  const complaint = complaintAlarm(facts, now)
  const passed = [...each.flatMap(({ passed }) => passed ?? []), ...complaint.passed].sort(byTime)
  const ahead = [...each.flatMap(({ next }) => next ?? []), ...complaint.next].sort(byTime)
  const hasPassed = (alarm: Alarm): boolean =>
    withoutRepeats([...passed, alarm]).length === withoutRepeats(passed).length
  return { passed: withoutRepeats(passed), next: ahead.find(alarm => !hasPassed(alarm)) ?? null }
}
