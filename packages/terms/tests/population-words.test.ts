import { type Instant, instantOf } from '@pars/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluatePopulation, type Population } from '../src/index.ts'
import { populationWords } from '../src/words/population-words.ts'
import { populations } from './arbitraries.ts'
import { populationFacts, someInstants } from './population-facts.ts'
import { readPopulation } from './read-population.ts'

const said = (population: Population): string[] => populationWords(population, '/population').map(({ text }) => text)

test('what a population says in English lets in the same records', () => {
  const verdicts = { in: 0, out: 0 }
  fc.assert(
    fc.property(
      populations,
      someInstants,
      fc.array(populationFacts, { minLength: 10, maxLength: 10 }),
      (population, now, records) => {
        const read = readPopulation(populationWords(population, '/population'))
        for (const facts of records) {
          const isIn = evaluatePopulation(population, facts, now)
          verdicts[isIn ? 'in' : 'out'] += 1
          expect({ said: said(population), isIn: evaluatePopulation(read, facts, now) }).toEqual({
            said: said(population),
            isIn,
          })
        }
      },
    ),
    { numRuns: 500 },
  )
  expect(Math.min(verdicts.in, verdicts.out)).toBeGreaterThan(500)
})

test('English, too, counts days to the millisecond', () => {
  const now = '2018-06-15T12:00:00.000Z' as Instant
  const population: Population = { kind: 'not', of: { kind: 'within-days', days: 7 } }
  const read = readPopulation(populationWords(population, '/population'))
  for (const [milliseconds, isIn] of [
    [-1, true],
    [0, false],
    [1, false],
  ] as const) {
    const arrestedAt = instantOf(Date.parse(now) - 7 * 86_400_000 + milliseconds)
    const facts = {
      district: '01',
      basis: 'sight' as const,
      grade: null,
      arrestedAt,
      charged: false,
      adult: true,
      bailOrdered: false,
    }
    expect([evaluatePopulation(population, facts, now), evaluatePopulation(read, facts, now)]).toEqual([isIn, isIn])
  }
})

test('a nested population is told in numbered points', () => {
  const population: Population = {
    kind: 'all',
    of: [
      { kind: 'charged' },
      {
        kind: 'any',
        of: [
          { kind: 'on-warrant' },
          { kind: 'not', of: { kind: 'any', of: [{ kind: 'adult' }, { kind: 'within-days', days: 1 }] } },
        ],
      },
    ],
  }
  expect(said(population)).toEqual([
    'A record is in reach only if the District Attorney approved a charge.',
    'A record is in reach only if at least one of points 2.1 and 2.2 is true.',
    'Point 2.1 is that the arrest was on a warrant.',
    'Point 2.2 is that all of points 2.2.1 and 2.2.2 are true.',
    'Point 2.2.1 is that the person was under 18 at the offense.',
    'Point 2.2.2 is that the arrest was more than 1 day ago.',
  ])
})

test('each sentence points at the part of the population that it says', () => {
  const population: Population = { kind: 'all', of: [{ kind: 'charged' }, { kind: 'not', of: { kind: 'adult' } }] }
  expect(populationWords(population, '/population').map(({ pointer }) => pointer)).toEqual([
    '/population/of/0',
    '/population/of/1',
  ])
})
