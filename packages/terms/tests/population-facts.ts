import { grades, type Instant, instantOf } from '@pars/domain'
import fc from 'fast-check'
import type { PopulationFacts } from '../src/index.ts'
import { districts } from './arbitraries.ts'

export const someInstants: fc.Arbitrary<Instant> = fc
  .integer({ min: Date.UTC(2016, 0, 1), max: Date.UTC(2026, 11, 31) })
  .map(instantOf)

/** Any record, as far as a population is decided by it. */
export const populationFacts: fc.Arbitrary<PopulationFacts> = fc.record({
  district: fc.constantFrom(...districts, '99'),
  basis: fc.constantFrom('sight' as const, 'warrant' as const),
  grade: fc.constantFrom(...grades),
  arrestedAt: someInstants,
  charged: fc.boolean(),
  adult: fc.boolean(),
  bailOrdered: fc.boolean(),
})
