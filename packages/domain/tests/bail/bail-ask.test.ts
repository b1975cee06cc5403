import { describe, expect, test } from 'vitest'
import {
  acceptBailAsk,
  type BailAsk,
  type BailAskFacts,
  type BailAskReason,
  type BailVoice,
  bailVoices,
  type Party,
  parties,
} from '../../src/index.ts'
import { eachRefusal, hostileCases } from '../refusals.ts'

const ror: BailAsk = { types: ['ror'], amountCents: null, depositPercent: null, note: null }
const money: BailAsk = { types: ['monetary'], amountCents: 25_000_00, depositPercent: 10, note: null }
const facts: BailAskFacts = { filed: true, discharged: false, ordered: false, counsel: 'defender' }
const owner = { commonwealth: 'prosecutor', defense: 'defense', guideline: 'court' } as const satisfies Record<
  BailVoice,
  Party
>
const ask = (given: BailAsk, change: Partial<BailAskFacts> = {}, voice: BailVoice = 'commonwealth') =>
  acceptBailAsk({ ...facts, ...change }, { voice, party: owner[voice], ask: given })

describe('what is asked for before the order', () => {
  test.each([...bailVoices])('the %s view is entered by whose it is, and by nobody else', voice => {
    for (const party of parties) {
      const decision = acceptBailAsk(facts, { voice, party, ask: ror })
      expect(decision.kind, party).toBe(party === owner[voice] ? 'accepted' : 'refused')
    }
  })

  test('may be entered again until the magistrate rules: the same facts give the same answer', () => {
    expect(ask(money)).toEqual(ask({ ...money, amountCents: 10_000_00 }))
    expect(ask(money, { ordered: true })).toMatchObject({ reason: 'order-made' })
  })

  test('by the defense is for counsel on record, or for the Defender Association until somebody appears', () => {
    expect(ask(ror, { counsel: 'defender' }, 'defense').kind).toBe('accepted')
    expect(ask(ror, { counsel: null }, 'defense').kind).toBe('accepted')
    expect(ask(ror, { counsel: 'private' }, 'defense')).toMatchObject({ reason: 'not-your-client' })
    expect(ask(ror, { counsel: 'private' }, 'guideline').kind).toBe('accepted')
  })

  eachRefusal<BailAskReason>({
    ...hostileCases(note => ask({ ...ror, note })),
    'not-your-statement': () => acceptBailAsk(facts, { voice: 'defense', party: 'prosecutor', ask: ror }),
    'complaint-not-filed': () => ask(ror, { filed: false }),
    'not-your-client': () => ask(ror, { counsel: 'private' }, 'defense'),
    discharged: () => ask(ror, { discharged: true }),
    'order-made': () => ask(ror, { ordered: true }),
    'type-missing': () => ask({ ...ror, types: [] }),
    'type-twice': () => ask({ ...ror, types: ['ror', 'ror'] }),
    'types-contradict': () => ask({ ...money, types: ['ror', 'monetary'] }),
    'amount-missing': () => ask({ ...money, amountCents: null }),
    'amount-without-money-type': () => ask({ ...ror, amountCents: 1_00 }),
    'amount-range': () => ask({ ...money, amountCents: 2_000_000_000_00 }),
    'nominal-amount-too-high': () => ask({ types: ['nominal'], amountCents: 101_00, depositPercent: null, note: null }),
    'deposit-missing': () => ask({ ...money, depositPercent: null }),
    'deposit-range': () => ask({ ...money, depositPercent: 0 }),
    'deposit-without-money-bail': () => ask({ ...ror, depositPercent: 10 }),
  })
})
