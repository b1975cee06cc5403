import type { Role } from './roles.ts'

interface PermissionRow {
  roles: readonly Role[]
  /** As in "Court can't <act>. Ask Police to <ask>." */
  act: string
  ask: string
}

const booking = ['booking-officer', 'detective', 'police-supervisor', 'intake-system'] as const
const releasing = ['release-desk', 'police-supervisor'] as const
const police = ['booking-officer', 'detective', 'police-supervisor', 'release-desk', 'police-manager'] as const
const charging = ['charging-attorney', 'charging-supervisor'] as const
const prosecutor = [...charging, 'prosecutor-manager'] as const
const bench = ['court-clerk', 'magistrate'] as const
const court = [...bench, 'pretrial-officer', 'court-manager'] as const
const staff = [...police, ...prosecutor, ...court] as const
const clerks = ['court-clerk', 'court-manager'] as const
const managers = ['police-manager', 'prosecutor-manager', 'court-manager'] as const
/** They vote: one seat, one ballot, whoever of them casts it. */
const representatives = ['police-representative', 'prosecutor-representative', 'court-representative'] as const
const drafters = [...representatives, 'city-solicitor'] as const

const row = (act: string, ask: string, ...allowed: readonly (Role | readonly Role[])[]): PermissionRow => ({
  roles: [...new Set(allowed.flat())],
  act,
  ask,
})

/** Who may do what: the one table, read by server, screens and documentation. A permission's name is `noun.verb`. */
export const permissionTable = {
  'board.view': row('look at the board', 'look', staff, 'court-system', 'visitor'),
  'arrest.view': row('open a record', 'open it', staff, 'intake-system', 'court-system', 'defender', 'visitor'),
  'arrest.search': row('search arrests', 'search', staff),
  'arrest.draft': row('draft an arrest report', 'draft it', booking),
  'arrest.report': row('report an arrest', 'report it', booking),
  'arrest.correct': row('change an arrest', 'correct it', booking),
  'charging.view': row('look at the charging queue', 'look', prosecutor, 'visitor'),
  'charging.take': row('take an arrest for charging', 'take it', charging),
  'charging.send-back': row('send an arrest back', 'send it back', charging),
  'charging.decide': row('decide charges', 'decide them', charging),
  'complaint.make': row('make a complaint', 'make it', charging),
  'complaint.file': row('file a complaint', 'file it', bench, 'court-system'),
  'court-session.open': row('open a court session', 'open it', bench, 'court-manager', 'court-system'),
  'court-session.view': row('look at a court session', 'look', staff, 'court-system', 'defender', 'visitor'),
  'listing.add': row('list a case', 'list it', bench, 'court-system'),
  'listing.mark-not-produced': row('mark a person not produced', 'mark it', bench),
  'bail.request': row("enter the Commonwealth's bail request", 'enter it', charging),
  'bail.defense-request': row("enter the defense's bail request", 'enter it', 'defender'),
  'bail.recommend': row('enter the bail recommendation', 'enter it', 'pretrial-officer'),
  'arraignment.hold': row('hold a preliminary arraignment', 'hold it', 'magistrate'),
  'bail.set': row('set bail', 'set it', 'magistrate'),
  'bail.refuse': row('refuse bail', 'decide it', 'magistrate'),
  'hold.record': row('record a hold', 'record it', releasing, 'booking-officer', 'detective'),
  'hold.lift': row('lift a hold', 'lift it', releasing),
  'departure.propose': row('propose that a person leaves custody', 'propose it', releasing),
  'departure.confirm': row('confirm that a person leaves custody', 'confirm it', releasing),
  'departure.withdraw': row('withdraw a departure', 'withdraw it', releasing),
  'departure.acknowledge': row('acknowledge that a person has left', 'acknowledge it', releasing, 'booking-officer'),
  'staff.view': row('look at the people of a seat', 'look', managers),
  'staff.add': row('add people to a seat', 'add them', managers),
  'staff.change': row('change the people of a seat', 'change them', managers),
  'staff.end': row('end an account', 'end it', managers),
  'reference.view': row(
    'look at reference data',
    'look',
    staff,
    'intake-system',
    'court-system',
    'defender',
    'visitor',
  ),
  'reference.load': row('load reference data', 'load it', managers),
  'rehearsal.advance-clock': row('move the rehearsal clock', 'move it', managers, 'city-driver'),
  'agreement.view': row('look at agreements', 'look', staff, drafters),
  'partner.view': row('look at partners', 'look', staff, drafters),
  'partner.register': row('register a partner', 'register it', drafters),
  'unit.register': row("register a partner's unit", 'register it', drafters),
  'officer.certify': row("certify a partner's officer", 'certify the officer', drafters),
  'partner-key.register': row("register a partner's key", 'register it', drafters),
  'partner-switch.set': row("stop a partner's unit, officer or key", 'stop it', drafters, managers),
  'terms.draft': row('draft terms', 'draft them', drafters),
  'resolution.open': row('open a resolution', 'open it', drafters),
  'ballot.cast': row('cast a ballot', 'cast it', representatives),
  'seat-key.register': row("register a seat's key", 'register it', representatives),
  'seat-key.end': row("end a seat's key", 'end it', representatives),
  'cosigner.appoint': row("appoint a seat's cosigner", 'appoint it', representatives),
  'consultation.record': row('record a consultation', 'record it', drafters),
  'notice.serve': row('serve a notice', 'serve it', drafters),
  'constraint.record': row('record a legal constraint', 'record it', drafters),
  'constraint.sign-off': row(
    'sign off as counsel',
    'sign off',
    'city-solicitor',
    'prosecutor-representative',
    'court-representative',
  ),
  'audit.view': row('look at the audits', 'look', managers, representatives),
  'audit.start': row('start an audit', 'start it', managers, representatives),
  'agreement.stop': row('stop an agreement in an emergency', 'stop it', representatives),
  'agreement.extend': row('try to extend an agreement without a vote', 'try it', drafters, managers),
  'record-order.view': row('look at orders about records', 'look', clerks, 'magistrate'),
  'record-order.enter': row('enter an order about a record', 'enter it', clerks),
  'record-order.check': row('verify an order about a record', 'verify it', clerks, 'magistrate'),
  'record-order.carry-out': row('carry out an order about a record', 'carry it out', clerks),
  'litigation-hold.view': row('look at litigation holds', 'look', managers, clerks, 'magistrate', 'city-solicitor'),
  'litigation-hold.set': row('hold a record for litigation', 'hold it', managers, 'city-solicitor'),
  'litigation-hold.end': row('end a litigation hold', 'end it', managers, 'city-solicitor'),
  'recipient.view': row('look at who was told of an order or a correction', 'look', managers, clerks),
  'package.export': row('export an audit package', 'export it', drafters, managers),
  'path.open': row('lay open what inquiries held', 'lay it open', representatives, managers),
  'paper.print': row('print a paper', 'print it', staff, 'defender'),
} as const satisfies Record<string, PermissionRow>

export type Permission = keyof typeof permissionTable
export const permissions = Object.keys(permissionTable) as Permission[]
export const isPermission = (text: string): text is Permission => Object.hasOwn(permissionTable, text)
