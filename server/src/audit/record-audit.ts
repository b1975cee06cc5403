import { randomBytes } from 'node:crypto'
import { canonicalText, type Json } from '@pars/ledger'
import type { Pool } from 'pg'
import { jsonOf } from '../journal/append-entry.ts'
import { callAppendConduct } from '../journal/journal.sql.ts'
import type { AuditReport } from './run-audit.ts'

/** Who asked for an audit; null where the night did. */
export interface AuditAskedBy {
  readonly account: string
  readonly name: string
  readonly party: string
  readonly role: string
}

/** Enters what an audit found: its range and the number of faults in clear, the findings committed. Answers the entry's uuid. */
export const recordAudit = async (pool: Pool, report: AuditReport, askedBy: AuditAskedBy | null): Promise<string> => {
  const { findings } = report
  const contents: Json[] = [
    askedBy === null ? null : jsonOf(askedBy),
    { counted: findings.count, listed: jsonOf(findings.list) },
  ]
  const statement = callAppendConduct({
    kind: 'audit.completed',
    clear: { from: 1, through: Math.max(report.through, 1), faults: findings.count },
    nonce: randomBytes(32),
    names: ['officer', 'findings'],
    salts: [randomBytes(32), randomBytes(32)],
    contents: contents.map(content => (content === null ? null : canonicalText(content))),
    actAt: null,
  })
  const { rows } = await pool.query<{ entry_id: string }>({ ...statement, values: [...statement.values] })
  const entryId = rows[0]?.entry_id
  if (entryId === undefined) throw new Error('the journal gave no entry')
  return entryId
}
