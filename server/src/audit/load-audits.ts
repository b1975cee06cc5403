import type { AnswerOf, listAudits } from '@pars/contract'
import { type AuditFinding, formatId, type Instant } from '@pars/domain'
import type { Pool } from 'pg'
import { listRows } from '../db/direct.ts'
import { selectAudits } from './audit.sql.ts'

type Audits = AnswerOf<typeof listAudits>['audits']

interface AuditRow {
  entry_id: string
  number: number | null
  made_at: string
  clear: { through: number; faults: number }
  officer: string | null
  findings: string | null
  [column: string]: unknown
}

interface Kept {
  readonly listed?: readonly AuditFinding[]
}

const nameOf = (officer: string | null): string | null =>
  officer === null ? null : ((JSON.parse(officer) as { name?: string }).name ?? null)

const presentFinding = ({ fault, entry, table, row, detail }: AuditFinding) => ({ fault, entry, table, row, detail })

/** The newest audits as the journal has them. */
export const loadAudits = async (pool: Pool): Promise<Audits> => {
  const rows = await listRows<AuditRow>(pool, selectAudits)
  return rows.map(row => ({
    entryId: formatId('ent', row.entry_id),
    number: row.number,
    at: row.made_at as Instant,
    askedBy: nameOf(row.officer),
    through: row.clear.through,
    faults: row.clear.faults,
    findings: ((JSON.parse(row.findings ?? '{}') as Kept).listed ?? []).map(presentFinding),
  }))
}
