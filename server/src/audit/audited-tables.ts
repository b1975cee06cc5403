/**
 * How the audit checks each table of the database. A table that stands nowhere here fails a test.
 * - rebuilt: every row is made again from the content of its entry and compared; `unsaid` columns are in no entry, with the reason
 * - derived: computed again from rebuilt tables
 * - journal: checked against the tree and the commitments
 * - passing: what is worth nothing after minutes or a day, and decides nothing about a record: not checked
 */
export interface Rebuilt {
  readonly how: 'rebuilt'
  readonly unsaid?: { readonly [column: string]: string }
}
export type AuditedTable = Rebuilt | { readonly how: 'derived' | 'journal' | 'passing'; readonly by: string }

const rebuilt: AuditedTable = { how: 'rebuilt' }
const journal: AuditedTable = { how: 'journal', by: 'the tree, the commitments, the checkpoints' }
const statement = 'its hash is in the entry, and the row must give that hash'
const sameVote = 'a foreign key ties it to the resolution, whose row is rebuilt'

export const auditedTables: { readonly [table: string]: AuditedTable } = {
  'common.alarm': rebuilt,
  'common.district': rebuilt,
  'common.grade': rebuilt,
  'common.room': rebuilt,
  'common.statute': rebuilt,
  'common.idempotency': { how: 'passing', by: 'answers kept for retries' },
  'common.sign_in': { how: 'passing', by: 'who is signed in now' },
  'staff.account': rebuilt,
  'staff.account_version': rebuilt,
  'police.person': rebuilt,
  'police.arrest': rebuilt,
  'police.arrest_version': rebuilt,
  'police.arrest_incident': rebuilt,
  'police.charge': rebuilt,
  'police.hold': rebuilt,
  'police.hold_lift': rebuilt,
  'police.departure': rebuilt,
  'police.departure_confirmation': rebuilt,
  'police.departure_withdrawal': rebuilt,
  'police.departure_acknowledgment': rebuilt,
  'police.held': { how: 'derived', by: 'the departures and filings of each arrest' },
  'narrative.arrest_narrative': rebuilt,
  'narrative.complaint_facts': rebuilt,
  'narrative.bail_condition': rebuilt,
  'victim.party': rebuilt,
  'secret.ssn': rebuilt,
  'prosecutor.charging_taken': rebuilt,
  'prosecutor.sent_back': rebuilt,
  'prosecutor.charging_decision': rebuilt,
  'prosecutor.charge': rebuilt,
  'prosecutor.declined_charge': rebuilt,
  'prosecutor.complaint': rebuilt,
  'prosecutor.complaint_charge': rebuilt,
  'prosecutor.bail_request': rebuilt,
  'defense.bail_request': rebuilt,
  'court.docket': rebuilt,
  'court.court_session': rebuilt,
  'court.listing': rebuilt,
  'court.not_produced': rebuilt,
  'court.bail_guideline': rebuilt,
  'court.arraignment': rebuilt,
  'court.bail_order': rebuilt,
  'partner.partner': rebuilt,
  'partner.unit': rebuilt,
  'partner.officer': rebuilt,
  'partner.signing_key': rebuilt,
  'partner.switch': rebuilt,
  'partner.case_registration': rebuilt,
  'partner.sign_in': { how: 'passing', by: 'which officers are signed in now' },
  'partner.used_nonce': { how: 'passing', by: 'numbers of the last ten minutes' },
  'agreement.seat_key': rebuilt,
  'agreement.seat_key_end': rebuilt,
  'agreement.agreement': rebuilt,
  'agreement.version': rebuilt,
  'agreement.resolution': rebuilt,
  'agreement.ballot': { how: 'rebuilt', unsaid: { statement } },
  'agreement.acceptance': {
    how: 'rebuilt',
    unsaid: {
      statement,
      statement_hash: 'of a rejection: the signature over the statement is checked',
      resolution_id: 'a foreign key ties it to the version that was voted on',
      action: sameVote,
      term: 'of an acceptance: there is none',
      reason: 'of an acceptance: there is none',
    },
  },
  'agreement.activation': rebuilt,
  'agreement.halt': rebuilt,
  'agreement.lapse': rebuilt,
  'agreement.notice': rebuilt,
  'agreement.consultation': rebuilt,
  'agreement.legal_constraint': rebuilt,
  'agreement.counsel_sign_off': rebuilt,
  'agreement.fulfilment': rebuilt,
  'agreement.missed_obligation': rebuilt,
  'agreement.obligation': { how: 'derived', by: 'the terms that were put in force' },
  'inquiry.asked': {
    how: 'rebuilt',
    unsaid: { inquiry_id: 'the number of a held answer: no entry holds it, and nothing depends on it' },
  },
  'inquiry.standing': { how: 'derived', by: 'the terms that were put in force, and what stopped or ended them' },
  'inquiry.held': { how: 'passing', by: 'answers that wait at most 15 minutes' },
  'inquiry.quota': { how: 'passing', by: 'counters of one day' },
  'inquiry.person_seen': { how: 'passing', by: 'counters of one day' },
  'inquiry.secret': { how: 'passing', by: 'a secret of the walls, in no entry' },
  'disclosure.record': { how: 'derived', by: "the custodians' tables" },
  'disclosure.identifier': { how: 'derived', by: "the custodians' tables" },
  'disclosure.change': { how: 'derived', by: 'the acts that change a record: each has exactly one row for its arrest' },
  'journal.entry': journal,
  'journal.content': journal,
  'journal.place': journal,
  'journal.tile': journal,
  'journal.head': journal,
  'journal.checkpoint': journal,
  'journal.waiting': journal,
  'journal.arrest_entry': journal,
  'journal.cosigner': { how: 'rebuilt', unsaid: { appointed_at: "the wall clock's time beside the city's" } },
  'journal.cosignature': { how: 'journal', by: "the cosigner's key, over the checkpoint it confirms" },
  'journal.cosigner_state': { how: 'passing', by: 'what each cosigner said last; each word of it is a cosignature' },
  'journal.outage': { how: 'passing', by: 'times at which a cosigner was silent' },
  'journal.kind': { how: 'derived', by: 'the walls of this version' },
  'journal.door': { how: 'derived', by: 'the walls of this version' },
  'journal.kind_door': { how: 'derived', by: 'the walls of this version' },
  'pars.creation': { how: 'journal', by: 'the first entry' },
  'pars.clock': { how: 'passing', by: "a rehearsal's clock" },
  'pars.migration': { how: 'passing', by: 'what was applied' },
  'pars.wall': { how: 'passing', by: 'what was applied' },
}

export const rebuiltTables: readonly string[] = Object.keys(auditedTables).filter(
  table => auditedTables[table]?.how === 'rebuilt',
)
