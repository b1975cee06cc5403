import { describe, expect, test } from 'vitest'
import { dayVarianceToMean, monthIndex, weekdayIndex } from '../src/figures/arrest-volume.ts'
import { monetaryAmounts } from '../src/figures/bail-amounts.ts'
import { bailMix } from '../src/figures/bail-mix.ts'
import { sessionHours } from '../src/figures/conduct.ts'
import { arrestsByDistrict } from '../src/figures/districts.ts'
import { offenseMix } from '../src/figures/offense-mix.ts'
import { ageBands, docketsPerPerson, races, sexes } from '../src/figures/people.ts'
import { hasSharedTables, numberIn, readTable } from './shared-table.ts'

const years = ['2017', '2018', '2019']
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** Sums over the rows, or their mean with weights. */
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

describe.skipIf(!hasSharedTables)('figures against the tables they were taken from', () => {
  test('weekdays are the weighted mean of the settled days of 2017 to 2019', () => {
    const rows = readTable('arrests_per_day_by_weekday.csv').filter(
      row => years.includes(row['year'] ?? '') && row['quality'] === 'settled_local_day',
    )
    const found = weekdays.map(weekday => {
      const own = rows.filter(row => row['weekday'] === weekday)
      const days = sum(own.map(row => numberIn(row, 'days')))
      return sum(own.map(row => numberIn(row, 'index_vs_year_mean') * numberIn(row, 'days'))) / days
    })
    for (const [weekday, index] of found.entries()) expect(weekdayIndex.value[weekday]).toBeCloseTo(index, 3)
  })

  test('months are the mean of 2017 to 2019', () => {
    const rows = readTable('arrests_by_month.csv')
    for (const [month, index] of monthIndex.value.entries()) {
      const own = years.map(year => rows.find(row => row['month'] === `${year}-${String(month + 1).padStart(2, '0')}`))
      expect(index).toBeCloseTo(sum(own.map(row => numberIn(row, 'index_vs_year_mean'))) / 3, 2)
    }
  })

  test('the over-dispersion of the three years lies within its bounds', () => {
    const rows = readTable('arrests_per_day_distribution.csv').filter(
      row => years.includes(row['year'] ?? '') && row['quality'] === 'settled_local_day',
    )
    expect(rows).toHaveLength(3)
    for (const row of rows) {
      expect(numberIn(row, 'variance_to_mean')).toBeGreaterThan(dayVarianceToMean.value.from)
      expect(numberIn(row, 'variance_to_mean')).toBeLessThan(dayVarianceToMean.value.to)
    }
  })

  test('districts are the sums of 2017 to 2019', () => {
    const rows = readTable('arrests_by_district_and_year.csv').filter(row => years.includes(row['year'] ?? ''))
    for (const [code, arrests] of arrestsByDistrict.value)
      expect(sum(rows.filter(row => row['police_district'] === code).map(row => numberIn(row, 'arrests')))).toBe(
        arrests,
      )
  })

  test('every category of offense has the counts of the table', () => {
    const rows = readTable('offence_category_mix_2017_2019.csv')
    for (const [category, arrests] of offenseMix.value)
      if (category !== 'Uncategorized Offenses')
        expect([
          category,
          numberIn(
            rows.find(row => row['category'] === category),
            'arrests',
          ),
        ]).toEqual([category, arrests])
  })

  test('every category of bail has the counts of the table', () => {
    const columns = ['n_ror', 'n_unsecured', 'n_m1_10k', 'n_m10k_25k', 'n_m25k_100k', 'n_m100k_plus', 'n_held']
    const rows = readTable('bail_mix_by_category_2017_2019.csv')
    for (const [category, counts] of Object.entries(bailMix.value)) {
      const row = rows.find(row => row['category'] === category)
      expect([category, columns.map(column => numberIn(row, column))]).toEqual([category, counts])
    }
  })

  test('amounts of money bail are those of the table', () => {
    const rows = readTable('monetary_amount_frequency_2020.csv').filter(row => numberIn(row, 'amount_usd') > 0)
    const found = rows.map(row => [numberIn(row, 'amount_usd'), numberIn(row, 'cases')])
    expect(found.sort(([a = 0], [b = 0]) => a - b)).toEqual(monetaryAmounts.value)
  })

  test('dockets per person, ages, sexes and races have the counts of their tables', () => {
    const dockets = readTable('dockets_per_person_2020.csv')
    expect(dockets.map(row => [numberIn(row, 'dockets'), numberIn(row, 'persons')])).toEqual(docketsPerPerson.value)
    const ages = readTable('age_bands_2020.csv')
    for (const [from, , persons] of ageBands.value)
      expect(
        numberIn(
          ages.find(row => row['age_band']?.startsWith(`${from}-`)),
          'persons',
        ),
      ).toBe(persons)
    const sex = readTable('sex_by_bail_type_2020.csv').map(row => numberIn(row, 'cases'))
    expect(sex).toEqual(sexes.value.map(([, cases]) => cases))
    const race = readTable('race_group_by_bail_type_2020.csv').map(row => [
      row['race_group']?.toLowerCase(),
      numberIn(row, 'cases'),
    ])
    expect(race).toEqual(races.value)
  })

  test('filings peak in the hours in which the arraignment court sits, or in the hour after', () => {
    const rows = readTable('filing_hour_of_day_2020.csv')
    const of = (hour: number): number => numberIn(rows[hour % 24], 'dockets')
    for (const hour of sessionHours.value)
      expect(Math.max(of(hour), of(hour + 1))).toBeGreaterThan(Math.max(of(hour + 3), of(hour + 23)))
  })
})
