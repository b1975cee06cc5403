import { describe, expect, test } from 'vitest'
import {
  type AcknowledgeDepartureReason,
  acknowledgeDeparture,
  addHours,
  type ConfirmDepartureReason,
  type CustodyFacts,
  confirmDeparture,
  type DepartureBasis,
  type DepartureProposal,
  isRefused,
  type ProposeDepartureReason,
  possibleBases,
  proposeDeparture,
  type WithdrawDepartureReason,
  withdrawDeparture,
} from '../../src/index.ts'
import { accountId, aDeparture, aHold, at, charged, custodyFacts, docketAt, now } from '../examples.ts'
import { eachRefusal, namePartCases, requiredTextCases } from '../refusals.ts'

const free = charged([docketAt.ordered({})])
const held = charged([docketAt.ordered({ types: ['monetary'] })])
const petty = custodyFacts({ charges: [{ statute: '18 § 2709', grade: 'M3' }] })

const propose = (facts: CustodyFacts, proposal: Partial<DepartureProposal> = {}) =>
  proposeDeparture(
    facts,
    {
      basis: 'bail-without-money',
      destination: 'released at the front door',
      holdsCheckedAt: now,
      summons: null,
      ...proposal,
    },
    now,
  )
const confirm = (facts: CustodyFacts, change: Partial<Parameters<typeof confirmDeparture>[1]> = {}) =>
  confirmDeparture(facts, { accountId: accountId(2), holdsCheckedAt: now, ...change }, now)
const acknowledge = (facts: CustodyFacts, change: Partial<Parameters<typeof acknowledgeDeparture>[1]> = {}) =>
  acknowledgeDeparture(facts, { acknowledgedByName: 'R. Farrow', leftAt: now, ...change }, now)

const confirmedAt = at('2026-01-06T03:00:00-05:00')
const proposed = { ...free, departure: aDeparture() }
const confirmed = { ...free, departure: aDeparture({ confirmedAt, confirmedBy: accountId(2) }) }
const left = { ...free, departure: aDeparture({ confirmedAt, confirmedBy: accountId(2), leftAt: now }) }

describe('B28', () => {
  test('B28: a person leaves by three acts of at least two people: proposed, confirmed by another, acknowledged', () => {
    expect(propose(free)).toEqual({ kind: 'accepted', complaintDueAt: null })
    expect(confirm(proposed)).toEqual({ kind: 'accepted' })
    expect(acknowledge(confirmed)).toEqual({ kind: 'accepted' })
  })

  test('B28: whoever proposed a departure cannot confirm it', () => {
    expect(confirm(proposed, { accountId: accountId(1) })).toMatchObject({ reason: 'same-person' })
  })

  test('B28: holds of other authorities are checked by both, within the last hour', () => {
    for (const holdsCheckedAt of [null, addHours(now, -1.01), addHours(now, 1)]) {
      expect(isRefused(propose(free, { holdsCheckedAt }))).toBe(true)
      expect(isRefused(confirm(proposed, { holdsCheckedAt }))).toBe(true)
    }
    expect(confirm(proposed, { holdsCheckedAt: addHours(now, -1) }).kind).toBe('accepted')
  })

  test('B28: an open hold keeps a person from going free at each of the three acts, also one recorded in between', () => {
    const holds = [aHold()]
    expect(propose({ ...free, holds })).toMatchObject({ reason: 'hold-open', at: 'basis' })
    expect(confirm({ ...proposed, holds })).toMatchObject({ reason: 'hold-open' })
    expect(acknowledge({ ...confirmed, holds })).toMatchObject({ reason: 'hold-open' })
  })

  test('B28: a hold that was lifted holds nobody', () => {
    expect(propose({ ...free, holds: [aHold(now)] }).kind).toBe('accepted')
  })

  test('B28: nobody leaves by the record before the departure was confirmed', () => {
    expect(acknowledge(proposed)).toMatchObject({ reason: 'not-confirmed' })
    expect(acknowledge(confirmed, { leftAt: addHours(confirmedAt, -1) })).toMatchObject({
      reason: 'left-before-confirmation',
    })
  })

  test('B28: an order made in between is looked at again at each act', () => {
    const changed = charged([docketAt.ordered({ kind: 'refused-bail', types: [] })])
    expect(confirm({ ...changed, departure: aDeparture() })).toMatchObject({ reason: 'basis-contradicts-facts' })
    expect(acknowledge({ ...changed, departure: confirmed.departure })).toMatchObject({
      reason: 'basis-contradicts-facts',
    })
  })
})

describe('the basis on which a person leaves', () => {
  const refused = docketAt.ordered({ kind: 'refused-bail', types: [] })
  const money = docketAt.ordered({ types: ['monetary', 'nonmonetary'] })
  const recognizance = docketAt.ordered({})
  const cases: [string, CustodyFacts, DepartureBasis[]][] = [
    ['nothing yet, while charging decides', custodyFacts(), []],
    ['nothing for a draft', custodyFacts({ sentAt: null }), []],
    ['charges declined', charged([], { charges: [] }), ['charges-declined']],
    ['no probable cause', charged([docketAt.discharged()]), ['no-probable-cause']],
    ['recognizance', charged([recognizance]), ['bail-without-money']],
    ['money bail', charged([money]), ['commitment-for-bail']],
    ['refused bail', charged([refused]), ['commitment-bail-refused']],
    ['a discharge beside recognizance', charged([docketAt.discharged(), recognizance]), ['bail-without-money']],
    ['a discharge beside money bail', charged([docketAt.discharged(), money]), ['commitment-for-bail']],
    [
      'recognizance beside money bail: one docket that holds, holds',
      charged([recognizance, money]),
      ['commitment-for-bail'],
    ],
    ['money bail beside refused bail', charged([money, refused]), ['commitment-bail-refused']],
    ['nothing, while one docket waits for its order', charged([recognizance, docketAt.arraigned()]), []],
    ['nothing, while a charge is in no complaint', charged([recognizance], { chargesWithoutComplaint: 1 }), []],
    ['a hold, after recognizance', charged([recognizance], { holds: [aHold()] }), ['held-for-other-authority']],
    [
      'a hold, after every charge was declined',
      charged([], { charges: [], holds: [aHold()] }),
      ['held-for-other-authority'],
    ],
    ['commitment, whatever else holds', charged([money], { holds: [aHold()] }), ['commitment-for-bail']],
    ['a summons, for a low misdemeanor', petty, ['rule-519b']],
    ['no summons while a hold is open', { ...petty, holds: [aHold()] }, []],
  ]

  test.each(cases)('is %s', (_, facts, bases) => {
    expect(possibleBases(facts)).toEqual(bases)
  })
})

describe('B20', () => {
  const summons = { noImmediateDanger: true, likelyToAppear: true }
  const release = (charges: CustodyFacts['charges'], change: Partial<CustodyFacts> = {}, statement = summons) =>
    propose({ ...petty, charges, ...change }, { basis: 'rule-519b', summons: statement })
  const charge = (grade: CustodyFacts['charges'][number]['grade'], statute = '18 § 2701') => ({ grade, statute })

  test('B20: an arrest on sight may end with a summons when no charge is above the second degree', () => {
    for (const grade of ['M2', 'M3', 'M', 'S'] as const) expect(release([charge(grade)]).kind, grade).toBe('accepted')
    for (const grade of ['M1', 'F3', 'F', 'F1', 'H1', 'H'] as const)
      expect(release([charge(grade)]), grade).toMatchObject({ reason: 'grade-too-high' })
    expect(release([charge('M3'), charge('M1')])).toMatchObject({ reason: 'grade-too-high' })
  })

  test('B20: driving under the influence may be of the first degree', () => {
    expect(release([charge('M1', '75 § 3802 §§ A1')]).kind).toBe('accepted')
    expect(release([charge('M1', '75 § 3802')]).kind).toBe('accepted')
    expect(release([charge('M1', '75 § 38021')])).toMatchObject({ reason: 'grade-too-high' })
    expect(release([charge('F3', '75 § 3802 §§ A1')])).toMatchObject({ reason: 'grade-too-high' })
  })

  test('B20: the officer states that there is no immediate danger and that the person is likely to appear', () => {
    expect(release([charge('M3')], {}, { ...summons, noImmediateDanger: false })).toMatchObject({ reason: 'danger' })
    expect(release([charge('M3')], {}, { ...summons, likelyToAppear: false })).toMatchObject({
      reason: 'not-likely-to-appear',
    })
    expect(propose(petty, { basis: 'rule-519b', summons: null })).toMatchObject({ reason: 'danger' })
  })

  test('B20: the complaint is then due within five days', () => {
    expect(release([charge('M3')])).toEqual({ kind: 'accepted', complaintDueAt: addHours(now, 120) })
  })

  test('B20: is over once a complaint is filed, for then the magistrate decides', () => {
    const facts = charged([docketAt.filed()], { charges: [charge('M3')] })
    expect(propose(facts, { basis: 'rule-519b', summons })).toMatchObject({ reason: 'complaint-already-filed' })
  })
})

describe('proposing a departure', () => {
  const summons = { noImmediateDanger: true, likelyToAppear: true }
  const onSummons = (change: Partial<CustodyFacts>, statement = summons) =>
    propose({ ...petty, ...change }, { basis: 'rule-519b', summons: statement })
  eachRefusal<ProposeDepartureReason>({
    ...requiredTextCases(destination => propose(free, { destination })),
    'already-left': () => propose(left),
    'departure-open': () => propose(proposed),
    'not-sent': () => propose(custodyFacts({ sentAt: null })),
    'hold-open': () => propose({ ...free, holds: [aHold()] }),
    'basis-contradicts-facts': () => propose(held),
    'docket-undecided': () => propose(charged([docketAt.arraigned()])),
    'holds-not-checked': () => propose(free, { holdsCheckedAt: null }),
    'holds-check-too-old': () => propose(free, { holdsCheckedAt: addHours(now, -2) }),
    'not-sight-arrest': () => onSummons({ basis: 'warrant' }),
    'grade-unknown': () => onSummons({ charges: [{ statute: '18 § 2701', grade: null }] }),
    'grade-too-high': () => onSummons({ charges: [{ statute: '18 § 2702', grade: 'F1' }] }),
    'complaint-already-filed': () =>
      propose(charged([docketAt.filed()], { charges: petty.charges }), { basis: 'rule-519b', summons }),
    danger: () => onSummons({}, { ...summons, noImmediateDanger: false }),
    'not-likely-to-appear': () => onSummons({}, { ...summons, likelyToAppear: false }),
  })
})

/** The reasons that the basis of a departure under way can give; the facts of the case are as the word says. */
const basisCases = (act: (facts: CustodyFacts) => { kind: string }, departure: CustodyFacts['departure']) => {
  const onSummons = departure && { ...departure, basis: 'rule-519b' as const }
  const released = (change: Partial<CustodyFacts>) => act({ ...petty, departure: onSummons, ...change })
  return {
    'not-sent': () => act(custodyFacts({ sentAt: null, departure })),
    'hold-open': () => act({ ...free, departure, holds: [aHold()] }),
    'basis-contradicts-facts': () => act({ ...held, departure }),
    'docket-undecided': () => act(charged([docketAt.arraigned()], { departure })),
    'not-sight-arrest': () => released({ basis: 'warrant' }),
    'grade-unknown': () => released({ charges: [] }),
    'grade-too-high': () => released({ charges: [{ statute: '18 § 2702', grade: 'F1' }] }),
    'complaint-already-filed': () => act(charged([docketAt.filed()], { charges: petty.charges, departure: onSummons })),
  }
}

describe('confirming a departure', () => {
  eachRefusal<ConfirmDepartureReason>({
    ...basisCases(confirm, aDeparture()),
    'holds-not-checked': () => confirm(proposed, { holdsCheckedAt: null }),
    'holds-check-too-old': () => confirm(proposed, { holdsCheckedAt: addHours(now, -2) }),
    'already-left': () => confirm(left),
    'departure-missing': () => confirm(free),
    'already-confirmed': () => confirm(confirmed),
    'same-person': () => confirm(proposed, { accountId: accountId(1) }),
  })
})

describe('acknowledging a departure', () => {
  eachRefusal<AcknowledgeDepartureReason>({
    ...basisCases(acknowledge, confirmed.departure),
    ...namePartCases(acknowledgedByName => acknowledge(confirmed, { acknowledgedByName })),
    'already-left': () => acknowledge(left),
    'departure-missing': () => acknowledge(free),
    'not-confirmed': () => acknowledge(proposed),
    'left-before-confirmation': () => acknowledge(confirmed, { leftAt: addHours(confirmedAt, -0.1) }),
    'left-in-future': () => acknowledge(confirmed, { leftAt: addHours(now, 0.1) }),
  })
})

describe('withdrawing a departure', () => {
  test('is possible with a reason until the person has left', () => {
    for (const facts of [proposed, confirmed])
      expect(withdrawDeparture(facts, { reason: 'Wrong person at the desk.' })).toEqual({ kind: 'accepted' })
  })

  eachRefusal<WithdrawDepartureReason>({
    ...requiredTextCases(reason => withdrawDeparture(proposed, { reason })),
    'already-left': () => withdrawDeparture(left, { reason: 'Wrong person at the desk.' }),
    'departure-missing': () => withdrawDeparture(free, { reason: 'Wrong person at the desk.' }),
  })
})
