import type { PlainDate } from '../time/instant.ts'

export const nameKinds = ['true', 'stated', 'alias'] as const

/** A name as given, unchanged: one letter, no first name, apostrophes and any script are real names. */
export interface PersonName {
  kind: (typeof nameKinds)[number]
  last: string
  first: string | null
  middle: string | null
  suffix: string | null
}

export const sexes = ['female', 'male', 'nonbinary', 'unknown'] as const
/** Race as the courts' own data spells it; `unknown` is "Unknown/Unreported". */
export const races = [
  'asian',
  'asian-pacific-islander',
  'bi-racial',
  'black',
  'native-american-alaskan-native',
  'white',
  'unknown',
] as const
export const ethnicities = ['hispanic', 'not-hispanic', 'unknown'] as const

/** NCIC and GENC codes collide (CO is Colorado or Colombia): a place never travels without its code system. */
export const countryCodeSystems = ['genc', 'ncic'] as const

/** Self-reported, nullable, never a status: there is no immigration-status field anywhere (B6). */
export type CountryOfBirth =
  | { kind: 'self-reported'; codeSystem: (typeof countryCodeSystems)[number]; code: string }
  | { kind: 'declined' }
  | { kind: 'not-asked' }

export interface Address {
  line: string
  city: string
  state: string
  zip: string
}

/** A person as stated at one arrest. The full SSN comes in here and never goes out: screens show the last four. */
export interface PersonDetails {
  names: PersonName[]
  bornOn: PlainDate | null
  sex: (typeof sexes)[number]
  race: (typeof races)[number]
  ethnicity: (typeof ethnicities)[number]
  countryOfBirth: CountryOfBirth
  ssn: string | null
  addresses: Address[]
  interpreterLanguage: string | null
  /** Police photo number (PP/PID), up to 7 digits. */
  policeNumber: string | null
  photoReference: string | null
}
