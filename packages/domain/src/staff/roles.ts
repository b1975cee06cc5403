import type { Party, Seat } from '../seats.ts'

interface RoleRow {
  /** Whose acts this role does; null for somebody who acts for nobody. */
  party: Party | null
  kind: 'person' | 'system'
  title: string
  /** The seat whose manager adds, changes and ends accounts of this role; null where nobody does. */
  managedBy: Seat | null
  manages: boolean
}

const role = (party: Party, title: string, managedBy: Seat, more: Partial<RoleRow> = {}): RoleRow => ({
  party,
  kind: 'person',
  title,
  managedBy,
  manages: false,
  ...more,
})

/** Every role, whose it is, and who manages its accounts. */
export const roleTable = {
  'booking-officer': role('police', 'Booking officer', 'police'),
  detective: role('police', 'Detective', 'police'),
  'police-supervisor': role('police', 'Police supervisor', 'police'),
  'release-desk': role('police', 'Release desk', 'police'),
  'police-manager': role('police', 'Police manager', 'police', { manages: true }),
  'police-representative': role('police', 'Police representative', 'police'),
  // Counsel of the city: drafts and serves for the police seat, and never votes.
  'city-solicitor': role('police', 'City solicitor', 'police'),
  'intake-system': role('police', 'Intake system', 'police', { kind: 'system' }),
  'charging-attorney': role('prosecutor', 'Charging attorney', 'prosecutor'),
  'charging-supervisor': role('prosecutor', 'Charging supervisor', 'prosecutor'),
  'prosecutor-manager': role('prosecutor', 'Prosecutor manager', 'prosecutor', { manages: true }),
  'prosecutor-representative': role('prosecutor', 'Prosecutor representative', 'prosecutor'),
  'pretrial-officer': role('court', 'Pretrial officer', 'court'),
  'court-clerk': role('court', 'Court clerk', 'court'),
  magistrate: role('court', 'Arraignment Court Magistrate', 'court'),
  'court-manager': role('court', 'Court manager', 'court', { manages: true }),
  'court-representative': role('court', 'Court representative', 'court'),
  'court-system': role('court', 'Court case system', 'court', { kind: 'system' }),
  defender: role('defense', 'Defender', 'court'),
  // Moves the clock of a rehearsal; a database of record has none.
  'city-driver': { party: 'system', kind: 'system', title: 'City driver', managedBy: null, manages: false },
  // Looks at a rehearsal database without signing in; no account has it.
  visitor: { party: null, kind: 'person', title: 'Visitor', managedBy: null, manages: false },
} as const satisfies Record<string, RoleRow>

export type Role = keyof typeof roleTable
export const roles = Object.keys(roleTable) as Role[]

export const isRole = (text: string): text is Role => Object.hasOwn(roleTable, text)

/** Whose acts a role does: a seat's, the defense's; null for a visitor. */
export const seatOf = (of: Role): Party | null => roleTable[of].party
export const kindOf = (of: Role): 'person' | 'system' => roleTable[of].kind
export const isManager = (of: Role): boolean => roleTable[of].manages
/** The roles whose accounts this seat's managers keep. */
export const rolesManagedBy = (seat: Seat): Role[] => roles.filter(of => roleTable[of].managedBy === seat)
