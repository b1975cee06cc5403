import type {
  arrestBases,
  CountryOfBirth,
  countryCodeSystems,
  ethnicities,
  nameKinds,
  partyKinds,
  races,
  sexes,
} from '@pars/domain'

type OneOf<List extends readonly string[]> = List[number]

export interface NameFields {
  kind: OneOf<typeof nameKinds>
  last: string
  first: string
  middle: string
  suffix: string
}
export interface AddressFields {
  line: string
  city: string
  state: string
  zip: string
}
export interface OfficerFields {
  badge: string
  name: string
}
export interface ChargeFields {
  /** Set once the record holds this charge: a correction continues it. */
  policeChargeId: string | null
  statute: string
  description: string
  grade: string
  counts: string
  offenseOn: string
  dcNumber: string
}
export interface PartyFields {
  kind: OneOf<typeof partyKinds>
  name: string
  contact: string
}

/** Everything on the booking page exactly as it was typed. Dates and times stay text until the report is made from them. */
export interface BookingForm {
  intakeNumber: string
  personId: string | null
  names: NameFields[]
  bornOn: string
  sex: OneOf<typeof sexes>
  race: OneOf<typeof races>
  ethnicity: OneOf<typeof ethnicities>
  birthCountry: CountryOfBirth['kind']
  birthCodeSystem: OneOf<typeof countryCodeSystems>
  birthCode: string
  ssn: string
  addresses: AddressFields[]
  interpreterLanguage: string
  policeNumber: string
  photoReference: string
  arrestedOn: string
  arrestedTime: string
  place: string
  district: string
  bookingSite: string
  officers: OfficerFields[]
  basis: OneOf<typeof arrestBases>
  warrantNumber: string
  incidents: string[]
  otn: string
  charges: ChargeFields[]
  narrative: string
  domesticViolence: boolean
  parentsNotifiedOn: string
  parentsNotifiedTime: string
  parentsNotifiedBy: string
  victimsAndWitnesses: PartyFields[]
}

/** The lists of the form, each with the blank row that "Add another" adds. */
export const blankRows = {
  names: (): NameFields => ({ kind: 'alias', last: '', first: '', middle: '', suffix: '' }),
  addresses: (): AddressFields => ({ line: '', city: '', state: '', zip: '' }),
  officers: (): OfficerFields => ({ badge: '', name: '' }),
  incidents: (): string => '',
  charges: (): ChargeFields => ({
    policeChargeId: null,
    statute: '',
    description: '',
    grade: '',
    counts: '1',
    offenseOn: '',
    dcNumber: '',
  }),
  victimsAndWitnesses: (): PartyFields => ({ kind: 'victim', name: '', contact: '' }),
}
export type ListName = keyof typeof blankRows

/** A new paper. `intakeNumber` is this form's own number: sent twice, it is still one arrest. */
export const blankForm = (intakeNumber: string): BookingForm => ({
  intakeNumber,
  personId: null,
  names: [{ ...blankRows.names(), kind: 'stated' }],
  bornOn: '',
  sex: 'unknown',
  race: 'unknown',
  ethnicity: 'unknown',
  birthCountry: 'not-asked',
  birthCodeSystem: 'genc',
  birthCode: '',
  ssn: '',
  addresses: [{ ...blankRows.addresses(), city: 'Philadelphia', state: 'PA' }],
  interpreterLanguage: '',
  policeNumber: '',
  photoReference: '',
  arrestedOn: '',
  arrestedTime: '',
  place: '',
  district: '',
  bookingSite: '',
  officers: [blankRows.officers()],
  basis: 'sight',
  warrantNumber: '',
  incidents: [''],
  otn: '',
  charges: [blankRows.charges()],
  narrative: '',
  domesticViolence: false,
  parentsNotifiedOn: '',
  parentsNotifiedTime: '',
  parentsNotifiedBy: '',
  victimsAndWitnesses: [],
})

const isBlank = (text: string) => text.trim() === ''

/** Rows that hold nothing typed and so are no part of the report. */
export const isBlankRow = {
  names: (row: NameFields) => [row.last, row.first, row.middle, row.suffix].every(isBlank),
  addresses: (row: AddressFields) => [row.line, row.zip].every(isBlank),
  officers: (row: OfficerFields) => [row.badge, row.name].every(isBlank),
  incidents: isBlank,
  charges: (row: ChargeFields) =>
    row.policeChargeId === null &&
    [row.statute, row.description, row.grade, row.offenseOn, row.dcNumber].every(isBlank),
  victimsAndWitnesses: (row: PartyFields) => [row.name, row.contact].every(isBlank),
}
