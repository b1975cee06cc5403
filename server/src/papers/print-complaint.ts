import { type ComplaintFields, type ComplaintId, formatId, type Instant, refuse } from '@pars/domain'
import { checkAccess } from '../access/check-access.ts'
import { type Access, journaledRead } from '../access/journaled-read.ts'
import { uuidOf } from '../db/transaction.ts'
import type { ComplaintFacts } from './compose-complaint.ts'
import { type CaseRow, loadCaseFacts } from './load-case-facts.ts'
import { selectComplaint } from './papers.sql.ts'
import { type Printed, printedBy } from './printing.ts'

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

/** Hands out what stands on a complaint, and records who took it. The door's own grants and policies say whose it may be. */
export const printComplaint = journaledRead<{ complaintId: ComplaintId; access: Access }, Printed<ComplaintFacts>>(
  'paper.print',
  async (read, reader, { complaintId, access }) => {
    const unclear = checkAccess(access)
    if (unclear) return unclear
    const row = await read.find<ComplaintRow>(selectComplaint(uuidOf('cmp', complaintId)))
    const loaded = row && (await loadCaseFacts(read, row))
    if (!row || !loaded) return noSuchComplaint
    const { arrestId, caseFacts } = loaded
    const facts: ComplaintFacts = {
      ...caseFacts,
      complaint: complaintOf(row),
      approvedBy: row.approved_by,
      approvedAt: row.approved_at,
      filed:
        row.filed_at === null || row.certified_by === null ? null : { certifiedBy: row.certified_by, at: row.filed_at },
    }
    const actEntry = formatId('ent', row.entry_id)
    return printedBy({ read, reader }, { ...access, paper: 'complaint', arrestId, complaintId }, { facts, actEntry })
  },
)
