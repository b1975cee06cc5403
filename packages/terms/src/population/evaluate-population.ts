import { type Instant, millisecondsOf } from '@pars/domain'
import { cityMidnight } from '../city-midnight.ts'
import type { Population, PopulationColumn } from './population.ts'

/** What a population is decided by, of one record. */
export interface PopulationFacts {
  district: string
  basis: 'sight' | 'warrant'
  /** The gravest charge's; null where no charge was approved or its paper leaves the grade blank. */
  grade: string | null
  arrestedAt: Instant
  charged: boolean
  adult: boolean
  bailOrdered: boolean
}

const fieldOf = (facts: PopulationFacts, column: PopulationColumn): string | null => facts[column]

/** Whether a record is in reach at a moment. The same as the row policy decides; held equal by a property test. */
export const evaluatePopulation = (population: Population, facts: PopulationFacts, now: Instant): boolean => {
  const holds = (node: Population): boolean => evaluatePopulation(node, facts, now)
  switch (population.kind) {
    case 'everyone':
      return true
    case 'all':
      return population.of.every(holds)
    case 'any':
      return population.of.some(holds)
    case 'not':
      return !holds(population.of)
    case 'charged':
      return facts.charged
    case 'adult':
      return facts.adult
    case 'on-warrant':
      return facts.basis === 'warrant'
    case 'bail-ordered':
      return facts.bailOrdered
    case 'is':
      return fieldOf(facts, population.column) === population.value
    case 'in': {
      const field = fieldOf(facts, population.column)
      return field !== null && population.values.includes(field)
    }
    case 'within-days':
      return millisecondsOf(facts.arrestedAt) >= millisecondsOf(now) - population.days * 86_400_000
    case 'since':
      return millisecondsOf(facts.arrestedAt) >= millisecondsOf(cityMidnight(population.on))
  }
}
