import { describe, expect, test } from 'vitest'
import { type ArrestReport, acceptDraft, type DraftFacts, type DraftReason } from '../../src/index.ts'
import { aPerson, aPoliceCharge, aReport, arrestId, at, day, now } from '../examples.ts'
import { eachRefusal } from '../refusals.ts'
import { draftCases } from '../report-cases.ts'

const begun: DraftFacts = { draft: null, versionGiven: null, intakeNumberOf: null }
const saved: DraftFacts = {
  draft: { arrestId: arrestId(1), version: 3, sent: false },
  versionGiven: 3,
  intakeNumberOf: arrestId(1),
}
const draft = (report: ArrestReport, facts: DraftFacts = begun) => acceptDraft(facts, report, now)

describe('a draft', () => {
  test('may lack anything, and says what sending will ask for first', () => {
    const bare = aReport({
      person: aPerson({ names: [], bornOn: null, ssn: null }),
      place: '',
      bookingSite: '',
      officers: [],
      incidents: [],
      charges: [],
      narrative: '',
      otn: null,
    })
    expect(draft(bare)).toMatchObject({ kind: 'accepted', lacks: { reason: 'name-missing', at: 'person.names' } })
  })

  test('that is complete lacks nothing', () => {
    expect(draft(aReport())).toMatchObject({ kind: 'accepted', lacks: null })
  })

  test('may hold a charge or an officer that was only begun', () => {
    const charges = [aPoliceCharge({ statute: '', dcNumber: '', description: '' })]
    expect(draft(aReport({ charges, officers: [{ badge: '', name: '' }] }))).toMatchObject({ kind: 'accepted' })
  })

  test('may name a district and a statute that no table holds, for sending asks again', () => {
    const charges = [aPoliceCharge({ statute: '18 § 9999' })]
    expect(draft(aReport({ district: '99', charges }))).toMatchObject({ kind: 'accepted', lacks: null })
  })

  test('of somebody under 18 is kept until the direct file is recorded', () => {
    expect(draft(aReport({ person: aPerson({ bornOn: day('2010-01-01') }) }))).toMatchObject({ kind: 'accepted' })
  })

  test('is saved again by whoever saw its newest version', () => {
    expect(draft(aReport(), saved)).toMatchObject({ kind: 'accepted' })
  })

  eachRefusal<DraftReason>({
    ...draftCases(report => draft(report)),
    'intake-number-taken': () => draft(aReport(), { ...begun, intakeNumberOf: arrestId(9) }),
    'already-sent': () => draft(aReport(), { ...saved, draft: { arrestId: arrestId(1), version: 3, sent: true } }),
    'version-missing': () => draft(aReport(), { ...saved, versionGiven: null }),
    'version-changed': () => draft(aReport(), { ...saved, versionGiven: 2 }),
  })

  test('holds no impossible date, so that the custody clock is right from the first keystroke', () => {
    expect(draft(aReport({ arrestedAt: at('2026-01-07T00:00:00-05:00') }))).toMatchObject({
      reason: 'arrested-in-future',
      at: 'arrestedAt',
    })
  })
})
