import type { PlainDate } from '@pars/domain'
import type { Population, PopulationColumn } from '@pars/terms'

/** One requirement of a flat population, as a form holds it. */
export type Requirement = { holds: boolean } & (
  | { kind: 'charged' | 'adult' | 'on-warrant' | 'bail-ordered' }
  | { kind: 'within-days'; days: number }
  | { kind: 'since'; on: string }
  | { kind: 'in'; column: PopulationColumn; values: string[] }
)

const requirementOf = (node: Population, holds = true): Requirement | undefined => {
  switch (node.kind) {
    case 'charged':
    case 'adult':
    case 'on-warrant':
    case 'bail-ordered':
      return { kind: node.kind, holds }
    case 'within-days':
      return { kind: 'within-days', days: node.days, holds }
    case 'since':
      return { kind: 'since', on: node.on, holds }
    case 'is':
      return { kind: 'in', column: node.column, values: [node.value], holds }
    case 'in':
      return { kind: 'in', column: node.column, values: node.values, holds }
    case 'not':
      return holds ? requirementOf(node.of, false) : undefined
    default:
      return undefined
  }
}

/** The requirements of a population that is everyone, one, or all of several; undefined for one that a list can't show. */
export const flattenPopulation = (population: Population): Requirement[] | undefined => {
  if (population.kind === 'everyone') return []
  const nodes = population.kind === 'all' ? population.of : [population]
  const flat = nodes.map(node => requirementOf(node))
  return flat.every(each => each !== undefined) ? flat : undefined
}

const nodeOf = (requirement: Requirement): Population => {
  switch (requirement.kind) {
    case 'within-days':
      return { kind: 'within-days', days: requirement.days }
    case 'since':
      return { kind: 'since', on: requirement.on as PlainDate }
    case 'in':
      return requirement.values.length === 1
        ? { kind: 'is', column: requirement.column, value: requirement.values[0] ?? '' }
        : { kind: 'in', column: requirement.column, values: requirement.values }
    default:
      return { kind: requirement.kind }
  }
}

/** The population that says all of these; everyone where there is none. */
export const composePopulation = (requirements: readonly Requirement[]): Population => {
  const nodes = requirements.map((each): Population => (each.holds ? nodeOf(each) : { kind: 'not', of: nodeOf(each) }))
  const [only] = nodes
  if (only === undefined) return { kind: 'everyone' }
  return nodes.length === 1 ? only : { kind: 'all', of: nodes }
}
