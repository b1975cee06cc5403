import { exampleReport } from '@pars/contract'
import { describe, expect, it } from 'vitest'
import { type BookingForm, blankForm, blankRows } from './booking-form.ts'
import { formOfReport } from './form-of-report.ts'
import { readForm } from './read-form.ts'

const today = '2026-11-22'
const filled = (change: Partial<BookingForm> = {}): BookingForm => ({
  ...blankForm('desk-1'),
  names: [{ kind: 'stated', last: "O'Neill-Ng", first: 'X', middle: '', suffix: '' }],
  bornOn: '4/17/1992',
  arrestedOn: '11/22/2026',
  arrestedTime: '2330',
  place: '2900 block Example Avenue',
  district: '25',
  bookingSite: 'Divisional Booking Center East',
  officers: [{ badge: '4417', name: 'Officer R. Farrow' }],
  incidents: ['2625000123'],
  charges: [
    {
      ...blankRows.charges(),
      statute: '18 § 3701 §§ A1II',
      description: 'Robbery-Threat Immed Ser Injury',
      grade: 'F1',
      offenseOn: '11/22/2026',
    },
  ],
  ...change,
})
const reportOf = (form: BookingForm) => {
  const read = readForm(form, 'send', today)
  if (read.kind === 'unread') throw new Error(JSON.stringify(read.errors))
  return read.report
}
const pointersOf = (form: BookingForm, purpose: 'draft' | 'send' = 'send') => {
  const read = readForm(form, purpose, today)
  return read.kind === 'unread' ? read.errors.map(error => error.pointer) : []
}

describe('the paper becomes a report', () => {
  it('with typed dates and times as moments on the city clock', () => {
    expect(reportOf(filled())).toMatchObject({
      arrestedAt: '2026-11-23T04:30:00.000Z',
      person: { bornOn: '1992-04-17' },
      charges: [{ offenseOn: '2026-11-22' }],
    })
  })
  it('with identifiers in their stored form, a 10-digit DC number included', () => {
    const report = reportOf(filled({ otn: 'q333333-0', ssn: '000 12 3456' }))
    expect(report).toMatchObject({ otn: 'Q3333330', person: { ssn: '000123456' }, incidents: ['202625000123'] })
  })
  it('with names exactly as typed', () => {
    const names = [{ kind: 'stated' as const, last: ' de la  Cruz', first: '', middle: '', suffix: '' }]
    expect(reportOf(filled({ names })).person.names).toEqual([{ ...names[0], first: null, middle: null, suffix: null }])
  })
  it('without the blank rows of its lists', () => {
    const form = filled({
      officers: [blankRows.officers(), { badge: '1', name: 'A' }],
      victimsAndWitnesses: [blankRows.victimsAndWitnesses()],
    })
    expect(reportOf(form)).toMatchObject({ officers: [{ badge: '1' }], victimsAndWitnesses: [] })
  })
  it('with the only incident for a charge that names none', () => {
    expect(reportOf(filled()).charges[0]?.dcNumber).toBe('202625000123')
  })
  it('with no warrant number once "on sight" is chosen again', () => {
    expect(reportOf(filled({ basis: 'sight', warrantNumber: 'W-1' })).warrantNumber).toBeNull()
  })
  it('with the country in capitals beside its code list, or the fact that the person declined', () => {
    const told = filled({ birthCountry: 'self-reported', birthCode: 'can' })
    expect(reportOf(told).person.countryOfBirth).toEqual({ kind: 'self-reported', codeSystem: 'genc', code: 'CAN' })
    expect(reportOf(filled({ birthCountry: 'declined', birthCode: 'CAN' })).person.countryOfBirth).toEqual({
      kind: 'declined',
    })
  })
})

describe('what must be mended first', () => {
  it('is, for a draft, no more than a name and the time of arrest', () => {
    expect(pointersOf(blankForm('desk-1'), 'draft')).toEqual([
      '/person/names/0/last',
      '/arrestedAt',
      '/arrestedAt/time',
    ])
  })
  it('is, for sending, said for every field at once', () => {
    expect(pointersOf(blankForm('desk-1'))).toEqual([
      '/person/names/0/last',
      '/arrestedAt',
      '/arrestedAt/time',
      '/place',
      '/district',
      '/bookingSite',
      '/officers/0/badge',
      '/incidents/0',
      '/charges/0/statute',
    ])
  })
  it.each<[string, Partial<BookingForm>, string[]]>([
    ['a birth date with two digits for the year', { bornOn: '4/17/92' }, ['/person/bornOn']],
    ['a day that does not exist', { arrestedOn: '2/30/2026' }, ['/arrestedAt']],
    [
      'a date and a time that both cannot be read',
      { arrestedOn: 'now', arrestedTime: '25' },
      ['/arrestedAt/time', '/arrestedAt'],
    ],
    ['the hour that spring skips', { arrestedOn: '3/8/2026', arrestedTime: '230' }, ['/arrestedAt/time']],
    ['the hour that fall repeats', { arrestedOn: '11/1/2026', arrestedTime: '130' }, ['/arrestedAt/time']],
    ['an SSN of eight digits', { ssn: '00012345' }, ['/person/ssn']],
    ['an OTN without its letter', { otn: '3333330' }, ['/otn']],
    ['a DC number of a year to come', { incidents: ['202725000123'] }, ['/incidents/0', '/charges/0/dcNumber']],
    ['a warrant without its number', { basis: 'warrant' }, ['/warrantNumber']],
    ['half an officer', { officers: [{ badge: '', name: 'A' }] }, ['/officers/0/badge']],
    ['a country that was said and not chosen', { birthCountry: 'self-reported' }, ['/person/countryOfBirth/code']],
    [
      'a notice to the parents without its time',
      { parentsNotifiedOn: '11/22/2026', parentsNotifiedBy: 'A' },
      ['/directFile/parentsNotifiedAt/time'],
    ],
  ])('is named by its field: %s', (_, change, pointers) => expect(pointersOf(filled(change))).toEqual(pointers))
  it('is named in the row where it was typed, blank rows above or not', () => {
    const charges = [blankRows.charges(), { ...blankRows.charges(), statute: 'robbery' }]
    expect(pointersOf(filled({ charges }))).toEqual([
      '/charges/1/statute',
      '/charges/1/description',
      '/charges/1/offenseOn',
    ])
  })
})

describe('a report of the record', () => {
  it('goes into the form and comes back unchanged, but for the SSN that never comes back', () => {
    const { ssn: _, ...person } = exampleReport.person
    const presented = { ...exampleReport, person: { ...person, ssnLastFour: '3456' }, personId: 'per_1' }
    const form = formOfReport(presented as unknown as Parameters<typeof formOfReport>[0])
    expect(reportOf(form)).toEqual({
      ...exampleReport,
      personId: 'per_1',
      arrestedAt: '2026-01-06T03:40:00.000Z',
      person: { ...person, ssn: null },
    })
  })
})
