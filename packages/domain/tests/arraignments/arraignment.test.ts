import { describe, expect, test } from 'vitest'
import {
  type ArraignmentFacts,
  type ArraignmentReason,
  acceptArraignment,
  checklistItems,
  type ItemFacts,
  type PreliminaryArraignment,
  requiredItems,
  standingOfItems,
} from '../../src/index.ts'
import { anArraignment, at, day, now, rooms } from '../examples.ts'
import { eachRefusal, namePartCases } from '../refusals.ts'

const facts = (change: Partial<ArraignmentFacts> = {}): ArraignmentFacts => ({
  filedAt: at('2026-01-06T01:30:00-05:00'),
  listed: true,
  arraigned: false,
  left: false,
  arrestedAt: at('2026-01-05T22:40:00-05:00'),
  basis: 'sight',
  directFile: false,
  interpreterLanguage: null,
  rooms: rooms(),
  holidays: [day('2026-01-19')],
  ...change,
})
const hold = (held: Partial<PreliminaryArraignment> = {}, change: Partial<ArraignmentFacts> = {}) =>
  acceptArraignment(facts(change), anArraignment(held), now)
const held = { kind: 'accepted', discharged: false, warrantPapersDueOn: null, flags: [] }
const discharge = {
  probableCause: 'not-found',
  nextListing: null,
  checklist: ['complaint-given', 'complaint-read', 'counsel-advised', 'counsel-consulted'],
} as const satisfies Partial<PreliminaryArraignment>
const onWarrant: Partial<PreliminaryArraignment> = { probableCause: 'warrant' }
const without = (item: string) => anArraignment().checklist.filter(other => other !== item)

describe('B19', () => {
  test('B19: nobody is held past arraignment without a finding of probable cause', () => {
    expect(hold()).toEqual(held)
    expect(hold(onWarrant)).toMatchObject({ reason: 'probable-cause-undecided', at: 'probableCause' })
  })

  test('B19: a finding of no probable cause discharges the person: no next date, and no bail to set', () => {
    expect(hold({ ...discharge, checklist: [...discharge.checklist] })).toEqual({ ...held, discharged: true })
    expect(hold({ probableCause: 'not-found' })).toMatchObject({ reason: 'next-listing-after-discharge' })
  })

  test('B19: a warrant was probable cause already, so no second finding is recorded', () => {
    expect(hold(onWarrant, { basis: 'warrant' }).kind).toBe('accepted')
    for (const probableCause of ['found', 'not-found'] as const)
      expect(hold({ probableCause }, { basis: 'warrant' })).toMatchObject({ reason: 'probable-cause-not-needed' })
  })
})

describe('the Rule 540 checklist', () => {
  const items = (change: Partial<ItemFacts> = {}): ItemFacts => ({
    basis: 'sight',
    directFile: false,
    counselPresent: true,
    probableCause: 'found',
    ...change,
  })

  test.each([
    'complaint-given',
    'complaint-read',
    'counsel-advised',
    'hearing-advised',
    'bail-advised',
    'counsel-consulted',
  ])('is not complete without "%s"', item => {
    expect(hold({ checklist: without(item) })).toMatchObject({ reason: 'checklist-item-missing', at: 'checklist' })
  })

  test('asks for a confidential talk with counsel exactly when counsel took part', () => {
    expect(hold({ defenseName: null })).toMatchObject({ reason: 'checklist-item-not-applicable' })
    expect(hold({ defenseName: null, checklist: without('counsel-consulted') })).toEqual(held)
  })

  test('wants warrant papers now or by the next business day, holidays of the court left out', () => {
    const warrant = { basis: 'warrant' } as const
    const given = [...anArraignment().checklist, 'warrant-papers-given'] as const
    expect(hold({ ...onWarrant, checklist: [...given] }, warrant)).toMatchObject({ warrantPapersDueOn: null })
    expect(hold(onWarrant, warrant)).toMatchObject({ warrantPapersDueOn: '2026-01-07' })
    const friday = at('2026-01-16T23:30:00-05:00')
    const decision = acceptArraignment(
      facts(warrant),
      anArraignment({
        ...onWarrant,
        heldAt: friday,
        nextListing: { hearing: 'status', at: at('2026-01-30T14:00:00Z'), room: '803' },
      }),
      friday,
    )
    expect(decision).toMatchObject({ warrantPapersDueOn: '2026-01-20' })
  })

  test('says of each item how it stands, and lists what is required in the order it is done', () => {
    expect(standingOfItems(items())).toMatchObject({
      'warrant-papers-given': 'not-applicable',
      'parents-notified': 'not-applicable',
      'counsel-consulted': 'required',
    })
    expect(standingOfItems(items({ basis: 'warrant' }))['warrant-papers-given']).toBe('later')
    expect(standingOfItems(items({ probableCause: 'not-found' }))['bail-advised']).toBe('optional')
    const required = requiredItems(items({ directFile: true }))
    expect(required).toEqual(checklistItems.filter(item => required.includes(item)))
    expect(required).toContain('parents-notified')
  })
})

describe('B36', () => {
  test('B36: the magistrate verifies that the parents of a person charged by direct file were notified', () => {
    expect(hold({}, { directFile: true })).toMatchObject({ reason: 'checklist-item-missing' })
    const verified = [...anArraignment().checklist, 'parents-notified'] as const
    expect(hold({ checklist: [...verified] }, { directFile: true })).toEqual(held)
    expect(hold({ checklist: [...verified] })).toMatchObject({ reason: 'checklist-item-not-applicable' })
  })
})

describe('B27', () => {
  test('B27: the next date is in a room that exists on that day', () => {
    const next = (room: string) => hold({ nextListing: { hearing: 'status', at: at('2026-02-02T14:00:00Z'), room } })
    expect(next('803')).toEqual(held)
    expect(next('200')).toMatchObject({ reason: 'room-unknown', at: 'nextListing.room' })
    expect(next('B-03')).toMatchObject({ reason: 'room-closed', at: 'nextListing.room' })
  })
})

describe('an interpreter', () => {
  test('who was asked for is recorded, whether one came or not', () => {
    const asked = { interpreterLanguage: 'Spanish' }
    expect(hold({}, asked)).toMatchObject({ reason: 'interpreter-not-recorded' })
    expect(hold({ interpreter: { language: 'Spanish', present: true } }, asked)).toEqual(held)
    expect(hold({ interpreter: { language: 'Spanish', present: false } }, asked)).toMatchObject({
      flags: ['interpreter-not-present'],
    })
  })
})

describe('an arraignment', () => {
  test('that was held before the filing was entered is taken, and flagged', () => {
    expect(hold({ heldAt: at('2026-01-06T01:00:00-05:00') })).toMatchObject({ flags: ['held-before-filing-recorded'] })
  })

  eachRefusal<ArraignmentReason>({
    ...namePartCases(name => hold({ prosecutorName: name })),
    'complaint-not-filed': () => hold({}, { filedAt: null }),
    'not-listed': () => hold({}, { listed: false }),
    'already-arraigned': () => hold({}, { arraigned: true }),
    'person-has-left': () => hold({}, { left: true }),
    'held-in-future': () => hold({ heldAt: at('2026-01-06T03:15:00-05:00') }),
    'held-before-arrest': () => hold({ heldAt: at('2026-01-05T22:39:00-05:00') }),
    'probable-cause-undecided': () => hold(onWarrant),
    'probable-cause-not-needed': () => hold({}, { basis: 'warrant' }),
    'checklist-item-missing': () => hold({ checklist: [] }),
    'checklist-item-not-applicable': () => hold({ checklist: [...anArraignment().checklist, 'warrant-papers-given'] }),
    'interpreter-not-recorded': () => hold({}, { interpreterLanguage: 'Vietnamese' }),
    'next-listing-missing': () => hold({ nextListing: null }),
    'next-listing-after-discharge': () => hold({ probableCause: 'not-found' }),
    'next-listing-too-early': () =>
      hold({ nextListing: { hearing: 'status', at: at('2026-01-06T02:00:00-05:00'), room: '803' } }),
    'room-unknown': () => hold({ nextListing: { hearing: 'status', at: at('2026-02-02T14:00:00Z'), room: '200' } }),
    'room-closed': () => hold({ nextListing: { hearing: 'status', at: at('2026-02-02T14:00:00Z'), room: 'B-03' } }),
  })
})
