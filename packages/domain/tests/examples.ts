import type {
  AccountId,
  AlarmRow,
  ArrestId,
  ArrestReport,
  BailSet,
  ChargeId,
  ComplaintFields,
  ComplaintId,
  CustodyFacts,
  DepartureId,
  DocketFacts,
  DocketId,
  HoldId,
  Instant,
  PersonDetails,
  PlainDate,
  PoliceCharge,
  PoliceChargeId,
  PreliminaryArraignment,
  ReportReference,
  RoomRow,
} from '../src/index.ts'
import { parseInstant, parsePlainDate } from '../src/index.ts'

export const at = (text: string): Instant => {
  const instant = parseInstant(text)
  if (!instant) throw new RangeError(`not an instant: ${text}`)
  return instant
}
export const day = (text: string): PlainDate => {
  const date = parsePlainDate(text)
  if (!date) throw new RangeError(`not a date: ${text}`)
  return date
}

const hex = (number: number): string => number.toString(16).padStart(32, '0')
export const arrestId = (number = 1): ArrestId => `arr_${hex(number)}` as ArrestId
export const accountId = (number = 1): AccountId => `acc_${hex(number)}` as AccountId
export const policeChargeId = (number = 1): PoliceChargeId => `pch_${hex(number)}` as PoliceChargeId
export const chargeId = (number = 1): ChargeId => `chg_${hex(number)}` as ChargeId
export const complaintId = (number = 1): ComplaintId => `cmp_${hex(number)}` as ComplaintId
export const docketId = (number = 1): DocketId => `dkt_${hex(number)}` as DocketId
export const holdId = (number = 1): HoldId => `hld_${hex(number)}` as HoldId
export const departureId = (number = 1): DepartureId => `dep_${hex(number)}` as DepartureId

/** The morning after the example arrest: 03:12 in Philadelphia. */
export const now = at('2026-01-06T03:12:00-05:00')

export const aPerson = (change: Partial<PersonDetails> = {}): PersonDetails => ({
  names: [{ kind: 'stated', last: 'Zzyquill', first: 'Marisol', middle: null, suffix: null }],
  bornOn: day('1992-04-17'),
  sex: 'female',
  race: 'white',
  ethnicity: 'unknown',
  countryOfBirth: { kind: 'not-asked' },
  ssn: '000-12-3456',
  addresses: [{ line: '100 Example Street', city: 'Philadelphia', state: 'PA', zip: '19100' }],
  interpreterLanguage: null,
  policeNumber: null,
  photoReference: null,
  ...change,
})

export const aPoliceCharge = (change: Partial<PoliceCharge> = {}): PoliceCharge => ({
  policeChargeId: policeChargeId(1),
  statute: '18 § 2702 §§ A1',
  description: 'Aggravated Assault',
  grade: 'F1',
  counts: 1,
  offenseOn: day('2026-01-05'),
  dcNumber: '202625000123',
  ...change,
})

export const aReport = (change: Partial<ArrestReport> = {}): ArrestReport => ({
  intakeNumber: 'EXAMPLE-2026-000001',
  personId: null,
  person: aPerson(),
  arrestedAt: at('2026-01-05T22:40:00-05:00'),
  place: '2900 block Example Avenue',
  district: '25',
  bookingSite: 'Divisional Booking Center East',
  officers: [{ badge: '4417', name: 'R. Farrow' }],
  basis: 'sight',
  warrantNumber: null,
  incidents: ['202625000123'],
  otn: 'Q333333-0',
  charges: [aPoliceCharge()],
  narrative: 'Officers stopped a person\nmatching a flash description.',
  domesticViolence: false,
  directFile: null,
  victimsAndWitnesses: [{ kind: 'victim', name: 'A. Made-up', contact: '215-555-0142' }],
  ...change,
})

export const aReference = (): ReportReference => ({
  districts: [
    { code: '25', name: '25th', validFrom: day('1900-01-01'), validTo: null },
    { code: '06', name: '6th', validFrom: day('1900-01-01'), validTo: day('2024-05-01') },
    { code: '09', name: '9th', validFrom: day('1900-01-01'), validTo: null },
  ],
  statutes: [
    { statute: '18 § 2702 §§ A1', validFrom: day('1973-06-06'), validTo: null },
    { statute: '18 § 907 §§ A', validFrom: day('1973-06-06'), validTo: null },
    { statute: '18 § 3304 §§ A9', validFrom: day('2000-01-01'), validTo: day('2020-01-01') },
  ],
})

/** Every room there is, one of them closed since; "200" never was. */
export const rooms = (): RoomRow[] => [
  { room: 'B-08', validFrom: day('1995-01-01'), validTo: null },
  { room: 'B-03', validFrom: day('1995-01-01'), validTo: day('2024-01-01') },
  { room: '803', validFrom: day('1995-01-01'), validTo: null },
]

/** The hours at which an unattended record grows loud. */
export const alarmRows = (): AlarmRow[] => [
  ...[2, 6, 12, 20, 36, 44].map(hours => ({
    clock: 'draft' as const,
    hours,
    validFrom: day('2000-01-01'),
    validTo: null,
  })),
  ...[20, 44, 72].map(hours => ({ clock: 'custody' as const, hours, validFrom: day('2000-01-01'), validTo: null })),
  ...[36, 44, 48].map(hours => ({
    clock: 'probable-cause' as const,
    hours,
    validFrom: day('2000-01-01'),
    validTo: null,
  })),
]

export const anArraignment = (change: Partial<PreliminaryArraignment> = {}): PreliminaryArraignment => ({
  heldAt: at('2026-01-06T02:30:00-05:00'),
  mode: 'video',
  checklist: [
    'complaint-given',
    'complaint-read',
    'counsel-advised',
    'hearing-advised',
    'bail-advised',
    'counsel-consulted',
  ],
  probableCause: 'found',
  interpreter: null,
  prosecutorName: 'A. Made-up',
  defenseName: 'D. Made-up',
  nextListing: { hearing: 'preliminary-hearing', at: at('2026-01-16T09:00:00-05:00'), room: '803' },
  ...change,
})

export const aBailSet = (change: Partial<BailSet> = {}): BailSet => ({
  kind: 'set',
  types: ['ror'],
  amountCents: null,
  depositPercent: null,
  conditions: [],
  reasons: [],
  reasonNote: null,
  abilityToPayConsidered: false,
  abilityToPayNote: null,
  dangerFound: false,
  ...change,
})

export const complaintFields = (change: Partial<ComplaintFields> = {}): ComplaintFields => ({
  affiant: 'Det. R. Farrow',
  affiantAgency: 'Philadelphia Police Department',
  offenseDateText: 'on or about January 5, 2026',
  offensePlace: '2900 block Example Avenue',
  facts: 'The person struck the complainant with a bottle and caused a cut to the head.',
  peaceAndDignity: true,
  labServices: false,
  fingerprinted: true,
  processRequested: 'none-arrested',
  verifiedAt: at('2026-01-06T02:00:00-05:00'),
  ...change,
})

export const aDocket = (change: Partial<DocketFacts> = {}): DocketFacts => ({
  complaintId: complaintId(1),
  docketId: null,
  madeAt: at('2026-01-06T01:00:00-05:00'),
  filedAt: null,
  listing: null,
  arraignment: null,
  order: null,
  ...change,
})

const filed = {
  docketId: docketId(1),
  filedAt: at('2026-01-06T01:30:00-05:00'),
}
const listing = {
  listedAt: at('2026-01-06T01:40:00-05:00'),
  startsAt: at('2026-01-06T02:00:00-05:00'),
  notProducedAt: null,
}

/** A docket that has come as far as the word says. */
export const docketAt = {
  made: () => aDocket(),
  filed: () => aDocket(filed),
  listed: () => aDocket({ ...filed, listing }),
  notProduced: () => aDocket({ ...filed, listing: { ...listing, notProducedAt: at('2026-01-06T02:20:00-05:00') } }),
  arraigned: () =>
    aDocket({
      ...filed,
      listing,
      arraignment: { heldAt: at('2026-01-06T02:30:00-05:00'), probableCause: 'found' },
    }),
  discharged: () =>
    aDocket({
      ...filed,
      listing,
      arraignment: { heldAt: at('2026-01-06T02:30:00-05:00'), probableCause: 'not-found' },
    }),
  ordered: (order: Partial<NonNullable<DocketFacts['order']>>) =>
    aDocket({
      ...filed,
      listing,
      arraignment: { heldAt: at('2026-01-06T02:30:00-05:00'), probableCause: 'found' },
      order: { madeAt: at('2026-01-06T02:35:00-05:00'), kind: 'set', types: ['ror'], ...order },
    }),
}

/** An arrest on sight, sent and waiting for charging. */
export const custodyFacts = (change: Partial<CustodyFacts> = {}): CustodyFacts => ({
  draftedAt: at('2026-01-05T23:00:00-05:00'),
  sentAt: at('2026-01-05T23:30:00-05:00'),
  arrestedAt: at('2026-01-05T22:40:00-05:00'),
  earlierVersions: [],
  basis: 'sight',
  charging: { taken: null, sentBackAt: null, decidedAt: null },
  charges: [{ statute: '18 § 2702 §§ A1', grade: 'F1' }],
  chargesWithoutComplaint: 0,
  dockets: [],
  holds: [],
  departure: null,
  ...change,
})

/** Charged, with these dockets. */
export const charged = (dockets: DocketFacts[], change: Partial<CustodyFacts> = {}): CustodyFacts =>
  custodyFacts({
    charging: {
      taken: { at: at('2026-01-05T23:40:00-05:00'), by: accountId(7) },
      sentBackAt: null,
      decidedAt: at('2026-01-06T00:30:00-05:00'),
    },
    dockets,
    ...change,
  })

export const aHold = (liftedAt: Instant | null = null) => ({
  holdId: holdId(1),
  kind: 'bench-warrant' as const,
  liftedAt,
})

export const aDeparture = (change: Partial<NonNullable<CustodyFacts['departure']>> = {}) => ({
  departureId: departureId(1),
  basis: 'bail-without-money' as const,
  proposedAt: at('2026-01-06T02:45:00-05:00'),
  proposedBy: accountId(1),
  confirmedAt: null,
  confirmedBy: null,
  leftAt: null,
  complaintDueAt: null,
  ...change,
})
