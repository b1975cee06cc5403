import { cityDateOf, type Instant, instantOf, millisecondsOf, type PlainDate } from '@pars/domain'
import { type Duty, dutiesAtEnd, dutiesOf, type Terms } from '@pars/terms'
import type { Read } from '../db/statement.ts'
import { dutyIdOf } from './duty-id.ts'
import type { KeeperTx } from './in-keeper.ts'
import { type DutyRow, insertDuties, selectDutyFacts, selectEndsWithoutDuties } from './keeper.sql.ts'

interface DutyFacts {
  agreement_id: string
  version: number
  action: string
  terms: string
  periods_from: PlainDate | null
  terms_before: string | null
}
export interface EndRow {
  agreement_id: string
  version: number
  terms: string
  effective_at: Instant
}

const rowsOf = (of: { agreement_id: string; version: number }, duties: readonly Duty[]): DutyRow[] =>
  duties.map(duty => ({
    obligation_id: dutyIdOf(of.agreement_id, of.version, duty.code, duty.dueOn),
    agreement_id: of.agreement_id,
    version: of.version,
    code: duty.code,
    arises_on: duty.arisesOn,
    due_on: duty.dueOn,
    suspends: duty.suspends,
  }))

/** The duties of terms that a resolution put in force. */
export const loadDuties = async (read: Read, resolutionId: string): Promise<DutyRow[]> => {
  const facts = await read.find<DutyFacts & { [column: string]: unknown }>(selectDutyFacts(resolutionId))
  if (!facts) throw new Error('the resolution that took effect is gone')
  const terms = JSON.parse(facts.terms) as Terms
  const amends =
    facts.action === 'amend' && facts.terms_before !== null ? (JSON.parse(facts.terms_before) as Terms) : null
  const duties = dutiesOf(terms, { periodsFrom: facts.periods_from ?? terms.startsOn, amends })
  return rowsOf(facts, duties)
}

/** Puts the duties of terms that came into force on the calendar. */
export const enterDuties = async (tx: KeeperTx, resolutionId: string): Promise<void> => {
  const duties = await loadDuties(tx, resolutionId)
  if (duties.length > 0) await tx.write(insertDuties(duties))
}

/** The duties that begin when an agreement ends. The last day is the one before the instant of its end. */
export const dutiesOfEnd = (end: EndRow): DutyRow[] => {
  const lastDay = cityDateOf(instantOf(millisecondsOf(end.effective_at) - 1))
  return rowsOf(end, dutiesAtEnd(JSON.parse(end.terms) as Terms, lastDay))
}

/** Puts the duties on the calendar that begin when an agreement ends. */
export const enterDutiesAtEnd = async (tx: KeeperTx): Promise<void> => {
  const ends = await tx.rows<EndRow & { [column: string]: unknown }>(selectEndsWithoutDuties)
  for (const end of ends) await tx.write(insertDuties(dutiesOfEnd(end)))
}
