import { describe, expect, test } from 'vitest'
import {
  acceptCourtSession,
  acceptListing,
  acceptNotProduced,
  addHours,
  type CourtSessionReason,
  isSessionOver,
  type ListingFacts,
  type ListingReason,
  type NotProducedRefusal,
} from '../../src/index.ts'
import { at, day, now, rooms } from '../examples.ts'
import { eachRefusal, hostileCases } from '../refusals.ts'

const session = { room: 'B-08', startsAt: at('2026-01-06T04:00:00-05:00') }
const open = (change: Partial<typeof session> = {}, alreadyOpened = false) =>
  acceptCourtSession({ rooms: rooms(), alreadyOpened }, { ...session, ...change }, now)
const facts = (change: Partial<ListingFacts> = {}): ListingFacts => ({
  filed: true,
  listed: false,
  arraigned: false,
  left: false,
  session,
  rooms: rooms(),
  slotTaken: false,
  ...change,
})
const list = (change: Partial<ListingFacts> = {}, slot = 1) => acceptListing(facts(change), { slot }, now)

describe('B27', () => {
  test('B27: a session sits in a room that exists', () => {
    expect(open()).toEqual({ kind: 'accepted' })
    expect(open({ room: '200' })).toMatchObject({ reason: 'room-unknown', at: 'room' })
  })

  test('B27: nobody is listed in a room that does not exist', () => {
    expect(list()).toEqual({ kind: 'accepted' })
    expect(list({ session: { ...session, room: '200' } })).toMatchObject({ reason: 'room-unknown' })
  })

  test('B27: a room exists on the Philadelphia day of the session, from its first day to the day before its end', () => {
    const closing = [{ room: 'B-08', validFrom: day('2020-01-01'), validTo: day('2026-01-07') }]
    const late = { ...session, startsAt: at('2026-01-06T23:30:00-05:00') }
    const after = { ...session, startsAt: at('2026-01-07T00:30:00-05:00') }
    expect(list({ rooms: closing, session: late })).toEqual({ kind: 'accepted' })
    expect(list({ rooms: closing, session: after })).toMatchObject({ reason: 'room-closed' })
    expect(acceptCourtSession({ rooms: closing, alreadyOpened: false }, after, now)).toMatchObject({
      reason: 'room-closed',
    })
  })
})

describe('opening a court session', () => {
  test('is still possible for one that began within six hours, and for one of the next sixty days', () => {
    expect(open({ startsAt: addHours(now, -5) })).toEqual({ kind: 'accepted' })
    expect(open({ startsAt: addHours(now, 24 * 60) })).toEqual({ kind: 'accepted' })
  })

  eachRefusal<CourtSessionReason>({
    'room-unknown': () => open({ room: '200' }),
    'room-closed': () => open({ room: 'B-03' }),
    'session-over': () => open({ startsAt: addHours(now, -6) }),
    'session-too-far-ahead': () => open({ startsAt: addHours(now, 24 * 60 + 1) }),
    'session-exists': () => open({}, true),
  })
})

describe('listing a docket', () => {
  test('takes one of the slots 1 to 200', () => {
    for (const slot of [1, 200]) expect(list({}, slot)).toEqual({ kind: 'accepted' })
    for (const slot of [0, 201, 1.5, Number.NaN]) expect(list({}, slot)).toMatchObject({ reason: 'slot-range' })
  })

  test('into a session that runs is possible until the session is over', () => {
    expect(isSessionOver(addHours(now, -6), now)).toBe(true)
    expect(isSessionOver(addHours(now, -5.99), now)).toBe(false)
  })

  eachRefusal<ListingReason>({
    'complaint-not-filed': () => list({ filed: false }),
    'already-arraigned': () => list({ arraigned: true }),
    'person-has-left': () => list({ left: true }),
    'already-listed': () => list({ listed: true }),
    'session-over': () => list({ session: { ...session, startsAt: addHours(now, -7) } }),
    'room-unknown': () => list({ session: { ...session, room: '200' } }),
    'room-closed': () => list({ session: { ...session, room: 'B-03' } }),
    'slot-range': () => list({}, 0),
    'slot-taken': () => list({ slotTaken: true }),
  })
})

describe('a person who is not produced', () => {
  const miss = (note: string | null, change: object = {}, reason: 'hospital' | 'other' = 'hospital') =>
    acceptNotProduced({ listed: true, arraigned: false, ...change }, { reason, note })

  test('leaves the docket waiting for another session, with the reason', () => {
    expect(miss(null)).toEqual({ kind: 'accepted' })
  })

  eachRefusal<NotProducedRefusal>({
    ...hostileCases(miss),
    'note-missing': () => miss(null, {}, 'other'),
    'not-listed': () => miss(null, { listed: false }),
    'already-arraigned': () => miss(null, { arraigned: true }),
  })
})
