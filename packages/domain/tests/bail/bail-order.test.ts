import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type BailCondition,
  type BailOrderFacts,
  type BailOrderReason,
  type BailSet,
  type BailTermReason,
  bailTypes,
  decideBailOrder,
} from '../../src/index.ts'
import { bailOrders } from '../arbitraries.ts'
import { aBailSet } from '../examples.ts'
import { type Cases, eachRefusal, hostileCases } from '../refusals.ts'

const facts = (change: Partial<BailOrderFacts> = {}): BailOrderFacts => ({
  arraigned: true,
  discharged: false,
  ordered: false,
  domesticViolence: false,
  ...change,
})
const set = (order: Partial<BailSet>, change: Partial<BailOrderFacts> = {}) =>
  decideBailOrder(facts(change), aBailSet(order))
const refuseBail = (reasons: BailSet['reasons'], reasonNote: string, change: Partial<BailOrderFacts> = {}) =>
  decideBailOrder(facts(change), { kind: 'refused-bail', reasons, reasonNote })

const money: Partial<BailSet> = {
  types: ['monetary'],
  amountCents: 25_000_00,
  depositPercent: 10,
  reasons: ['flight-record'],
  abilityToPayConsidered: true,
}
const condition = (kind: BailCondition['kind'], text = 'Report to Pretrial Services every Monday.') => ({ kind, text })
const stayAway = condition('stay-away', "Stay away from the complainant's home and place of work.")
const noOffenses = condition('no-new-offenses', 'Commit no further offense against the complainant.')

const termCases = (put: (order: Partial<BailSet>) => ReturnType<typeof set>): Cases<BailTermReason> => ({
  'type-missing': () => put({ types: [] }),
  'type-twice': () => put({ types: ['ror', 'ror'] }),
  'types-contradict': () => put({ ...money, types: ['monetary', 'ror'] }),
  'amount-missing': () => put({ ...money, amountCents: null }),
  'amount-without-money-type': () => put({ amountCents: 100_00 }),
  'amount-range': () => put({ ...money, amountCents: 100.5 }),
  'nominal-amount-too-high': () => put({ types: ['nominal'], amountCents: 100_01 }),
  'deposit-missing': () => put({ ...money, depositPercent: null }),
  'deposit-range': () => put({ ...money, depositPercent: 11 }),
  'deposit-without-money-bail': () => put({ types: ['unsecured'], amountCents: 100_00, depositPercent: 10 }),
})

describe('B21', () => {
  test('B21: bail is refused only with reasons, chosen and stated', () => {
    expect(refuseBail(['danger-to-others'], 'Stated on the record.').kind).toBe('accepted')
    expect(refuseBail([], 'Stated on the record.')).toMatchObject({ reason: 'refusal-without-reasons' })
    expect(refuseBail(['danger-to-others'], ' ')).toMatchObject({ reason: 'refusal-without-reasons' })
  })

  test('B21: money bail needs that the ability to pay was considered, and the reasons that make the amount reasonable', () => {
    expect(set(money).kind).toBe('accepted')
    expect(set({ ...money, abilityToPayConsidered: false })).toMatchObject({ reason: 'money-without-ability-to-pay' })
    expect(set({ ...money, reasons: [] })).toMatchObject({ reason: 'money-without-reasons' })
    expect(set({ types: ['unsecured'], amountCents: 25_000_00 }).kind).toBe('accepted')
  })

  test('B21: a deposit is one to ten percent, or the full amount', () => {
    for (let depositPercent = -1; depositPercent <= 101; depositPercent += 0.5) {
      const fits =
        (depositPercent >= 1 && depositPercent <= 10 && Number.isInteger(depositPercent)) || depositPercent === 100
      expect(set({ ...money, depositPercent }).kind, `${depositPercent} %`).toBe(fits ? 'accepted' : 'refused')
    }
  })

  test('B21: types combine, except that recognizance carries no money and one order has one kind of money', () => {
    const terms = (types: BailSet['types']): Partial<BailSet> => {
      const amountCents = types.some(type => ['unsecured', 'nominal', 'monetary'].includes(type)) ? 1_00 : null
      const conditions = types.includes('nonmonetary') ? [condition('reporting')] : []
      return { ...money, types, amountCents, conditions, depositPercent: types.includes('monetary') ? 10 : null }
    }
    const together: BailSet['types'][] = [
      ['ror', 'nonmonetary'],
      ['unsecured', 'nonmonetary'],
      ['nominal', 'nonmonetary'],
      ['monetary', 'nonmonetary'],
    ]
    for (const types of [...bailTypes.map(type => [type]), ...together])
      expect(set(terms(types)).kind, types.join('+')).toBe('accepted')
    const apart: BailSet['types'][] = [
      ['ror', 'unsecured'],
      ['ror', 'monetary'],
      ['unsecured', 'monetary'],
      ['nominal', 'monetary'],
    ]
    for (const types of apart) expect(set(terms(types)), types.join('+')).toMatchObject({ reason: 'types-contradict' })
  })

  test('B21: a condition is stated specifically', () => {
    for (const text of ['reporting', 'Stay away.', 'No weapons!'])
      expect(set({ conditions: [condition('other', text)] })).toMatchObject({ reason: 'condition-not-specific' })
    expect(set({ types: ['nonmonetary'] })).toMatchObject({ reason: 'conditions-missing' })
    expect(set({ types: ['nonmonetary'], conditions: [condition('travel', 'Remain within Pennsylvania.')] }).kind).toBe(
      'accepted',
    )
  })

  test('B21: an amount of zero is odd, but it is what was ordered', () => {
    expect(set({ ...money, amountCents: 0 }).kind).toBe('accepted')
    expect(set({ types: ['unsecured'], amountCents: 0 }).kind).toBe('accepted')
    expect(set({ ...money, amountCents: -1 })).toMatchObject({ reason: 'amount-range' })
  })
})

describe('B22', () => {
  const violent = { domesticViolence: true }

  test('B22: danger found in a domestic-violence case demands that the person stays away and commits no further offense', () => {
    expect(set({ dangerFound: true }, violent)).toMatchObject({ reason: 'stay-away-missing' })
    expect(set({ dangerFound: true, conditions: [stayAway] }, violent)).toMatchObject({
      reason: 'no-new-offenses-missing',
    })
    expect(set({ dangerFound: true, conditions: [stayAway, noOffenses] }, violent).kind).toBe('accepted')
  })

  test('B22: without that finding, or in another case, the magistrate decides on conditions freely', () => {
    expect(set({ dangerFound: false }, violent).kind).toBe('accepted')
    expect(set({ dangerFound: true }).kind).toBe('accepted')
  })

  test('B22: whatever the types of bail, no order over a found danger stands without both conditions', () => {
    fc.assert(
      fc.property(bailOrders, order => {
        const decision = decideBailOrder(facts(violent), order)
        if (decision.kind !== 'accepted' || order.kind !== 'set' || !order.dangerFound) return
        const kinds = order.conditions.map(({ kind }) => kind)
        expect(kinds).toEqual(expect.arrayContaining(['stay-away', 'no-new-offenses']))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('B23', () => {
  test('B23: bail is decided once on each docket, whatever was ordered on another', () => {
    expect(set({}, { ordered: true })).toMatchObject({ reason: 'order-exists' })
    expect(set({}, { ordered: false }).kind).toBe('accepted')
  })
})

describe('a bail order', () => {
  test('that stands is kept exactly as the magistrate gave it', () => {
    const order = aBailSet({ ...money, conditions: [stayAway] })
    expect(decideBailOrder(facts(), order)).toEqual({ kind: 'accepted', order })
  })

  eachRefusal<BailOrderReason>({
    ...termCases(set),
    ...hostileCases(reasonNote => refuseBail(['other'], reasonNote)),
    'text-empty': () => set({ conditions: [condition('other', ' ')] }),
    'note-missing': () => set({ reasons: ['other'] }),
    'not-arraigned': () => set({}, { arraigned: false }),
    discharged: () => refuseBail(['flight-record'], 'Stated on the record.', { discharged: true }),
    'order-exists': () => set({}, { ordered: true }),
    'refusal-without-reasons': () => refuseBail([], ''),
    'money-without-ability-to-pay': () => set({ ...money, abilityToPayConsidered: false }),
    'money-without-reasons': () => set({ ...money, reasons: [] }),
    'conditions-missing': () => set({ types: ['nonmonetary'] }),
    'condition-not-specific': () => set({ conditions: [condition('other', 'reporting')] }),
    'stay-away-missing': () => set({ dangerFound: true }, { domesticViolence: true }),
    'no-new-offenses-missing': () => set({ dangerFound: true, conditions: [stayAway] }, { domesticViolence: true }),
  })
})
