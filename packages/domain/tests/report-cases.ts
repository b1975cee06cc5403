import type { ArrestReport, DateReason, ReportReason, ReportTextReason, ShapeReason } from '../src/index.ts'
import { aPerson, aPoliceCharge, aReport, at, day } from './examples.ts'
import { type Cases, namePartCases } from './refusals.ts'

type Put = (report: ArrestReport) => { kind: string } | undefined

const many = <T>(item: T, count: number): T[] => Array.from({ length: count }, () => item)
const onCharge = (change: Partial<ArrestReport['charges'][number]>) => aReport({ charges: [aPoliceCharge(change)] })
const onPerson = (change: Partial<ArrestReport['person']>) => aReport({ person: aPerson(change) })
const notified = (parentsNotifiedAt: string) =>
  aReport({ directFile: { parentsNotifiedAt: at(parentsNotifiedAt), parentsNotifiedBy: 'R. Farrow' } })

/** A report for each reason why not even a draft is saved. An empty intake number is refused of a draft too. */
export const draftCases = (put: Put): Cases<ReportTextReason | ShapeReason | DateReason> => ({
  ...namePartCases(last =>
    put(
      last.trim() === ''
        ? aReport({ intakeNumber: last })
        : onPerson({ names: [{ kind: 'stated', last, first: null, middle: null, suffix: null }] }),
    ),
  ),
  'list-too-long': () => put(aReport({ officers: many({ badge: '1', name: 'R. Farrow' }, 51) })),
  'otn-shape': () => put(aReport({ otn: '3333330' })),
  'dc-number-shape': () => put(aReport({ incidents: ['20262500012'] })),
  'ssn-shape': () => put(onPerson({ ssn: '000-12-345' })),
  'police-number-shape': () => put(onPerson({ policeNumber: '12345678' })),
  'statute-shape': () => put(onCharge({ statute: 'assault' })),
  'arrested-in-future': () => put(aReport({ arrestedAt: at('2026-01-06T03:15:00-05:00') })),
  'arrested-too-long-ago': () =>
    put(aReport({ arrestedAt: at('1905-01-05T22:40:00Z'), person: aPerson({ bornOn: null }) })),
  'offense-after-arrest': () => put(onCharge({ offenseOn: day('2026-01-06') })),
  'offense-too-long-ago': () => put(onCharge({ offenseOn: day('1992-04-16') })),
  'birth-date-not-plausible': () => put(onPerson({ bornOn: day('2020-01-01') })),
  'parents-notified-in-future': () => put(notified('2026-02-01T00:00:00Z')),
})

/** A report for each reason why a whole report cannot be sent, whether new or corrected. */
export const reportCases = (put: Put): Cases<ReportReason> => ({
  ...draftCases(put),
  'text-empty': () => put(aReport({ officers: [{ badge: ' ', name: 'R. Farrow' }] })),
  'name-missing': () => put(onPerson({ names: [] })),
  'place-missing': () => put(aReport({ place: ' ' })),
  'booking-site-missing': () => put(aReport({ bookingSite: '' })),
  'officer-missing': () => put(aReport({ officers: [] })),
  'incident-missing': () => put(aReport({ incidents: [] })),
  'incident-twice': () => put(aReport({ incidents: ['202625000123', '2625000123'] })),
  'charge-missing': () => put(aReport({ charges: [] })),
  'charge-description-missing': () => put(onCharge({ description: '' })),
  'charge-counts': () => put(onCharge({ counts: 1.5 })),
  'charge-incident-not-listed': () => put(onCharge({ dcNumber: '202625000999' })),
  'warrant-number-missing': () => put(aReport({ basis: 'warrant', warrantNumber: ' ' })),
  'country-code-shape': () =>
    put(onPerson({ countryOfBirth: { kind: 'self-reported', codeSystem: 'ncic', code: 'COL' } })),
  'district-unknown': () => put(aReport({ district: '99' })),
  'district-closed': () => put(aReport({ district: '06' })),
  'statute-unknown': () => put(onCharge({ statute: '18 § 9999' })),
  'under-18-without-notice': () => put(onPerson({ bornOn: day('2008-01-06') })),
  'direct-file-of-adult': () => put(notified('2026-01-06T00:00:00Z')),
})
