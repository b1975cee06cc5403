import { expect, test } from 'vitest'
import {
  arrestHourWeights,
  arrestsPerYear,
  dayVarianceToMean,
  monthIndex,
  weekdayIndex,
} from '../src/figures/arrest-volume.ts'
import { monetaryAmounts, unsecuredAmounts } from '../src/figures/bail-amounts.ts'
import { bailClassesOf } from '../src/figures/bail-mix.ts'
import { districtsOn } from '../src/figures/districts.ts'
import { offenseMix } from '../src/figures/offense-mix.ts'
import { ageBands, counsel, docketsPerPerson, races, sexes } from '../src/figures/people.ts'
import type { Course } from '../src/plan/act.ts'
import { hours, wallTimeOf, weekdayOf } from '../src/time/city-time.ts'
import { countBy, courses, deedsOf, farShares, quantile, sharesOf } from './planned-year.ts'

const dateOf = ({ arrestedAt }: Course): string => wallTimeOf(arrestedAt).date
const arrestsByDay = countBy(courses, dateOf)

const indexBy = (keyOf: (date: string) => number): Map<number, number> => {
  const totals = new Map<number, { days: number; arrests: number }>()
  for (const [date, arrests] of arrestsByDay) {
    const total = totals.get(keyOf(date)) ?? { days: 0, arrests: 0 }
    totals.set(keyOf(date), { days: total.days + 1, arrests: total.arrests + arrests })
  }
  const mean = courses.length / arrestsByDay.size
  return new Map([...totals].map(([key, { days, arrests }]) => [key, arrests / days / mean]))
}

test('a planned year has as many arrests as its figure, within 4 percent', () => {
  expect(Math.abs(courses.length / arrestsPerYear.value - 1)).toBeLessThan(0.04)
})

test('each weekday has its part of the arrests, within a tenth of the daily mean', () => {
  expect(farShares(indexBy(weekdayOf), new Map(weekdayIndex.value.entries()), 0.1)).toEqual([])
})

test('each month has its part of the arrests, within 0.15 of the daily mean', () => {
  const byMonth = indexBy(date => Number(date.slice(5, 7)) - 1)
  expect(farShares(byMonth, new Map(monthIndex.value.entries()), 0.15)).toEqual([])
})

test('each hour has its part of the arrests, within half a percent of all', () => {
  const found = sharesOf(countBy(courses, ({ arrestedAt }) => wallTimeOf(arrestedAt).hour))
  expect(farShares(found, sharesOf(arrestHourWeights.value.entries()), 0.005)).toEqual([])
})

test('the days vary seven to nine times as much as a Poisson count', () => {
  const counts = [...arrestsByDay.values()]
  const mean = courses.length / counts.length
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length
  expect(variance / mean).toBeGreaterThan(dayVarianceToMean.value.from)
  expect(variance / mean).toBeLessThan(dayVarianceToMean.value.to)
})

test('each offense category has its part of the arrests, within half a percent of all', () => {
  const found = sharesOf(countBy(courses, ({ category }) => category as string))
  expect(farShares(found, sharesOf(offenseMix.value), 0.005)).toEqual([])
})

test('each police district has its part of the arrests, within three quarters of a percent of all', () => {
  const found = sharesOf(countBy(courses, ({ report }) => report.district))
  expect(farShares(found, sharesOf(districtsOn('2025-01-01')), 0.0075)).toEqual([])
})

test('people have one, two and three dockets in nine months as often as measured, within two percent', () => {
  const nineMonths = courses.filter(course => dateOf(course) < '2025-10-01')
  const dockets = countBy(
    nineMonths.flatMap(course => deedsOf([course], 'file').map(() => course.personKey)),
    key => key,
  )
  const found = sharesOf(countBy([...dockets.values()], count => Math.min(count, 4)))
  const wanted = sharesOf(docketsPerPerson.value)
  const few = new Map([1, 2, 3].map(count => [count, wanted.get(count as 1) ?? 0]))
  expect(farShares(new Map([1, 2, 3].map(count => [count, found.get(count) ?? 0])), few, 0.02)).toEqual([])
  expect(found.get(4) ?? 0).toBeGreaterThan(0)
})

const nominal = 100
const bailClassOf = (course: Course): string | undefined => {
  const order = deedsOf([course], 'order')[0]?.body
  if (deedsOf([course], 'refuse').length > 0) return 'held'
  if (!order || order.amountCents === nominal || order.types[0] === 'nonmonetary') return undefined
  if (order.types.includes('ror')) return 'ror'
  if (order.types.includes('unsecured')) return 'unsecured'
  const dollars = (order.amountCents ?? 0) / 100
  if (dollars <= 10_000) return 'to-10k'
  if (dollars <= 25_000) return 'to-25k'
  return dollars <= 100_000 ? 'to-100k' : 'over-100k'
}

test('in every category with 400 arrests, bail falls into its classes as measured, within three standard errors of 400', () => {
  const common = [...countBy(courses, ({ category }) => category)].filter(([, count]) => count >= 400)
  expect(common.length).toBeGreaterThan(10)
  const far = common.flatMap(([category]) => {
    const classes = courses
      .filter(course => course.category === category && deedsOf([course], 'arraign').length === 1)
      .flatMap(course => bailClassOf(course) ?? [])
    const wanted = sharesOf<string>(bailClassesOf(category))
    return farShares(sharesOf(countBy(classes, name => name)), wanted, 0.075).map(one => `${category}, ${one}`)
  })
  expect(far).toEqual([])
})

const amountsOf = (type: 'monetary' | 'unsecured'): number[] =>
  deedsOf(courses, 'order').flatMap(({ body }) =>
    body.types[0] === type && body.amountCents !== null ? [body.amountCents / 100] : [],
  )

test('every amount is one of the round ones that were ordered before', () => {
  const monetary = new Set<number>(monetaryAmounts.value.map(([dollars]) => dollars))
  const unsecured = new Set<number>(unsecuredAmounts.value.map(([dollars]) => dollars))
  expect(amountsOf('monetary').filter(dollars => !monetary.has(dollars))).toEqual([])
  expect(amountsOf('unsecured').filter(dollars => !unsecured.has(dollars))).toEqual([])
})

test('within $25,001 to $100,000 and for unsecured bail each amount is as frequent as measured, within three percent', () => {
  const isMiddle = (dollars: number): boolean => dollars > 25_000 && dollars <= 100_000
  const middle = sharesOf(countBy<number, number>(amountsOf('monetary').filter(isMiddle), dollars => dollars))
  const wanted = sharesOf<number>(monetaryAmounts.value.filter(([dollars]) => isMiddle(dollars)))
  expect(farShares(middle, wanted, 0.03)).toEqual([])
  const unsecured = sharesOf(countBy(amountsOf('unsecured'), dollars => dollars))
  expect(farShares(unsecured, sharesOf<number>(unsecuredAmounts.value), 0.03)).toEqual([])
})

const firstTimers = courses.filter(({ arrestedBefore, report }) => !arrestedBefore && report.directFile === null)

test('sex, race group and counsel are as frequent as measured, within a percent and a half', () => {
  const sex = sharesOf(countBy(firstTimers, ({ report }) => report.person.sex as string))
  expect(farShares(sex, sharesOf<string>(sexes.value), 0.015)).toEqual([])
  const groupOf = (race: string): string => (race === 'black' || race === 'white' ? race : 'other')
  const race = sharesOf(countBy(firstTimers, ({ report }) => groupOf(report.person.race)))
  expect(farShares(race, sharesOf<string>(races.value), 0.015)).toEqual([])
  const lawyers = sharesOf(countBy(deedsOf(courses, 'file'), deed => deed.counsel as string))
  expect(farShares(lawyers, sharesOf<string>(counsel.value), 0.015)).toEqual([])
})

test('each band of ages is as frequent as measured, within two percent', () => {
  const ageOf = ({ report }: Course): number =>
    Math.floor((Number(report.arrestedAt.slice(0, 10).replaceAll('-', '')) - born(report.person.bornOn)) / 10_000)
  const born = (on: string | null): number => Number((on ?? '9999-12-31').replaceAll('-', ''))
  const ages = firstTimers.filter(({ report }) => report.person.bornOn !== null).map(ageOf)
  const bandOf = (age: number): number => ageBands.value.find(([, to]) => age <= to)?.[0] ?? 0
  const wanted = sharesOf(ageBands.value.map(([from, , persons]) => [from as number, persons] as const))
  expect(farShares(sharesOf(countBy(ages, bandOf)), wanted, 0.02)).toEqual([])
})

test('half of the orders come 12 to 24 hours after the arrest, as lawyers say', () => {
  const waits = courses.flatMap(({ arrestedAt, acts }) => {
    const order = acts.find(({ deed }) => deed.kind === 'order' || deed.kind === 'refuse')
    return order ? [(order.at - arrestedAt) / hours] : []
  })
  expect(quantile(waits, 0.5)).toBeGreaterThan(12)
  expect(quantile(waits, 0.9)).toBeLessThan(24)
})
