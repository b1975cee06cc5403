import type { ArrestRecord } from '@pars/contract'
import type { Instant } from '@pars/domain'
import { type Terms, templates } from '@pars/terms'
import { termsOf2017 } from '@pars/terms/stories'
import { describe, expect, test } from 'vitest'
import { exampleBlanks } from '../agreements/terms/example-blanks.ts'
import { type Agreed, eyesOn, whyOutOfReach } from './eyes.ts'

const now = '2018-07-18T12:00:00.000Z' as Instant
const record = (change: Partial<ArrestRecord> = {}, report: object = {}): ArrestRecord =>
  ({
    draft: false,
    report: {
      person: {
        names: [{ kind: 'stated', last: 'Larch', first: 'Quill', middle: null, suffix: null }],
        bornOn: '1990-02-03',
        sex: 'male',
        race: 'white',
        ethnicity: 'unknown',
        countryOfBirth: { kind: 'self-reported', codeSystem: 'genc', code: 'ITA' },
        addresses: [{ line: '9 Canary Street', city: 'Testville', state: 'PA', zip: '19000' }],
        policeNumber: '123',
        photoReference: null,
        ssnLastFour: '6789',
      },
      arrestedAt: '2018-07-17T12:00:00.000Z',
      place: '2900 block',
      district: '25',
      basis: 'sight',
      otn: 'N1',
      warrantNumber: null,
      incidents: [],
      directFile: null,
      narrative: 'Three canary words',
      victimsAndWitnesses: [{ kind: 'victim', name: 'Canary Person', contact: null }],
      ...report,
    },
    charging: {
      decision: {
        charges: [{ statute: '18 § 3701', description: 'Robbery', grade: 'F1', counts: 1, offenseOn: '2018-07-17' }],
      },
    },
    dockets: [],
    departures: [],
    ...change,
  }) as unknown as ArrestRecord

const agreed = (terms: Terms, standing: 'in-force' | 'suspended' = 'in-force'): Agreed => ({
  agreement: { agreementId: 'agm_1', code: terms.agreement, partner: terms.partner, standing } as Agreed['agreement'],
  terms,
  through: 'through August 31, 2018',
})
const eyes = (of: ArrestRecord, terms: readonly Agreed[] = []) =>
  new Map(eyesOn(of, terms, now).map(each => [each.id, each]))

describe('who sees a person', () => {
  test('custodians see every class; only some of them narrative, victims and the last four digits', () => {
    const seen = eyes(record())
    expect([...(seen.get('police')?.sees.keys() ?? [])]).toEqual(
      expect.arrayContaining(['last-four', 'narrative', 'parties']),
    )
    expect(seen.get('prosecutor')?.sees.has('last-four')).toBe(false)
    expect(seen.get('court')?.sees.has('narrative')).toBe(false)
    expect(seen.get('court')?.sees.has('address')).toBe(true)
  })
  test('what the reader itself is not given is told as seen by others, never shown', () => {
    const asCourt = eyes(record({}, { narrative: undefined, victimsAndWitnesses: undefined }))
    expect(asCourt.get('police')?.sees.get('narrative')).toEqual(['sees it'])
    expect(asCourt.get('police')?.sees.get('parties')).toEqual(['sees it'])
  })
  test('the defense sees nothing before the complaint is filed, and nobody else’s client', () => {
    expect(eyes(record()).get('defense')).toMatchObject({ sees: new Map(), nothing: { why: '' } })
    const docket = (counsel: string | null) => ({
      counsel,
      docketNumber: 'D1',
      filedAt: now,
      arraignment: null,
      bail: { order: null },
    })
    const filed = (counsel: string | null) =>
      record({ dockets: [docket(counsel)] as unknown as ArrestRecord['dockets'] })
    expect(eyes(filed('private')).get('defense')?.sees.size).toBe(0)
    expect(eyes(filed('defender')).get('defense')?.sees.has('identity')).toBe(true)
  })
  test('a partner sees the classes of its terms, and of the others there is no trace', () => {
    const terms = templates['one-person-at-a-time'](exampleBlanks)
    const partner = eyes(record(), [agreed(terms)]).get('agm_1')
    expect([...(partner?.sees.keys() ?? [])]).toEqual(['identity', 'arrest', 'charges', 'docket'])
    expect(JSON.stringify([...(partner?.sees ?? [])])).not.toMatch(/Canary|ITA|6789/)
  })
  test('no terms show victims, witnesses, narrative or Social Security numbers, not even the widest', () => {
    const partner = eyes(record(), [agreed(termsOf2017(exampleBlanks))]).get('agm_1')
    expect(JSON.stringify([...(partner?.sees ?? [])])).toContain('9 Canary Street')
    expect(JSON.stringify([...(partner?.sees ?? [])])).not.toMatch(/Canary Person|canary words|6789/)
  })
  test('out of reach a partner gets one sentence, and the custodians read why', () => {
    const terms = templates['one-person-at-a-time'](exampleBlanks)
    const uncharged = record({ charging: { decision: null } as unknown as ArrestRecord['charging'] })
    const partner = eyes(uncharged, [agreed(terms)]).get('agm_1')
    expect(partner).toMatchObject({ nothing: { sentence: 'No record available to you.' }, sees: new Map() })
    const young = record({}, { directFile: { parentsNotifiedAt: now, parentsNotifiedBy: 'x' } })
    expect(whyOutOfReach(young, termsOf2017(exampleBlanks), now)).toContain('under 18')
    expect(whyOutOfReach(young, { ...termsOf2017(exampleBlanks), directFile: true }, now)).toBeUndefined()
    expect(whyOutOfReach(record({ draft: true }), terms, now)).toContain('not sent')
    expect(eyes(record(), [agreed(terms, 'suspended')]).get('agm_1')?.sees.size).toBe(0)
  })
})
