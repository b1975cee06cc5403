import { expect, test } from 'vitest'
import { acceptCourtSession, acceptListing, type CourtSessionFacts, type ListingFacts } from '../../src/index.ts'
import { at, day, now } from '../examples.ts'

const startsAt = at('2020-06-15T04:00:00-04:00')
const rooms = [{ room: 'B-08', validFrom: day('1900-01-01'), validTo: null }]
const openAt = (facts: Partial<CourtSessionFacts>) =>
  acceptCourtSession({ rooms, alreadyOpened: false, ...facts }, { room: 'B-08', startsAt }, now)
const list = (facts: Partial<ListingFacts>) =>
  acceptListing(
    {
      filed: true,
      listed: false,
      arraigned: false,
      left: false,
      session: { room: 'B-08', startsAt },
      rooms,
      slotTaken: false,
      ...facts,
    },
    { slot: 1 },
    now,
  )

test("a person can't open or fill a session that is over", () => {
  expect(openAt({})).toMatchObject({ reason: 'session-over' })
  expect(openAt({ lateEntry: false })).toMatchObject({ reason: 'session-over' })
  expect(list({ lateEntry: false })).toMatchObject({ reason: 'session-over' })
})

test("the court's own system may enter a session that is over, and who was listed in it", () => {
  expect(openAt({ lateEntry: true })).toEqual({ kind: 'accepted' })
  expect(list({ lateEntry: true })).toEqual({ kind: 'accepted' })
})

test('a late entry excuses from no other rule', () => {
  expect(openAt({ lateEntry: true, alreadyOpened: true })).toMatchObject({ reason: 'session-exists' })
  expect(openAt({ lateEntry: true, rooms: [] })).toMatchObject({ reason: 'room-unknown' })
  expect(list({ lateEntry: true, arraigned: true })).toMatchObject({ reason: 'already-arraigned' })
  expect(list({ lateEntry: true, slotTaken: true })).toMatchObject({ reason: 'slot-taken' })
})
