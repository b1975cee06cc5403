import { describe, expect, it } from 'vitest'
import { nextUsualStart, openSessions, phaseOf, usualSession } from './sessions.ts'

const session = (startsAt: string) => ({ courtSessionId: startsAt, startsAt })
const now = '2026-11-22T09:20:00.000Z'
const [midnight, four, eight] = [
  '2026-11-22T05:00:00.000Z',
  '2026-11-22T09:00:00.000Z',
  '2026-11-22T13:00:00.000Z',
].map(session) as [ReturnType<typeof session>, ReturnType<typeof session>, ReturnType<typeof session>]

describe('sessions around now', () => {
  it('are over, sitting or ahead', () =>
    expect([midnight, four, eight].map(each => phaseOf(each, now))).toEqual(['over', 'now', 'ahead']))
  it('take dockets until six hours after they began, earliest first', () =>
    expect(openSessions([eight, four, midnight, session('2026-11-22T02:00:00.000Z')], now)).toEqual([
      midnight,
      four,
      eight,
    ]))
})

describe('the session that a docket goes into', () => {
  it('is the one that sits now', () => expect(usualSession([midnight, eight, four], now)).toBe(four))
  it('is the next one between two sittings', () => expect(usualSession([eight, midnight], now)).toBe(eight))
  it('is one that runs over when there is no other', () => expect(usualSession([midnight], now)).toBe(midnight))
  it('is none where no session is open', () => expect(usualSession([], now)).toBeUndefined())
})

describe('the next usual start', () => {
  it.each([
    ['2026-11-22T09:20:00Z', '2026-11-22', '08:00'],
    ['2026-11-22T12:59:00Z', '2026-11-22', '08:00'],
    ['2026-11-23T03:30:00Z', '2026-11-23', '00:00'],
  ])('at %s is %s %s', (at, date, time) => expect(nextUsualStart(Date.parse(at))).toEqual({ date, time }))
})
