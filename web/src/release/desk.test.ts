import { departureBases } from '@pars/domain'
import { describe, expect, it } from 'vitest'
import { type DeskRow, groupOf, isHeldByRecord, openDeparture, stepOf, usualDestination, verdictOf } from './desk.ts'

const made = { madeBy: 'Officer Release', madeAt: '2026-11-22T09:00:00.000Z', entryId: 'ent_1', number: 1 }
const departure = (change: object = {}) =>
  ({ departureId: 'dep_1', withdrawn: null, confirmed: null, acknowledged: null, ...made, ...change }) as never
const record = (departures: never[], may: string[]) => ({ departures, may })

describe('the groups of the desk', () => {
  const group = (suggestedBasis: DeskRow['suggestedBasis'], state: DeskRow['state'] = 'to-propose') =>
    groupOf({ suggestedBasis, state })
  it('never put "bail refused" beside those who go free', () => {
    expect(group('commitment-bail-refused')).toBe('held')
    expect(group('bail-without-money')).toBe('free')
  })
  it('put who is held by another authority with the held, whatever bail was ordered', () =>
    expect(group('held-for-other-authority')).toBe('held'))
  it('call a summons no release before an officer states it', () => {
    expect(group('rule-519b')).toBe('summons')
    expect(group('rule-519b', 'proposed')).toBe('free')
  })
  it('show a departure that no longer fits', () => expect(group(null, 'proposed')).toBe('undecided'))
  it('know every basis', () => {
    for (const basis of departureBases) expect(['free', 'held', 'summons']).toContain(group(basis))
  })
})

describe('the step that is open', () => {
  it('is to propose while nothing is under way, for those who may', () => {
    expect(stepOf(record([], ['departure.propose']))).toBe('propose')
    expect(stepOf(record([], []))).toBe('none')
  })
  it('is to confirm for a second person, and to wait for the one who proposed', () => {
    expect(stepOf(record([departure()], ['departure.confirm', 'departure.withdraw']))).toBe('confirm')
    expect(stepOf(record([departure()], ['departure.withdraw']))).toBe('wait-for-second')
  })
  it('is to see the person out once confirmed, and nothing once left', () => {
    expect(stepOf(record([departure({ confirmed: made })], ['departure.acknowledge']))).toBe('acknowledge')
    expect(stepOf(record([departure({ confirmed: made, acknowledged: made })], []))).toBe('left')
  })
  it('begins anew after a withdrawal', () => {
    const withdrawn = departure({ withdrawn: { reason: 'A hold came.', ...made } })
    expect(openDeparture(record([withdrawn], []))).toBeUndefined()
    expect(stepOf(record([withdrawn], ['departure.propose']))).toBe('propose')
  })
})

describe('the usual destination', () => {
  const holds = [
    { issuer: 'Bucks County', lifted: made },
    { issuer: 'Municipal Court', lifted: null },
  ] as never
  const at = { report: { bookingSite: 'Police Detention Unit' }, holds }
  it('is the booking site for those who go free', () =>
    expect(usualDestination('charges-declined', at)).toBe('Police Detention Unit'))
  it('is prison for a commitment', () =>
    expect(usualDestination('commitment-bail-refused', at)).toBe('Department of Prisons'))
  it('is whose hold still stands for those handed over', () =>
    expect(usualDestination('held-for-other-authority', at)).toBe('Municipal Court'))
})

describe('a record that holds', () => {
  const docket = (words: string) => ({ bail: { order: { words } } }) as never
  it('is one with a refusal of bail or money to post on any docket', () => {
    expect(isHeldByRecord({ holds: [], dockets: [docket('RELEASE - ROR'), docket('HELD - BAIL REFUSED')] })).toBe(true)
    expect(isHeldByRecord({ holds: [], dockets: [docket('RELEASE - ROR')] })).toBe(false)
  })
  it('is one with a hold that nobody lifted', () => {
    const hold = (lifted: object | null) => ({ lifted }) as never
    expect(isHeldByRecord({ holds: [hold(null)], dockets: [docket('RELEASE - ROR')] })).toBe(true)
    expect(isHeldByRecord({ holds: [hold(made)], dockets: [docket('RELEASE - ROR')] })).toBe(false)
  })
})

describe('the verdict on one person', () => {
  const order = (words: string) => ({ bail: { order: { words } } }) as never
  const facts = (change: object = {}) => ({ departures: [], dockets: [], holds: [], ...change })
  it('is free only on a basis that frees, with no order and no hold against it', () => {
    expect(verdictOf(facts({ dockets: [order('RELEASE - ROR')] }), 'bail-without-money').verdict).toBe('goes-free')
    expect(verdictOf(facts({ dockets: [order('HELD - BAIL REFUSED')] }), 'commitment-bail-refused').verdict).toBe(
      'stays-held',
    )
    expect(verdictOf(facts(), null).verdict).toBe('stays-held')
  })
  it('is that something changed where the record speaks against the list', () =>
    expect(verdictOf(facts({ dockets: [order('HELD - BAIL REFUSED')] }), 'bail-without-money').verdict).toBe('changed'))
  it('is a mere possibility before an officer states the summons, and a release after', () => {
    expect(verdictOf(facts(), 'rule-519b').verdict).toBe('summons-possible')
    expect(verdictOf(facts({ departures: [departure({ basis: 'rule-519b' })] }), 'rule-519b').verdict).toBe('goes-free')
  })
  it('follows what was proposed, not what the list suggests meanwhile', () =>
    expect(verdictOf(facts({ departures: [departure({ basis: 'charges-declined' })] }), null)).toEqual({
      verdict: 'goes-free',
      basis: 'charges-declined',
    }))
})
