import { type ComplaintFields, type ComplaintId, formatId, type Instant, refuse } from '@pars/domain'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { type VerbContext, verb } from '../verb.ts'
import type { ComplaintFacts } from './compose-complaint.ts'
import { type CaseRow, loadCaseFacts } from './load-case-facts.ts'
import { selectComplaint } from './papers.sql.ts'
import { recordPrinting } from './record-printing.ts'

interface ComplaintRow extends CaseRow {
  affiant: string
  affiant_agency: string
  offense_date_text: string
  offense_place: string
  facts: string | null
  peace_and_dignity: boolean
  lab_services: boolean
  fingerprinted: boolean
  process_requested: ComplaintFields['processRequested']
  verified_at: Instant
  approved_by: string
  approved_at: Instant
  entry_id: string
  filed_at: Instant | null
  certified_by: string | null
}

const noSuchComplaint = refuse(
  'not-found',
  'There is no such complaint, or it is not yours to print. Look for it in the record of the arrest.',
)

const complaintOf = (row: ComplaintRow): ComplaintFacts['complaint'] => ({
  affiant: row.affiant,
  affiantAgency: row.affiant_agency,
  offenseDateText: row.offense_date_text,
  offensePlace: row.offense_place,
  facts: row.facts,
  peaceAndDignity: row.peace_and_dignity,
  labServices: row.lab_services,
  fingerprinted: row.fingerprinted,
  processRequested: row.process_requested,
  verifiedAt: row.verified_at,
})

/** Records who prints a complaint, and hands out what stands on it. The door's own grants and policies say whose it may be. */
export const printComplaint = verb(
  'paper.print',
  async (tx: Tx, ctx: VerbContext, { complaintId }: { complaintId: ComplaintId }) => {
    const row = await tx.find<ComplaintRow>(selectComplaint(uuidOf('cmp', complaintId)))
    const loaded = row && (await loadCaseFacts(tx, ctx.runtime.city, row))
    if (!row || !loaded) return noSuchComplaint
    const facts: ComplaintFacts = {
      ...loaded.caseFacts,
      complaint: complaintOf(row),
      approvedBy: row.approved_by,
      approvedAt: row.approved_at,
      filed:
        row.filed_at === null || row.certified_by === null ? null : { certifiedBy: row.certified_by, at: row.filed_at },
    }
    const printing = await recordPrinting(tx, ctx, loaded.arrestId, { paper: 'complaint', complaintId })
    return { facts, printing, actEntry: formatId('ent', row.entry_id) }
  },
)
