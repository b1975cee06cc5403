import type { Party } from '@pars/domain'

export interface DemoAccount {
  /** At the local provider. */
  readonly subject: string
  readonly displayName: string
  readonly party: Party
  readonly role: string
  readonly kind: 'person' | 'system'
  readonly badge: string | null
  readonly organization: string | null
}

const person = (party: Party, role: string, displayName: string, more: Partial<DemoAccount> = {}): DemoAccount => ({
  subject: role,
  displayName,
  party,
  role,
  kind: 'person',
  badge: null,
  organization: null,
  ...more,
})
const system = (party: Party, role: string, displayName: string): DemoAccount => ({
  ...person(party, role, displayName),
  kind: 'system',
})

/** The eight chairs that the start page offers, in the order of an arrest's way. */
export const chairs: readonly DemoAccount[] = [
  person('police', 'booking-officer', 'Officer Booking', { badge: '9001' }),
  person('police', 'detective', 'Detective Desk', { badge: '9002' }),
  person('prosecutor', 'charging-attorney', 'Attorney Charging'),
  person('court', 'pretrial-officer', 'Officer Pretrial'),
  person('court', 'court-clerk', 'Clerk Court'),
  person('court', 'magistrate', 'Magistrate Bench'),
  person('defense', 'defender', 'Defender Counsel', { organization: 'Defender Association' }),
  person('police', 'release-desk', 'Officer Release', { badge: '9003' }),
]

/** One for each seat. They come first, from the administrator: afterward a seat adds its own people. */
export const managers: readonly DemoAccount[] = [
  person('police', 'police-manager', 'Manager Police'),
  person('prosecutor', 'prosecutor-manager', 'Manager Prosecutor'),
  person('court', 'court-manager', 'Manager Court'),
]

/** A second person for the acts that need two, those who vote on agreements, and the systems of the two seats that have them. */
export const others: readonly DemoAccount[] = [
  person('police', 'release-desk', 'Officer Second-Release', { subject: 'release-desk-2', badge: '9004' }),
  person('police', 'police-representative', 'Representative Police'),
  person('police', 'city-solicitor', 'Solicitor City'),
  person('prosecutor', 'prosecutor-representative', 'Representative Prosecutor'),
  person('court', 'court-representative', 'Representative Court'),
  system('police', 'intake-system', 'Police intake system'),
  system('court', 'court-system', 'Court case system'),
]

/** Drives the made-up city's clock; no seat's manager keeps it. */
export const cityDriver: DemoAccount = system('system', 'city-driver', 'City driver')
