import type { PlainDate } from '@pars/domain'
import { type Population, templates } from '@pars/terms'
import { describe, expect, test } from 'vitest'
import { exampleBlanks } from '../terms/example-blanks.ts'
import { composePopulation, flattenPopulation } from './flat-population.ts'

const populations: Population[] = [
  { kind: 'everyone' },
  { kind: 'charged' },
  { kind: 'not', of: { kind: 'on-warrant' } },
  { kind: 'all', of: [{ kind: 'charged' }, { kind: 'within-days', days: 365 }] },
  {
    kind: 'all',
    of: [
      { kind: 'since', on: '2018-01-01' as PlainDate },
      { kind: 'is', column: 'district', value: '25' },
    ],
  },
  { kind: 'all', of: [{ kind: 'not', of: { kind: 'in', column: 'grade', values: ['S', 'M'] } }, { kind: 'adult' }] },
  ...Object.values(templates).map(template => template(exampleBlanks).population),
]

describe('a population as a list of requirements', () => {
  test.each(populations)('comes back as it was: %j', population => {
    const flat = flattenPopulation(population)
    expect(flat && composePopulation(flat)).toEqual(population)
  })
  test('what a list cannot show is left to the data', () => {
    expect(flattenPopulation({ kind: 'any', of: [{ kind: 'charged' }, { kind: 'adult' }] })).toBeUndefined()
    expect(flattenPopulation({ kind: 'not', of: { kind: 'not', of: { kind: 'adult' } } })).toBeUndefined()
    expect(flattenPopulation({ kind: 'all', of: [{ kind: 'everyone' }] })).toBeUndefined()
  })
})
