import { describe, expect, test } from 'vitest'
import { type ArrestFacts, type ArrestReason, type ArrestReport, acceptArrest, isRefused } from '../../src/index.ts'
import { aPerson, aPoliceCharge, aReference, aReport, arrestId, at, day, now } from '../examples.ts'
import { eachRefusal } from '../refusals.ts'
import { reportCases } from '../report-cases.ts'

const facts = (change: Partial<ArrestFacts> = {}): ArrestFacts => ({
  ...aReference(),
  known: null,
  contentHash: 'first',
  ...change,
})
const sent = { arrestId: arrestId(1), sent: true, contentHash: 'first' }
const accept = (report: ArrestReport, change: Partial<ArrestFacts> = {}) => acceptArrest(facts(change), report, now)
const accepted = (report: ArrestReport, change: Partial<ArrestFacts> = {}) => {
  const decision = accept(report, change)
  if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision))
  return decision
}

describe('an arrest report', () => {
  test('that is complete is accepted, its identifiers in stored form and everything else as given', () => {
    const given = aReport({ otn: 'Q333333-0', incidents: ['2625000123'] })
    expect(accepted(given)).toEqual({
      kind: 'accepted',
      arrestId: null,
      report: {
        ...given,
        otn: 'Q3333330',
        person: { ...given.person, ssn: '000123456' },
        incidents: ['202625000123'],
      },
      ageAtOffense: 33,
      flags: [],
    })
  })

  test('that was drafted before is sent as that same arrest', () => {
    const known = { arrestId: arrestId(4), sent: false, contentHash: null }
    expect(accepted(aReport(), { known }).arrestId).toBe(arrestId(4))
  })

  test('sent again with the same content is the same arrest, and is not judged a second time', () => {
    expect(accept(aReport({ district: '99' }), { known: sent })).toEqual({
      kind: 'already-reported',
      arrestId: arrestId(1),
    })
  })

  eachRefusal<ArrestReason>({
    ...reportCases(report => accept(report)),
    'intake-number-taken': () => accept(aReport(), { known: sent, contentHash: 'changed' }),
  })
})

describe('what is odd but real is taken and flagged', () => {
  test('a birth date that nobody knows', () => {
    expect(accepted(aReport({ person: aPerson({ bornOn: null }) }))).toMatchObject({
      ageAtOffense: null,
      flags: ['birth-date-unknown'],
    })
  })

  test('an offense that no table holds, under the citation that the courts use for it', () => {
    const report = aReport({ charges: [aPoliceCharge({ statute: '0 § 0 §§ 0', description: 'Local ordinance' })] })
    expect(accepted(report).flags).toEqual(['statute-unknown'])
  })

  test('an arrest before any fingerprint paper, so without OTN', () => {
    expect(accepted(aReport({ otn: null })).flags).toEqual(['otn-missing'])
  })

  test('an arrest on a warrant for an offense of long ago, under a statute that has ended since', () => {
    const charge = aPoliceCharge({ statute: '18 § 3304 §§ A9', offenseOn: day('2019-12-31') })
    expect(accepted(aReport({ charges: [charge] })).flags).toEqual([])
    const late = aPoliceCharge({ statute: '18 § 3304 §§ A9', offenseOn: day('2020-01-01') })
    expect(accepted(aReport({ charges: [late] })).flags).toEqual(['statute-not-in-force'])
  })
})

describe('B6', () => {
  test('B6: country of birth is what the person says, and may be declined or not asked', () => {
    for (const countryOfBirth of [
      { kind: 'declined' },
      { kind: 'not-asked' },
      { kind: 'self-reported', codeSystem: 'genc', code: 'COL' },
      { kind: 'self-reported', codeSystem: 'ncic', code: 'CO' },
    ] as const) {
      const report = aReport({ person: aPerson({ countryOfBirth }) })
      expect(accepted(report).report.person.countryOfBirth).toEqual(countryOfBirth)
    }
  })

  test('B6: a report has no field for citizenship or immigration status', () => {
    const names: string[] = []
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, item] of Object.entries(value)) {
        names.push(key)
        collect(item)
      }
    }
    collect(accepted(aReport()).report)
    expect(names.length).toBeGreaterThan(40)
    expect(names.filter(name => /citizen|immigra|alien|visa|nationality|status/i.test(name))).toEqual([])
  })
})

describe('B17', () => {
  test('B17: one arrest clears several incidents, each charge names one of them, and the OTN is the arrest’s', () => {
    const charges = [aPoliceCharge(), aPoliceCharge({ dcNumber: '202625000456', statute: '18 § 907 §§ A' })]
    const decision = accepted(aReport({ incidents: ['202625000123', '202625000456'], charges }))
    expect(decision.report.incidents).toEqual(['202625000123', '202625000456'])
    expect(decision.report.charges.map(({ dcNumber }) => dcNumber)).toEqual(decision.report.incidents)
    expect(decision.report.otn).toBe('Q3333330')
  })
})

describe('B36', () => {
  const directFile = { parentsNotifiedAt: at('2026-01-06T00:30:00-05:00'), parentsNotifiedBy: 'Officer R. Farrow' }
  const born = (bornOn: string, change: Partial<ArrestReport> = {}) =>
    accept(aReport({ person: aPerson({ bornOn: day(bornOn) }), ...change }))

  test('B36: a person under 18 at the offense is taken only on a direct file with the notice to the parents recorded', () => {
    expect(born('2008-01-06')).toMatchObject({ reason: 'under-18-without-notice', at: 'directFile' })
    expect(born('2008-01-06', { directFile })).toMatchObject({ kind: 'accepted', flags: ['under-18-direct-file'] })
  })

  test('B36: the day of the offense counts, not the day of the arrest, and the youngest offense of several', () => {
    expect(born('2008-01-05')).toMatchObject({ kind: 'accepted', ageAtOffense: 18 })
    const charges = [aPoliceCharge(), aPoliceCharge({ offenseOn: day('2026-01-04') })]
    expect(born('2008-01-05', { charges })).toMatchObject({ reason: 'under-18-without-notice' })
  })

  test('B36: the notice names who gave it', () => {
    expect(born('2010-01-06', { directFile: { ...directFile, parentsNotifiedBy: ' ' } })).toMatchObject({
      kind: 'refused',
      at: 'directFile.parentsNotifiedBy',
    })
  })
})

describe('B39', () => {
  const in2024 = (district: string, arrestedAt: string) =>
    accept(
      aReport({ district, arrestedAt: at(arrestedAt), charges: [aPoliceCharge({ offenseOn: day('2024-04-29') })] }),
    )

  test('B39: a district is judged by the Philadelphia day of the arrest, to the hour of its end', () => {
    expect(in2024('06', '2024-04-30T23:59:59-04:00')).toMatchObject({ kind: 'accepted' })
    const closed = in2024('06', '2024-05-01T00:00:00-04:00')
    expect(isRefused(closed) && closed.say).toBe('District 06 did not exist on 2024-05-01; choose the one that did.')
    expect(in2024('09', '2024-05-01T00:00:00-04:00')).toMatchObject({ kind: 'accepted' })
  })
})
