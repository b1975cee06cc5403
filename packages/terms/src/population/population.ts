import type { PlainDate } from '@pars/domain'

/** Fields of a record that a population may be decided by. Never race, ethnicity or origin. */
export const populationColumns = ['district', 'basis', 'grade'] as const
export type PopulationColumn = (typeof populationColumns)[number]

/** Which records are in reach: a closed language that SQL, TypeScript and English say alike. */
export type Population =
  | { kind: 'everyone' }
  | { kind: 'all'; of: Population[] }
  | { kind: 'any'; of: Population[] }
  | { kind: 'not'; of: Population }
  | { kind: 'charged' }
  | { kind: 'adult' }
  | { kind: 'on-warrant' }
  | { kind: 'bail-ordered' }
  | { kind: 'is'; column: PopulationColumn; value: string }
  | { kind: 'in'; column: PopulationColumn; values: string[] }
  | { kind: 'within-days'; days: number }
  | { kind: 'since'; on: PlainDate }

/** Nesting: a condition of conditions of conditions of facts, and no deeper. */
export const populationDepth = 4
/** Conditions under one `all` or `any`. */
export const populationWidth = 8

export const districtPattern = /^[0-9A-Z]{1,4}$/
