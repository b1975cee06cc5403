import type { Door } from '../src/doors.ts'
import { agreementActTables, kindsOfNoDoor, kindsOfSeats } from './agreement-act-tables.ts'

/** Which door may insert into a table that carries an entry, and with which kinds of entry. */
export interface ActTable {
  doors: Door[]
  kinds: string[]
}

const arrest: ActTable = { doors: ['pars_police'], kinds: ['arrest.drafted', 'arrest.reported', 'arrest.corrected'] }
const account: ActTable = {
  doors: ['pars_police', 'pars_prosecutor', 'pars_court'],
  kinds: ['account.added', 'account.changed', 'account.ended'],
}
const police = (kind: string): ActTable => ({ doors: ['pars_police'], kinds: [kind] })
const prosecutor = (kind: string): ActTable => ({ doors: ['pars_prosecutor'], kinds: [kind] })
const court = (...kinds: string[]): ActTable => ({ doors: ['pars_court'], kinds })

/** Written by a function of the walls alone: no door inserts here. */
const ofWalls = (...kinds: string[]): ActTable => ({ doors: [], kinds })
const ofCustodians = (kind: string): ActTable => ({
  doors: ['pars_police', 'pars_prosecutor', 'pars_court'],
  kinds: [kind],
})

/** Filled by orders about a record, which no arrest's own way has: see record-orders.test.ts. */
export const orderTables = [
  'court.record_order',
  'court.record_order_check',
  'court.record_order_done',
  'court.tombstone',
  'court.limited_record',
  'court.sealed_record',
  'court.recipient',
  'court.litigation_hold',
  'court.litigation_hold_end',
]

export const actTables: Record<string, ActTable> = {
  ...agreementActTables,
  'common.district': police('reference.loaded'),
  'common.alarm': police('reference.loaded'),
  'common.room': court('reference.loaded'),
  'common.statute': court('reference.loaded'),
  'common.grade': court('reference.loaded'),
  'staff.account': account,
  'staff.account_version': account,
  'police.person': arrest,
  'police.arrest': arrest,
  'police.arrest_version': arrest,
  'police.arrest_incident': arrest,
  'police.charge': arrest,
  'narrative.arrest_narrative': arrest,
  'victim.party': arrest,
  'secret.ssn': arrest,
  'police.hold': police('hold.recorded'),
  'police.hold_lift': police('hold.lifted'),
  'police.departure': police('departure.proposed'),
  'police.departure_confirmation': police('departure.confirmed'),
  'police.departure_withdrawal': police('departure.withdrawn'),
  'police.departure_acknowledgment': police('departure.acknowledged'),
  'prosecutor.charging_taken': prosecutor('charging.taken'),
  'prosecutor.sent_back': prosecutor('charging.sent-back'),
  'prosecutor.charging_decision': prosecutor('charges.decided'),
  'prosecutor.charge': prosecutor('charges.decided'),
  'prosecutor.declined_charge': prosecutor('charges.decided'),
  'prosecutor.complaint': prosecutor('complaint.made'),
  'prosecutor.complaint_charge': prosecutor('complaint.made'),
  'narrative.complaint_facts': prosecutor('complaint.made'),
  'prosecutor.bail_request': prosecutor('bail.requested'),
  'defense.bail_request': { doors: ['pars_defense'], kinds: ['bail.defense-requested'] },
  'court.docket': court('complaint.filed'),
  'court.court_session': court('court-session.opened'),
  'court.listing': court('listing.added'),
  'court.not_produced': court('listing.not-produced'),
  'court.bail_guideline': court('bail.recommended'),
  'court.arraignment': court('arraignment.held'),
  'court.bail_order': court('bail.set', 'bail.refused'),
  'narrative.bail_condition': court('bail.set'),
  'court.record_order': court('record-order.entered'),
  'court.record_order_check': court('record-order.checked'),
  'court.record_order_done': ofWalls('record.expunged', 'record.limited', 'record.sealed'),
  'court.tombstone': ofWalls('record.expunged'),
  'court.limited_record': ofWalls('record.limited'),
  'court.sealed_record': ofWalls('record.sealed'),
  'court.recipient': ofWalls('notice.served'),
  'court.litigation_hold': ofCustodians('litigation-hold.set'),
  'court.litigation_hold_end': ofCustodians('litigation-hold.ended'),
}

/** What each door may append; complete. */
export const appendableKinds: Record<Door, string[]> = {
  pars_police: [
    ...kindsOfSeats,
    'account.added',
    'account.changed',
    'account.ended',
    'act.refused',
    'arrest.corrected',
    'arrest.drafted',
    'arrest.reported',
    'board.opened',
    'departure.acknowledged',
    'departure.confirmed',
    'departure.proposed',
    'departure.withdrawn',
    'hold.lifted',
    'hold.recorded',
    'litigation-hold.ended',
    'litigation-hold.set',
    'paper.printed',
    'record.opened',
    'record.searched',
    'reference.loaded',
  ],
  pars_prosecutor: [
    ...kindsOfSeats,
    'account.added',
    'account.changed',
    'account.ended',
    'act.refused',
    'bail.requested',
    'board.opened',
    'charges.decided',
    'charging.sent-back',
    'charging.taken',
    'complaint.made',
    'litigation-hold.ended',
    'litigation-hold.set',
    'paper.printed',
    'record.opened',
    'record.searched',
  ],
  pars_court: [
    ...kindsOfSeats,
    'account.added',
    'account.changed',
    'account.ended',
    'act.refused',
    'arraignment.held',
    'bail.recommended',
    'bail.refused',
    'bail.set',
    'board.opened',
    'complaint.filed',
    'court-session.opened',
    'listing.added',
    'listing.not-produced',
    'litigation-hold.ended',
    'litigation-hold.set',
    'paper.printed',
    'record-order.checked',
    'record-order.entered',
    'record.opened',
    'record.searched',
    'reference.loaded',
  ],
  pars_defense: ['act.refused', 'bail.defense-requested', 'paper.printed', 'record.opened', 'record.searched'],
  pars_signin: ['act.refused'],
  pars_keeper: ['act.refused', 'audit.completed', 'walls.changed'],
  pars_board: [],
  pars_portal: [],
  pars_sequencer: [],
}

/** Every kind there is; `journal.created` is written at creation, by no door. */
export const allKinds = ['journal.created', ...kindsOfNoDoor, ...new Set(Object.values(appendableKinds).flat())].sort()
