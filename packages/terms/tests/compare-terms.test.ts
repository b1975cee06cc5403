import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  comparePopulations,
  compareTerms,
  evaluatePopulation,
  isNarrowing,
  type Population,
  type Terms,
} from '../src/index.ts'
import { termsOf2017, withoutAddresses, withoutAttributes } from '../src/stories/index.ts'
import { populations, validTerms } from './arbitraries.ts'
import { narrowings, otherChanges, widenings } from './narrowed-terms.ts'
import { populationFacts, someInstants } from './population-facts.ts'
import { blanks, day, plainTerms } from './terms-examples.ts'

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
const { version: _, ...unversioned } = plainTerms
/** The population is said in another way and means the same: nothing was taken away. */
const isReworded = (one: Terms, other: Terms): boolean =>
  !isSame(one.population, other.population) && comparePopulations(one.population, other.population) === 'same'

describe('two populations', () => {
  const recordsAndTimes = fc.array(fc.tuple(populationFacts, someInstants), { minLength: 30, maxLength: 30 })

  test('are compared as records would show them', () => {
    const told = { same: 0, narrower: 0, wider: 0, both: 0 }
    fc.assert(
      fc.property(
        populations,
        populations,
        fc.integer({ min: 0, max: 3 }),
        recordsAndTimes,
        (one, more, how, records) => {
          const others: Population[] = [
            more,
            { kind: 'all', of: [one, more] },
            { kind: 'any', of: [one, more] },
            { kind: 'not', of: { kind: 'not', of: one } },
          ]
          const other = others[how] ?? more
          const change = comparePopulations(one, other)
          told[change] += 1
          for (const [facts, now] of records) {
            const [was, is] = [evaluatePopulation(one, facts, now), evaluatePopulation(other, facts, now)]
            if (change === 'same' || change === 'narrower') expect(was || !is).toBe(true)
            if (change === 'same' || change === 'wider') expect(is || !was).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(Math.min(...Object.values(told))).toBeGreaterThan(5)
  })

  test.each<[string, Population, Population]>([
    ['narrower', { kind: 'within-days', days: 30 }, { kind: 'within-days', days: 29 }],
    ['wider', { kind: 'since', on: day('2018-01-01') }, { kind: 'since', on: day('2017-12-31') }],
    ['narrower', { kind: 'everyone' }, { kind: 'not', of: { kind: 'is', column: 'grade', value: 'F1' } }],
    ['same', { kind: 'on-warrant' }, { kind: 'is', column: 'basis', value: 'warrant' }],
    ['same', { kind: 'not', of: { kind: 'on-warrant' } }, { kind: 'in', column: 'basis', values: ['sight'] }],
    ['both', { kind: 'charged' }, { kind: 'adult' }],
    [
      'wider',
      { kind: 'is', column: 'district', value: '25' },
      { kind: 'in', column: 'district', values: ['25', '26'] },
    ],
  ])('%s: %j, then %j', (change, older, newer) => {
    expect(comparePopulations(older, newer)).toBe(change)
  })
})

test('terms do not differ from themselves, and a new version number is no difference', () => {
  fc.assert(
    fc.property(validTerms, terms => {
      expect(compareTerms(terms, { ...structuredClone(terms), version: terms.version + 1 })).toEqual([])
    }),
    { numRuns: 50 },
  )
})

describe.each(Object.entries(narrowings))('taking away: %s', (_name, narrow) => {
  test('is told, and as nothing but a narrowing', () => {
    let told = 0
    fc.assert(
      fc.property(validTerms, populations, (terms, more) => {
        fc.pre(_name !== 'stricter tests' || terms.purposes.every(({ suffices }) => suffices !== 'found-here'))
        const narrowed = narrow(terms, more)
        fc.pre(!isReworded(terms, narrowed))
        const changes = compareTerms(terms, narrowed)
        expect(changes.filter(({ direction }) => direction !== 'narrowing')).toEqual([])
        expect(isNarrowing(terms, narrowed)).toBe(true)
        told += changes.length
      }),
      { numRuns: 30 },
    )
    expect(told > 0 || _name === 'the next version').toBe(true)
  })

  test('and given back, it is a widening', () => {
    fc.assert(
      fc.property(validTerms, populations, (terms, more) => {
        fc.pre(_name !== 'stricter tests' || terms.purposes.every(({ suffices }) => suffices !== 'found-here'))
        const narrowed = narrow(terms, more)
        fc.pre(!isReworded(terms, narrowed))
        const changes = compareTerms(narrowed, terms)
        expect(changes.filter(({ direction }) => direction !== 'widening')).toEqual([])
      }),
      { numRuns: 20 },
    )
  })
})

test.each(Object.entries(widenings))('giving %s is a widening, which no notice carries', (_name, widen) => {
  let told = 0
  fc.assert(
    fc.property(validTerms, terms => {
      const widened = widen(terms)
      if (isSame(terms, widened) || isReworded(terms, widened)) return
      told += 1
      expect(compareTerms(terms, widened)[0]).toMatchObject({ direction: 'widening' })
      expect(isNarrowing(terms, widened)).toBe(false)
    }),
    { numRuns: 30 },
  )
  expect(told).toBeGreaterThan(0)
})

test.each(Object.entries(otherChanges))(
  '%s neither widens nor narrows, and still needs the acceptance',
  (_name, change) => {
    fc.assert(
      fc.property(validTerms, terms => {
        const changed = change(terms)
        if (isSame(terms, changed)) return
        const changes = compareTerms(terms, changed)
        expect(changes.length).toBeGreaterThan(0)
        expect(changes.every(({ direction }) => direction === 'other')).toBe(true)
        expect(isNarrowing(terms, changed)).toBe(false)
      }),
      { numRuns: 30 },
    )
    expect(isNarrowing(plainTerms, change(plainTerms))).toBe(false)
  },
)

test('no two terms that differ pass for the same, and every difference can be read', () => {
  fc.assert(
    fc.property(validTerms, validTerms, (one, other) => {
      for (const key of Object.keys(unversioned) as (keyof typeof unversioned)[]) {
        const mixed = { ...one, [key]: other[key] } as Terms
        const changes = compareTerms(one, mixed)
        for (const { text } of changes) {
          expect(text).toMatch(/^[A-Z].*\.$/)
          expect(text.split(' ').length).toBeLessThanOrEqual(32)
        }
        // A class of which nothing is granted is one that is not there; and order says nothing.
        if (!isOrderOrNothing(key) && !isSame(one[key], mixed[key]))
          expect({ key, told: changes.length > 0 }).toEqual({ key, told: true })
      }
    }),
    { numRuns: 60 },
  )
})
const isOrderOrNothing = (key: string): boolean => ['classes', 'questions', 'purposes', 'units'].includes(key)

test('the amendment of the story takes the addresses away, and the second scenario the sweep', () => {
  const terms = termsOf2017(blanks)
  const amended = withoutAddresses(terms, day('2018-02-01'))
  expect(compareTerms(terms, amended).map(({ text }) => text)).toEqual([
    'The partner no longer sees addresses.',
    'Files may no longer hold addresses.',
    'The agreement begins on February 1, 2018, instead of September 1, 2017.',
  ])
  expect(isNarrowing(terms, amended)).toBe(true)
  expect(compareTerms(terms, withoutAttributes(terms)).map(({ text }) => text)).toEqual([
    'The partner may no longer ask for everyone with an attribute.',
    'The partner may no longer ask for everyone born abroad or in one country.',
  ])
  expect(isNarrowing(withoutAttributes(terms), terms)).toBe(false)
})
