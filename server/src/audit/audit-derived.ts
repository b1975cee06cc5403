import { canonicalText, type Terms } from '@pars/terms'
import { dutiesOfEnd, type EndRow, loadDuties } from '../agreements/keep-duties.ts'
import type { DutyRow } from '../agreements/keeper.sql.ts'
import type { Read } from '../db/statement.ts'
import {
  selectActivations,
  selectDerived,
  selectDuties,
  selectEnds,
  selectOrderFaults,
  selectQuotaFaults,
  selectStandings,
  selectStandingsGone,
  selectWalls,
} from './audit.sql.ts'
import type { Findings } from './findings.ts'

const pageOfArrests = 500

/** What was derived from the custodians' tables, record by record, computed again by the walls' own functions. */
export const auditDerived = async (
  read: Read,
  findings: Findings,
  onArrests: (count: number) => void,
): Promise<void> => {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await read.rows<{ arrest_id: string; wrong: string | null }>(selectDerived(after, pageOfArrests))
    for (const { arrest_id, wrong } of rows)
      if (wrong !== null)
        findings.add(wrong === 'police.held' ? 'held-altered' : 'disclosure-altered', { table: wrong, row: arrest_id })
    onArrests(rows.length)
    const last = rows.at(-1)
    if (rows.length < pageOfArrests || !last) return
    after = last.arrest_id
  }
}

interface StandingRow {
  door: string
  agreement: string
  version: number
  starts_at: string
  ends_at: string
  ended_at: string | null
  ended_why: string | null
  stopped_at: string | null
  units: string[]
  purposes: Record<string, { cites: string; suffices: string }>
  limits: number[]
  outage_stops: boolean
  terms: string | null
  own_door: string | null
  own_start: string | null
  own_end: string | null
  entry: number | null
  halted: string | null
  halted_at: string | null
  next_begins: string | null
  terminated: boolean
  terminates: boolean
}

const stops = ['suspended', 'emergency-stopped', 'obligation-overdue']

/** Which parts of a standing are not what its terms and its stops say. */
const differingParts = (row: StandingRow): string[] => {
  if (row.terms === null) return ['agreement']
  const terms = JSON.parse(row.terms) as Terms
  const { limits, confirmationOutage } = terms
  const purposes = Object.fromEntries(terms.purposes.map(({ code, cites, suffices }) => [code, { cites, suffices }]))
  const isStopped = row.halted !== null && stops.includes(row.halted) && (row.halted_at ?? '') < row.ends_at
  const isSuperseded = row.next_begins !== null && row.next_begins < row.ends_at
  const parts: Record<string, boolean> = {
    door: row.door !== row.own_door,
    starts_at: row.starts_at !== row.own_start,
    ends_at: row.ends_at !== row.own_end,
    units: row.units.join(' ') !== terms.units.map(unit => unit.code).join(' '),
    purposes: canonicalText(row.purposes) !== canonicalText(purposes),
    limits:
      row.limits.join(' ') !==
      [
        limits.inquiriesPerUnitPerDay,
        limits.inquiriesPerOfficerPerDay,
        limits.personsPerUnitPerDay,
        limits.rowsPerAnswer,
        confirmationOutage.minutes,
      ].join(' '),
    outage_stops: row.outage_stops !== (confirmationOutage.then === 'stop'),
    stopped_at:
      (isStopped && row.stopped_at === null) || ((row.halted ?? 'resumed') === 'resumed' && row.stopped_at !== null),
    ended_at:
      (row.ended_why === 'terminated' && !row.terminates) ||
      (row.ended_why === 'superseded' && row.next_begins === null) ||
      (isSuperseded && row.ended_at === null) ||
      (row.terminated && row.next_begins === null && row.ended_at === null),
  }
  return Object.keys(parts).filter(name => parts[name])
}

/** What each agreement may ask and until when, as the database decides by it. */
export const auditStandings = async (read: Read, findings: Findings): Promise<void> => {
  for (const row of await read.rows<StandingRow & { [column: string]: unknown }>(selectStandings)) {
    const parts = differingParts(row)
    const where = { entry: row.entry, table: 'inquiry.standing', row: `${row.agreement} ${row.version}` }
    if (parts.length > 0) findings.add('standing-altered', { ...where, detail: parts.join(', ') })
  }
  for (const gone of await read.rows<{ code: string; version: number; entry: number | null }>(selectStandingsGone))
    findings.add('standing-altered', {
      entry: gone.entry,
      table: 'inquiry.standing',
      row: `${gone.code} ${gone.version}`,
      detail: 'gone',
    })
}

/** How much of a day's allowance is used up, beside what was answered. */
export const auditQuotas = async (read: Read, findings: Findings): Promise<void> => {
  for (const { row, part } of await read.rows<{ row: string; part: string }>(selectQuotaFaults))
    findings.add('quota-altered', { table: 'inquiry.quota', row, detail: part })
}

/** Orders about records that took effect, beside the people who stand for them. */
export const auditOrders = async (read: Read, findings: Findings): Promise<void> => {
  const rows = await read.rows<{ fault: 'order-unfounded' | 'row-missing'; table: string; row: string }>(
    selectOrderFaults,
  )
  for (const { fault, table, row } of rows) findings.add(fault, { table, row })
}

/** Duties as the terms in force give them. */
export const auditDuties = async (read: Read, findings: Findings): Promise<void> => {
  const owed = new Map<string, DutyRow>()
  // As they are entered: what stands first stays.
  const enter = (duties: readonly DutyRow[]) => {
    for (const duty of duties) if (!owed.has(duty.obligation_id)) owed.set(duty.obligation_id, duty)
  }
  for (const { resolution_id } of await read.rows<{ resolution_id: string }>(selectActivations))
    enter(await loadDuties(read, resolution_id))
  for (const end of await read.rows<EndRow & { [column: string]: unknown }>(selectEnds)) enter(dutiesOfEnd(end))
  const differs = (row: string) => findings.add('duty-altered', { table: 'agreement.obligation', row })
  for (const row of await read.rows<DutyRow & { [column: string]: unknown }>(selectDuties)) {
    const own = owed.get(row.obligation_id)
    owed.delete(row.obligation_id)
    const isSame = own && Object.entries(own).every(([column, value]) => row[column] === value)
    if (!isSame) differs(row.obligation_id)
  }
  // A duty at the end is entered within seconds of it.
  for (const id of owed.keys()) differs(id)
}

/** Grants, policies, functions and triggers against what the journal last said of them. */
export const auditWalls = async (read: Read, findings: Findings): Promise<void> => {
  const row = await read.find<{ now: string; known: string | null; entry: number | null; cause: string | null }>(
    selectWalls,
  )
  if (!row || (row.known === row.now && row.cause !== 'found-different')) return
  // A database that no server has looked at yet has no entry to compare with.
  if (row.known === null) return
  findings.add('walls-altered', { entry: row.entry })
}
