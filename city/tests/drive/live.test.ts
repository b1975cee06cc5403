import { expect, test } from 'vitest'
import { sittingAt, sittingFor } from '../../src/drive/court-sessions.ts'
import { secondsBetweenLiveArrests } from '../../src/figures/live-traffic.ts'
import {
  liveMomentsBetween,
  longestLiveCourse,
  nextLiveMoment,
  planLiveCourse,
} from '../../src/plan/plan-live-course.ts'
import { hours, minutes, momentAt } from '../../src/time/city-time.ts'

const from = momentAt('2026-11-14', 0)
const day = liveMomentsBetween('live', from, from + 24 * hours)
const live = day.map(moment => planLiveCourse('live', moment))

test('a live arrest begins every 70 to 90 seconds', () => {
  const { every, later } = secondsBetweenLiveArrests.value
  const gaps = day.slice(1).map((moment, index) => (moment - (day[index] ?? 0)) / 1000)
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(every - later)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(every + later)
  expect(day.length).toBe(Math.round((24 * 3600) / every))
})

test('the moments are the same wherever one begins to look', () => {
  const moment = day[700] ?? 0
  expect(nextLiveMoment('live', moment - 1)).toBe(moment)
  expect(liveMomentsBetween('live', moment - 1, moment)).toEqual([moment])
  expect(liveMomentsBetween('live', moment, moment)).toEqual([])
})

test('something happens every few seconds', () => {
  const acts = live.reduce((sum, course) => sum + course.acts.length, 0)
  expect((24 * 3600) / acts).toBeGreaterThan(3)
  expect((24 * 3600) / acts).toBeLessThan(8)
})

test('a live arrest is over within half an hour, in the order of its plan, and nobody misses court', () => {
  for (const { acts } of live) {
    const [first, last] = [acts[0]?.at ?? 0, acts.at(-1)?.at ?? 0]
    expect(last - first).toBeLessThan(longestLiveCourse)
    expect(acts.map(({ at }) => at)).toEqual(acts.map(({ at }) => at).toSorted((a, b) => a - b))
    expect(acts.some(({ deed }) => deed.kind === 'not-produced')).toBe(false)
    expect(acts.filter(({ deed }) => deed.kind === 'list').length).toBe(
      acts.filter(({ deed }) => deed.kind === 'arraign').length,
    )
  }
})

test('live arrests share no number with one another', () => {
  expect(new Set(live.map(({ intakeNumber }) => intakeNumber)).size).toBe(live.length)
  expect(new Set(live.map(({ report }) => report.otn)).size).toBe(live.length)
  const dockets = live.flatMap(({ acts }) =>
    acts.flatMap(({ deed }) => (deed.kind === 'file' ? [deed.docketNumber] : [])),
  )
  expect(new Set(dockets).size).toBe(dockets.length)
})

test('the hearings of four hours fit into one sitting of 200 slots', () => {
  const listed = new Map<string, number>()
  for (const { acts } of live)
    for (const { at, deed } of acts)
      if (deed.kind === 'list') listed.set(sittingAt(at).key, (listed.get(sittingAt(at).key) ?? 0) + 1)
  expect(Math.max(...listed.values())).toBeLessThan(185)
})

test('a case goes to the sitting that was planned while that one takes cases, then to the one that sits', () => {
  const planned = sittingAt(momentAt('2026-11-14', 8, 30))
  expect(planned.key).toBe('2026-11-14T08')
  expect(sittingFor(planned.key, planned.startsAt - 4 * hours).key).toBe('2026-11-14T08')
  expect(sittingFor(planned.key, planned.startsAt + 5 * hours).key).toBe('2026-11-14T08')
  expect(sittingFor(planned.key, planned.startsAt + 7 * hours).key).toBe('2026-11-14T12')
  expect(sittingFor(null, planned.startsAt + minutes).key).toBe('2026-11-14T08')
})
