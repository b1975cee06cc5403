import { describe, expect, test } from 'vitest'
import {
  type AccountId,
  acceptHoldEnd,
  acceptLitigationHold,
  acceptOrderCheck,
  acceptRecordOrder,
  type CarryOutFacts,
  type CarryOutReason,
  decideCarryOut,
  type HoldEndReason,
  isGroundOf,
  liftedBy,
  type OrderCheckReason,
  orderActs,
  orderGroundNames,
  type PlainDate,
  type RecordOrderFacts,
  type RecordOrderOffered,
  type RecordOrderReason,
  type RequiredTextReason,
} from '../../src/index.ts'
import { type Cases, eachRefusal, requiredTextCases } from '../refusals.ts'

const facts: RecordOrderFacts = {
  numbersOfCase: ['MC-51-CR-0001234-2026', 'N1234567', '202625000123'],
  charges: [['chg-1', 'pch-1'], ['pch-2']],
  numberUsed: false,
  inForce: { limit: false, seal: false },
  today: '2026-11-25' as PlainDate,
}
const order: RecordOrderOffered = {
  orderNumber: 'EXP-2026-000123',
  orderedOn: '2026-11-20' as PlainDate,
  judge: 'Hon. A. Made-Up',
  act: 'expunge',
  ground: 'court-order',
  charges: null,
  readers: [],
}
const offer = (change: Partial<RecordOrderOffered>, more: Partial<RecordOrderFacts> = {}) =>
  acceptRecordOrder({ ...facts, ...more }, { ...order, ...change })

describe('an order that comes in', () => {
  test('B33: is about the whole case or about single charges of it', () => {
    expect(offer({})).toEqual({ kind: 'accepted' })
    expect(offer({ charges: ['pch-1'] })).toEqual({ kind: 'accepted' })
  })
  test('each law gives at least one act, and each act has a law', () => {
    for (const ground of orderGroundNames) expect(orderActs.some(act => isGroundOf(ground, act))).toBe(true)
    for (const act of orderActs) expect(orderGroundNames.some(ground => isGroundOf(ground, act))).toBe(true)
  })
  test('takes back a limit or a seal that is on the record, and nothing else: no law takes back an expungement', () => {
    const [limited, sealed] = [{ inForce: { limit: true, seal: false } }, { inForce: { limit: false, seal: true } }]
    const [lift, unseal] = [
      { act: 'lift-limit', ground: 'vacated' },
      { act: 'unseal', ground: 'reversed' },
    ] as const
    expect([offer(lift, limited), offer(unseal, sealed)]).toEqual([{ kind: 'accepted' }, { kind: 'accepted' }])
    expect([offer(lift, sealed), offer(unseal, limited)]).toMatchObject([
      { reason: 'nothing-to-lift' },
      { reason: 'nothing-to-lift' },
    ])
    expect(Object.values(liftedBy)).not.toContain('expunge')
  })
  eachRefusal<RecordOrderReason>({
    ...requiredTextCases(judge => offer({ judge })),
    'order-exists': () => offer({}, { numberUsed: true }),
    'order-number-names-the-case': () => offer({ orderNumber: 'Order mc51cr0001234 2026/2' }),
    'ordered-in-the-future': () => offer({ orderedOn: '2026-11-26' as PlainDate }),
    'ground-of-another-act': () => offer({ ground: 'clean-slate' }),
    'charges-unknown': () => offer({ charges: ['chg-9'] }),
    'charges-are-the-whole-case': () => offer({ charges: ['chg-1', 'pch-2'] }),
    'seal-is-whole': () => offer({ act: 'seal', charges: ['chg-1'] }),
    'readers-of-a-seal': () => offer({ readers: ['police'] }),
    'lifting-is-whole': () =>
      offer({ act: 'unseal', ground: 'vacated', charges: ['chg-1'] }, { inForce: { limit: false, seal: true } }),
    'nothing-to-lift': () => offer({ act: 'unseal', ground: 'vacated' }, { inForce: { limit: true, seal: false } }),
  } satisfies Cases<RecordOrderReason>)
})

describe('the second person', () => {
  const [one, other] = ['acc_1', 'acc_2'] as AccountId[]
  const check = (by: AccountId | undefined, more: object = {}, offered: object = {}) =>
    acceptOrderCheck({ enteredBy: one as AccountId, standing: 'entered', ...more }, by as AccountId, {
      decision: 'verified',
      reason: null,
      ...offered,
    })
  test('verifies what somebody else entered', () => expect(check(other)).toEqual({ kind: 'accepted' }))
  eachRefusal<OrderCheckReason>({
    'same-person': () => check(one),
    'already-checked': () => check(other, { standing: 'verified' }),
    'reason-of-a-rejection': () => check(other, {}, { decision: 'rejected' }),
  } satisfies Cases<OrderCheckReason>)
})

describe('carrying out', () => {
  const decide = (change: Partial<CarryOutFacts>) =>
    decideCarryOut({
      act: 'expunge',
      decision: 'verified',
      done: false,
      litigationHolds: [],
      found: true,
      inForce: { limit: false, seal: false },
      ...change,
    })
  const holds = [{ seat: 'prosecutor', matter: 'Civil action 26-0417' }]
  test('what two people stand for is carried out', () => expect(decide({})).toEqual({ kind: 'accepted' }))
  test('a litigation hold keeps from destruction and from nothing else', () =>
    expect(decide({ act: 'limit', litigationHolds: holds })).toEqual({ kind: 'accepted' }))
  eachRefusal<CarryOutReason>({
    'not-found': () => decide({ found: false }),
    'not-verified': () => decide({ decision: null }),
    'order-rejected': () => decide({ decision: 'rejected' }),
    'already-carried-out': () => decide({ done: true }),
    'held-for-litigation': () => decide({ litigationHolds: holds }),
    'nothing-to-lift': () => decide({ act: 'lift-limit' }),
  } satisfies Cases<CarryOutReason>)
})

describe('a litigation hold', () => {
  const words = { matter: 'Civil action 26-0417', reason: 'Counsel asked.' }
  test('needs a matter and a reason', () => expect(acceptLitigationHold(words)).toEqual({ kind: 'accepted' }))
  eachRefusal<RequiredTextReason>(requiredTextCases(reason => acceptLitigationHold({ ...words, reason })))
})

describe('the end of a litigation hold', () => {
  const end = (change: object, reason = 'Settled.') =>
    acceptHoldEnd({ seat: 'police', ended: false, ...change }, 'police', { reason })
  test('is the act of the seat that set it', () => expect(end({})).toEqual({ kind: 'accepted' }))
  eachRefusal<HoldEndReason>({
    ...requiredTextCases(reason => end({}, reason)),
    'hold-ended': () => end({ ended: true }),
    'hold-of-another-seat': () => end({ seat: 'court' }),
  } satisfies Cases<HoldEndReason>)
})
