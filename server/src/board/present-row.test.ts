import { type CustodyFacts, type Instant, parseInstant, parsePlainDate } from '@pars/domain'
import { expect, test } from 'vitest'
import type { CaseLine } from '../custody/load-case-lines.ts'
import { byTimeHeld, presentRow } from './present-row.ts'

const at = (text: string): Instant => parseInstant(text) ?? expect.unreachable()
const now = at('2026-11-22T03:12:00-05:00')
const arrestedAt = at('2026-11-21T21:12:00-05:00')
const alarms = [
  {
    clock: 'custody' as const,
    hours: 6,
    validFrom: parsePlainDate('2000-01-01') ?? expect.unreachable(),
    validTo: null,
  },
]

const facts: CustodyFacts = {
  draftedAt: arrestedAt,
  sentAt: at('2026-11-21T22:12:00-05:00'),
  arrestedAt,
  earlierVersions: [],
  basis: 'sight',
  charging: { taken: null, sentBackAt: null, decidedAt: null },
  charges: [],
  chargesWithoutComplaint: 0,
  dockets: [],
  holds: [],
  departure: null,
}
type Order = CaseLine['orders'][number]
const order = (change: Partial<Order>): Order => ({
  madeAt: now,
  kind: 'set',
  types: ['ror'],
  amountCents: null,
  depositPercent: null,
  conditions: 0,
  ...change,
})
const line = (change: Partial<CaseLine> = {}): CaseLine => ({
  arrestId: 'arr_00000000000000000000000000000001' as CaseLine['arrestId'],
  personId: 'per_00000000000000000000000000000001' as CaseLine['personId'],
  name: 'Quill, Marisol',
  bornOn: parsePlainDate('1992-11-22') ?? expect.unreachable(),
  sex: 'female',
  interpreterLanguage: null,
  district: '25',
  otn: null,
  draftedBy: 'Officer Booking',
  takenBy: null,
  leadCharge: 'Robbery',
  chargeCount: 1,
  orders: [],
  number: 12,
  facts,
  ...change,
})

test('a line says how long somebody is held, who acts next and which alarms have passed', () => {
  expect(presentRow(line(), alarms, now)).toMatchObject({
    name: 'Quill, Marisol',
    age: 34,
    draft: false,
    custody: { hoursHeld: 6, next: { party: 'prosecutor', act: 'charging.take' }, alarmsPassed: [6] },
    openHolds: 0,
    number: 12,
  })
})

test('an unsent draft is on the board and says so', () => {
  const row = presentRow(line({ facts: { ...facts, sentAt: null } }), alarms, now)
  expect(row).toMatchObject({ draft: true, custody: { stage: 'draft' } })
})

test('somebody who has left custody is not on the board', () => {
  const departure = {
    departureId: 'dep_0' as NonNullable<CustodyFacts['departure']>['departureId'],
    basis: 'charges-declined' as const,
    proposedAt: now,
    proposedBy: 'acc_0' as NonNullable<CustodyFacts['departure']>['proposedBy'],
    confirmedAt: now,
    confirmedBy: null,
    leftAt: now,
    complaintDueAt: null,
  }
  expect(presentRow(line({ facts: { ...facts, departure } }), alarms, now)).toBeUndefined()
})

test('one order that holds is what the board says, whatever the others release', () => {
  const wordsOf = (...orders: Order[]) => presentRow(line({ orders }), alarms, now)?.bailWords
  const money = order({ types: ['monetary'], amountCents: 2_500_000, depositPercent: 10 })
  expect(wordsOf()).toBeNull()
  expect(wordsOf(order({}))).toBe('RELEASE - ROR')
  expect(wordsOf(order({}), money)).toBe('HELD - $25,000, 10% TO POST ($2,500)')
  expect(wordsOf(order({}), money, order({ kind: 'refused', types: [] }))).toBe('HELD - BAIL REFUSED')
})

test('the words of an order say that it has conditions, as on the record', () => {
  expect(presentRow(line({ orders: [order({ conditions: 2 })] }), alarms, now)?.bailWords).toBe(
    'RELEASE - ROR, CONDITIONS',
  )
})

test('only open holds are counted', () => {
  const hold = (liftedAt: Instant | null) => ({
    holdId: 'hld_0' as CustodyFacts['holds'][number]['holdId'],
    kind: 'bench-warrant' as const,
    liftedAt,
  })
  expect(presentRow(line({ facts: { ...facts, holds: [hold(null), hold(now)] } }), alarms, now)?.openHolds).toBe(1)
})

test('who is held longest stands first, and two of one moment never change places', () => {
  const row = (arrestId: string, time: Instant) => {
    const shown = presentRow(line({ facts: { ...facts, arrestedAt: time } }), alarms, now) ?? expect.unreachable()
    return { ...shown, arrestId }
  }
  const rows = [row('arr_b', now), row('arr_a', now), row('arr_c', arrestedAt)]
  expect(rows.sort(byTimeHeld).map(({ arrestId }) => arrestId)).toEqual(['arr_c', 'arr_a', 'arr_b'])
})
