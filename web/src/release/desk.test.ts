import { departureBases } from '@pars/domain'
import { describe, expect, it } from 'vitest'
import { groupOf, isHeldByRecord, openDeparture, stepOf, usualDestination } from './desk.ts'

const made = { madeBy: 'Officer Release', madeAt: '2026-11-22T09:00:00.000Z', entryId: 'ent_1', number: 1 }
const departure = (change: object = {}) =>
  ({ departureId: 'dep_1', withdrawn: null, confirmed: null, acknowledged: null, ...made, ...change }) as never
const record = (departures: never[], may: string[]) => ({ departures, may })

describe('the groups of the desk', () => {
  it('never put "bail refused" beside those who go free', () => {
    expect(groupOf({ suggestedBasis: 'commitment-bail-refused' })).toBe('held')
    expect(groupOf({ suggestedBasis: 'bail-without-money' })).toBe('free')
  })
  it('put who is held by another authority with the held, whatever bail was ordered', () =>
    expect(groupOf({ suggestedBasis: 'held-for-other-authority' })).toBe('held'))
  it('part a possible summons from those whom an order frees', () =>
    expect(groupOf({ suggestedBasis: 'rule-519b' })).toBe('summons'))
  it('show a departure that no longer fits', () => expect(groupOf({ suggestedBasis: null })).toBe('undecided'))
  it('know every basis', () => {
    for (const suggestedBasis of departureBases)
      expect(['free', 'held', 'summons']).toContain(groupOf({ suggestedBasis }))
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
