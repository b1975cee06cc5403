import type { ActTable } from './act-tables.ts'

const custodians = (...kinds: string[]): ActTable => ({
  doors: ['pars_police', 'pars_prosecutor', 'pars_court'],
  kinds,
})
/** Written by a function of the walls alone: no door inserts here. */
const walls = (...kinds: string[]): ActTable => ({ doors: [], kinds })

export const agreementActTables: Record<string, ActTable> = {
  'partner.partner': custodians('partner.registered'),
  'partner.unit': custodians('unit.registered'),
  'partner.officer': custodians('officer.certified'),
  'partner.signing_key': custodians('key.registered'),
  'partner.switch': custodians('partner-switch.set'),
  'partner.case_registration': walls('case.registered'),
  'agreement.seat_key': custodians('key.registered'),
  'agreement.seat_key_end': custodians('key.revoked'),
  'agreement.agreement': custodians('terms.drafted'),
  'agreement.version': custodians('terms.drafted'),
  'agreement.resolution': custodians('resolution.opened'),
  'agreement.ballot': custodians('ballot.cast'),
  'agreement.acceptance': walls('agreement.accepted', 'agreement.rejected'),
  'agreement.activation': walls('agreement.activated'),
  'agreement.halt': walls('agreement.suspended', 'agreement.resumed', 'agreement.ended'),
  'agreement.lapse': walls('resolution.lapsed'),
  'agreement.notice': custodians('notice.served'),
  'agreement.consultation': custodians('consultation.recorded'),
  'agreement.legal_constraint': custodians('constraint.recorded'),
  'agreement.counsel_sign_off': custodians('constraint.signed-off'),
  'agreement.fulfilment': walls('obligation.met'),
  'agreement.missed_obligation': walls('obligation.missed'),
  'inquiry.asked': walls('inquiry.answered', 'inquiry.refused'),
  'disclosure.change': walls(
    'arrest.reported',
    'arrest.corrected',
    'charges.decided',
    'complaint.filed',
    'arraignment.held',
    'bail.set',
    'bail.refused',
    'departure.acknowledged',
    'record.expunged',
    'record.limited',
    'record.sealed',
  ),
}

/** What each of the three custodians may append about partners and agreements. */
export const kindsOfSeats = [
  'ballot.cast',
  'consultation.recorded',
  'constraint.recorded',
  'constraint.signed-off',
  'key.registered',
  'key.revoked',
  'notice.served',
  'officer.certified',
  'partner-switch.set',
  'partner.registered',
  'resolution.opened',
  'terms.drafted',
  'unit.registered',
]

/** Only functions of the walls write these. */
export const kindsOfNoDoor = [
  'agreement.accepted',
  'agreement.activated',
  'agreement.ended',
  'agreement.rejected',
  'agreement.resumed',
  'agreement.suspended',
  'case.registered',
  'inquiry.answered',
  'inquiry.refused',
  'obligation.met',
  'obligation.missed',
  'record.expunged',
  'record.limited',
  'record.redacted',
  'record.sealed',
  'resolution.lapsed',
]

/** The slots of each kind of conduct that a door may append; every other kind is a record's. */
export const conductSlots: Record<string, string[]> = {
  'key.registered': ['holder', 'key', 'approval'],
  'key.revoked': ['holder', 'key', 'approval'],
  'walls.changed': ['change'],
  'audit.completed': ['officer', 'findings'],
  'resolution.opened': ['officer', 'reason'],
  'ballot.cast': ['officer', 'signature', 'reason'],
  'notice.served': ['officer', 'recipient', 'text'],
}

const hash = '0'.repeat(64)
const version = { agreement: 'made-up', agreementVersion: 1 }
const key = { use: 'ballot', algorithm: 'ed25519', seat: null, unit: null, vkey: null }
const resolution = { ...version, resolution: 'res-1', action: 'adopt', seat: 'police', termsHash: hash }

/** Well-formed clear fields of the kinds that doors append. */
export const conductClear: Record<string, object> = {
  'key.registered': key,
  'key.revoked': key,
  'walls.changed': { wallsHash: hash, cause: 'made-up' },
  'audit.completed': { from: 1, through: 1, faults: 0 },
  'resolution.opened': { ...resolution, closesAt: null },
  'ballot.cast': { ...resolution, choice: 'for', statementHash: hash },
  'notice.served': { ...version, notice: 'non-renewal', servedBy: 'police' },
}

/** What a row must say for its entry's clear fields to be its own. */
export const matchingColumns: Record<string, object> = {
  'agreement.ballot': {
    seat: 'police',
    choice: 'for',
    action: 'adopt',
    version: 1,
    terms_hash: Buffer.alloc(32),
    statement_hash: Buffer.alloc(32),
  },
}
