import { describe, expect, test } from 'vitest'
import {
  type ArrestReport,
  acceptCorrection,
  acceptResend,
  type CorrectionFacts,
  type CorrectionReason,
  correctableParts,
  type PersonId,
  type ResendReason,
} from '../../src/index.ts'
import { aPerson, aPoliceCharge, aReference, aReport, at, now, policeChargeId } from '../examples.ts'
import { eachRefusal } from '../refusals.ts'
import { reportCases } from '../report-cases.ts'

const personId = `per_${'0'.repeat(32)}` as PersonId
/** As stored: identifiers in stored form, SSN gone. */
const stored = (change: Partial<ArrestReport> = {}) =>
  aReport({ otn: 'Q3333330', person: aPerson({ ssn: null }), personId, ...change })
const standing = (change: Partial<CorrectionFacts> = {}): CorrectionFacts => ({
  ...aReference(),
  version: 2,
  versionGiven: 2,
  sent: true,
  chargingDecided: false,
  arraigned: false,
  current: stored(),
  ...change,
})
const correct = (report: ArrestReport, change: Partial<CorrectionFacts> = {}, reason = 'Date of arrest misread.') =>
  acceptCorrection(standing(change), { reason, report }, now)
const moved = stored({ place: '2901 block Example Avenue' })

describe('a correction', () => {
  test('becomes the next version, and says which parts it changed', () => {
    const report = stored({ place: '2901 block Example Avenue', arrestedAt: at('2026-01-05T22:41:00-05:00') })
    expect(correct(report)).toMatchObject({
      kind: 'accepted',
      report,
      changed: ['arrestedAt', 'place'],
      ssnChanged: false,
    })
  })

  test('that only spells an identifier in another way changes nothing', () => {
    expect(correct(stored({ otn: 'Q 333333-0' }))).toMatchObject({ reason: 'nothing-changed' })
  })

  test('leaves the SSN on file unless a new one is given', () => {
    const ssn = stored({ person: aPerson({ ssn: '000-12-3456' }) })
    expect(correct(ssn)).toMatchObject({ kind: 'accepted', changed: [], ssnChanged: true })
  })

  test('of person and place stays possible for ever, after charging and after the arraignment', () => {
    const person = stored({ person: aPerson({ ssn: null, sex: 'unknown' }) })
    expect(correct(person, { chargingDecided: true, arraigned: true })).toMatchObject({ changed: ['person'] })
    expect(correct(moved, { chargingDecided: true, arraigned: true })).toMatchObject({ changed: ['place'] })
  })

  test('may leave out the person that the arrest belongs to', () => {
    expect(correct({ ...moved, personId: null })).toMatchObject({ kind: 'accepted' })
  })

  test('is judged as a new report is', () => {
    expect(correct(stored({ district: '99' }))).toMatchObject({ reason: 'district-unknown', at: 'district' })
  })

  test('of any part has a name in the list of what changed', () => {
    const { intakeNumber: _, personId: __, ...parts } = stored()
    expect(Object.keys(parts).sort()).toEqual([...correctableParts].sort())
  })
})

describe('B16', () => {
  test('B16: what police recommended stays as the prosecutor saw it, once the charges are decided', () => {
    const charges = [aPoliceCharge({ grade: 'F2' })]
    expect(correct(stored({ charges }))).toMatchObject({ changed: ['charges'] })
    expect(correct(stored({ charges }), { chargingDecided: true })).toMatchObject({
      reason: 'charges-already-decided',
      at: 'report.charges',
    })
    const more = { incidents: ['202625000123', '202625000124'] }
    expect(correct(stored(more), { chargingDecided: true })).toMatchObject({ at: 'report.incidents' })
  })
})

describe('B19', () => {
  test('B19: the basis of the arrest, on which the magistrate decided about probable cause, is fixed by the arraignment', () => {
    const warrant = stored({ basis: 'warrant', warrantNumber: 'W-1' })
    expect(correct(warrant)).toMatchObject({ changed: ['basis', 'warrantNumber'] })
    expect(correct(warrant, { arraigned: true })).toMatchObject({ reason: 'arraignment-relied-on-it' })
  })
})

describe('a correction is refused', () => {
  const otherwise = { ...standing(), current: stored({ place: 'elsewhere' }) }
  eachRefusal<CorrectionReason>({
    ...reportCases(report => correct(report, otherwise)),
    'not-sent': () => correct(moved, { sent: false }),
    'version-missing': () => correct(moved, { versionGiven: null }),
    'version-changed': () => correct(moved, { versionGiven: 1 }),
    'reason-missing': () => correct(moved, {}, ' \n'),
    'nothing-changed': () => correct(stored()),
    'intake-number-fixed': () => correct({ ...moved, intakeNumber: 'EXAMPLE-2026-000002' }),
    'other-person': () => correct({ ...moved, personId: `per_${'1'.repeat(32)}` as PersonId }),
    'charges-already-decided': () =>
      correct(stored({ charges: [aPoliceCharge({ policeChargeId: policeChargeId(2) })] }), { chargingDecided: true }),
    'arraignment-relied-on-it': () => correct(stored({ basis: 'warrant', warrantNumber: 'W-1' }), { arraigned: true }),
  })

  test('when its reason is hostile text', () => {
    expect(correct(moved, {}, 'so\u202ewhat')).toMatchObject({ reason: 'text-bidi-control', at: 'reason' })
  })
})

describe('a report that charging sent back', () => {
  test('is sent again by whoever saw its newest version', () => {
    expect(acceptResend({ sentBack: true, version: 2, versionGiven: 2 })).toEqual({ kind: 'accepted' })
  })

  eachRefusal<ResendReason>({
    'not-sent-back': () => acceptResend({ sentBack: false, version: 2, versionGiven: 2 }),
    'version-missing': () => acceptResend({ sentBack: true, version: 2, versionGiven: null }),
    'version-changed': () => acceptResend({ sentBack: true, version: 2, versionGiven: 1 }),
  })
})
