import { cityMidnight } from '../city-midnight.ts'
import type { Population, PopulationColumn } from '../population/population.ts'
import { integerLiteral, literal, textArray } from './quote.ts'

/** Column of `disclosure.record` that decides a population. */
export type DecidingColumn =
  | 'district_code'
  | 'basis'
  | 'worst_grade'
  | 'arrested_at'
  | 'charged'
  | 'adult'
  | 'bail_ordered'

export interface PopulationSql {
  /** How a column is written: with the alias of the row that is meant. */
  column: (name: DecidingColumn) => string
  /** The instant that "within days" counts back from. */
  now: string
}

export const columnOf: Record<PopulationColumn, DecidingColumn> = {
  district: 'district_code',
  basis: 'basis',
  grade: 'worst_grade',
}

const many = (parts: string[], word: 'and' | 'or'): string =>
  parts.length === 1 && parts[0] !== undefined ? parts[0] : `(${parts.join(` ${word} `)})`

/** A population as a condition that is true or false and never null, as the evaluator is. */
export const populationSql = (population: Population, how: PopulationSql): string => {
  const part = (node: Population): string => populationSql(node, how)
  const instant = (date: Parameters<typeof cityMidnight>[0]) => `${literal(cityMidnight(date))}::pg_catalog.timestamptz`
  switch (population.kind) {
    case 'everyone':
      return 'true'
    case 'all':
      return many(population.of.map(part), 'and')
    case 'any':
      return many(population.of.map(part), 'or')
    case 'not':
      return `(not ${part(population.of)})`
    case 'charged':
    case 'adult':
      return how.column(population.kind)
    case 'on-warrant':
      return `(${how.column('basis')} = 'warrant')`
    case 'bail-ordered':
      return how.column('bail_ordered')
    case 'is':
      return `(${how.column(columnOf[population.column])} is not distinct from ${literal(population.value)})`
    case 'in':
      return `coalesce(${how.column(columnOf[population.column])} = any (${textArray(population.values)}), false)`
    case 'within-days':
      return `(${how.column('arrested_at')} >= ${how.now} - interval '${integerLiteral(population.days * 24)} hours')`
    case 'since':
      return `(${how.column('arrested_at')} >= ${instant(population.on)})`
  }
}

/** The columns that a population is decided by. */
export const columnsOfPopulation = (population: Population): DecidingColumn[] => {
  switch (population.kind) {
    case 'everyone':
      return []
    case 'all':
    case 'any':
      return [...new Set(population.of.flatMap(columnsOfPopulation))]
    case 'not':
      return columnsOfPopulation(population.of)
    case 'charged':
    case 'adult':
      return [population.kind]
    case 'on-warrant':
      return ['basis']
    case 'bail-ordered':
      return ['bail_ordered']
    case 'is':
    case 'in':
      return [columnOf[population.column]]
    case 'within-days':
    case 'since':
      return ['arrested_at']
  }
}
