import type { ArrestRecord } from '@pars/contract'
import { describe, expect, it } from 'vitest'
import { findNextWaiting } from './acts/next-waiting.ts'
import { actsOpen, chargesOf, type Docket, docketStageOf, standingListing, usualHearing } from './hearing-facts.ts'

const listing = (slot: number, notProduced: unknown = null) => ({ slot, madeAt: '1', startsAt: '2', notProduced })
const docket = (change: object = {}): Docket =>
  ({
    docketId: 'dkt_1',
    complaintId: 'cmp_1',
    filedAt: '1',
    listings: [listing(1)],
    arraignment: null,
    bail: { request: null, defenseRequest: null, guideline: null, order: null },
    ...change,
  }) as unknown as Docket
const missed = { madeAt: '3', reason: 'hospital' }
const held = (probableCause: string) => ({ heldAt: '3', probableCause })

describe('where one docket stands', () => {
  it('follows from its own listing, arraignment and order', () => {
    expect(docketStageOf(docket({ listings: [] }))).toBe('complaint-filed')
    expect(docketStageOf(docket())).toBe('listed')
    expect(docketStageOf(docket({ listings: [listing(1, missed)] }))).toBe('not-produced')
    expect(docketStageOf(docket({ arraignment: held('found') }))).toBe('arraigned')
    expect(docketStageOf(docket({ arraignment: held('not-found') }))).toBe('discharged')
  })
  it('knows a refusal of bail from bail that was set', () => {
    const ordered = (kind: string) => docket({ bail: { order: { kind, types: [], madeAt: '4' } } })
    expect(docketStageOf(ordered('refused'))).toBe('bail-refused')
    expect(docketStageOf(ordered('set'))).toBe('bail-set')
  })
  it('has no listing that stands once the person was not produced', () => {
    expect(standingListing(docket())?.slot).toBe(1)
    expect(standingListing(docket({ listings: [listing(1, missed)] }))).toBeUndefined()
    expect(standingListing(docket({ listings: [listing(1, missed), listing(9)] }))?.slot).toBe(9)
  })
})

describe('the acts that a hearing shows', () => {
  const may = ['arraignment.hold', 'bail.set', 'bail.refuse', 'listing.mark-not-produced', 'hold.record']
  it('are those that this docket allows, not another docket of the same person', () => {
    expect([...actsOpen({ may }, docket())].sort()).toEqual(['arraignment.hold', 'listing.mark-not-produced'])
    expect([...actsOpen({ may }, docket({ arraignment: held('found') }))].sort()).toEqual(['bail.refuse', 'bail.set'])
  })
  it('are none for a reader whose record allows none', () => expect(actsOpen({ may: [] }, docket()).size).toBe(0))
  it('never let one party enter what another party says', () => {
    const asks = ['bail.request', 'bail.defense-request', 'bail.recommend']
    for (const own of asks) expect([...actsOpen({ may: [own] }, docket())]).toEqual([own])
  })
})

describe('charges', () => {
  const record = {
    charging: {
      complaints: [{ complaintId: 'cmp_1', chargeIds: ['chg_1'] }],
      decision: { charges: [{ chargeId: 'chg_1' }, { chargeId: 'chg_2' }] },
    },
  } as unknown as ArrestRecord
  it('are those of the complaint that this docket was filed on', () =>
    expect(chargesOf(record, docket()).map(({ chargeId }) => chargeId)).toEqual(['chg_1']))
  it('send a felony to a preliminary hearing and a misdemeanor to trial', () => {
    const graded = (...grades: (string | null)[]) => usualHearing(grades.map(grade => ({ grade })) as never)
    expect(graded('M1', 'F3')).toBe('preliminary-hearing')
    expect(graded('M1', 'S')).toBe('municipal-court-trial')
  })
})

describe('who is called next', () => {
  const at = (slot: number, state: string) => ({ slot, docketId: `dkt_${slot}`, state })
  it('is the next slot that waits, then the earlier ones that were passed over', () => {
    const list = [at(3, 'waiting'), at(1, 'waiting'), at(2, 'bail-ordered')]
    expect(findNextWaiting(list, 2)?.slot).toBe(3)
    expect(findNextWaiting(list, 3)?.slot).toBe(1)
    expect(findNextWaiting([at(2, 'bail-ordered')], 0)).toBeUndefined()
  })
})
