import type { ArrestRecord } from '@pars/contract'
import { describe, expect, test } from 'vitest'
import { pairCharges } from '../charge-pairs.ts'
import { earlierText } from '../parts/fact.ts'
import { changedParts, saysTheSame } from './changed-parts.ts'
import { trailAt } from './version-trail.ts'

const charge = (policeChargeId: string) => ({ policeChargeId, description: 'Theft' })
const record = (change: Record<string, unknown> = {}) =>
  ({
    custody: { stage: 'sent-to-charging', hoursHeld: 1 },
    report: { place: 'Example Avenue', charges: [charge('pch_a')] },
    charging: { taken: null, sentBack: [], decision: null, complaints: [] },
    dockets: [],
    holds: [],
    departures: [],
    may: [],
    journal: { asOf: 10, latest: 90 },
    ...change,
  }) as unknown as ArrestRecord
const docket = (change: object = {}) => ({
  docketNumber: 'MC-51-CR-0000001-2026',
  counsel: null,
  certifiedBy: 'Clerk',
  listings: [],
  arraignment: null,
  bail: { request: null, defenseRequest: null, guideline: null, order: null },
  ...change,
})

describe('two versions of a record', () => {
  test('are the same while only the clock and the reader’s rights moved on', () => {
    const later = record({
      custody: { stage: 'sent-to-charging', hoursHeld: 5 },
      may: ['charging.take'],
      journal: { asOf: 20, latest: 90 },
    })
    expect(changedParts(record(), later)).toEqual([])
  })
  test('differ in the report, and apart from it in the police charges', () => {
    expect(changedParts(record(), record({ report: { place: 'Other Street', charges: [charge('pch_a')] } }))).toEqual([
      'report',
    ])
    const charges = [charge('pch_a'), charge('pch_b')]
    expect(changedParts(record(), record({ report: { place: 'Example Avenue', charges } }))).toEqual(['policeCharges'])
  })
  test('a filed complaint brings the docket, and an order changes its bail alone', () => {
    expect(changedParts(record(), record({ dockets: [docket()] }))).toContain('dockets')
    const bail = { request: null, defenseRequest: null, guideline: null, order: { words: 'RELEASE - ROR' } }
    expect(changedParts(record({ dockets: [docket()] }), record({ dockets: [docket({ bail })] }))).toEqual(['bail'])
  })
  test('a docket that begins brings no arraignment and no listing with it', () => {
    expect(changedParts(record(), record({ dockets: [docket()] }))).not.toContain('arraignment')
    expect(changedParts(record(), record({ dockets: [docket()] }))).not.toContain('listings')
  })
  test('a line that says something else now is shown with what it said', () => {
    const fact = { label: 'Where', of: ({ place }: { place: string | null }) => place }
    expect(earlierText(fact, { place: 'Example Avenue' }, { place: 'Other Street' })).toBe('Example Avenue')
    expect(earlierText(fact, { place: null }, { place: 'Other Street' })).toBe('')
    expect(earlierText(fact, { place: 'Other Street' }, { place: 'Other Street' })).toBeUndefined()
    expect(earlierText(fact, undefined, { place: 'Other Street' })).toBeUndefined()
  })
  test('an absent piece is not an empty one', () => {
    expect(saysTheSame({ a: undefined }, {})).toBe(true)
    expect(saysTheSame({ a: null }, { a: '' })).toBe(false)
    expect(saysTheSame([], [1])).toBe(false)
    expect(saysTheSame(null, {})).toBe(false)
  })
})

describe('the trail of versions', () => {
  const line = (number: number | null) => ({ number, kind: 'arrest.reported' }) as ArrestRecord['history'][number]
  const history = [line(40), line(12), line(null), line(71)]
  test('an entry stands between the acts before and after it', () => {
    expect(trailAt(history, 40)).toMatchObject({ shown: { number: 40 }, earlier: 12, later: 71 })
  })
  test('a number between two acts is the record as the earlier one left it', () => {
    expect(trailAt(history, 50)).toMatchObject({ shown: { number: 40 }, later: 71 })
  })
  test('before the first act there was no record', () => {
    expect(trailAt(history, 3)).toEqual({ shown: undefined, earlier: undefined, later: 12 })
  })
})

describe('police charges beside the prosecutor’s', () => {
  type Police = ArrestRecord['report']['charges']
  type Decision = NonNullable<ArrestRecord['charging']['decision']>
  const police = [charge('pch_a'), charge('pch_b'), charge('pch_c')] as unknown as Police
  const decision = {
    charges: [
      { chargeId: 'chg_2', policeChargeId: 'pch_b', origin: 'modified' },
      { chargeId: 'chg_9', policeChargeId: null, origin: 'added' },
    ],
    declined: [{ policeChargeId: 'pch_a', reason: 'policy', note: null }],
  } as unknown as Decision
  test('each police charge stands beside what became of it, and added charges come last', () => {
    const pairs = pairCharges(police, decision)
    expect(pairs.map(pair => [pair.police?.policeChargeId, pair.made?.chargeId, pair.declined?.reason])).toEqual([
      ['pch_a', undefined, 'policy'],
      ['pch_b', 'chg_2', undefined],
      ['pch_c', undefined, undefined],
      [undefined, 'chg_9', undefined],
    ])
  })
  test('before the decision each police charge stands alone', () => {
    expect(pairCharges(police, null)).toHaveLength(3)
  })
})
