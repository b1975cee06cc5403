import type { Course, Deed } from '../src/plan/act.ts'
import { planCity } from '../src/plan/plan-city.ts'
import { momentAt } from '../src/time/city-time.ts'

/** One seed for every test of the calibration: what is compared never changes from run to run. */
export const courses: readonly Course[] = planCity({
  seed: 'calibration',
  startAt: momentAt('2025-01-01', 0),
  days: 365,
}).courses

/** All deeds of one kind in some courses. */
export const deedsOf = <K extends Deed['kind']>(of: readonly Course[], kind: K): Extract<Deed, { kind: K }>[] =>
  of.flatMap(({ acts }) => acts.flatMap(({ deed }) => (deed.kind === kind ? [deed as Extract<Deed, { kind: K }>] : [])))

export const countBy = <T, K>(list: readonly T[], keyOf: (item: T) => K): Map<K, number> => {
  const counts = new Map<K, number>()
  for (const item of list) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

/** Each key's part of the whole. */
export const sharesOf = <K>(counts: Iterable<readonly [K, number]>): Map<K, number> => {
  const entries = [...counts]
  const total = entries.reduce((sum, [, count]) => sum + count, 0)
  return new Map(entries.map(([key, count]) => [key, count / total]))
}

/** The keys whose shares differ by more than the tolerance, with both shares; empty when all are near. */
export const farShares = <K>(found: Map<K, number>, wanted: Map<K, number>, tolerance: number): string[] =>
  [...new Set([...found.keys(), ...wanted.keys()])].flatMap(key => {
    const [is, should] = [found.get(key) ?? 0, wanted.get(key) ?? 0]
    return Math.abs(is - should) > tolerance ? [`${String(key)}: ${is.toFixed(4)}, wanted ${should.toFixed(4)}`] : []
  })

export const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(part * values.length)] ?? Number.NaN
