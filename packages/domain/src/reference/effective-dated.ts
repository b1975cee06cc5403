import type { PlainDate } from '../time/instant.ts'

/** A row of reference data and the days on which it holds; `validTo` is the first day on which it no longer does (B39). */
export interface EffectiveDated {
  validFrom: PlainDate
  validTo: PlainDate | null
}

export const isInForce = (row: EffectiveDated, on: PlainDate): boolean =>
  row.validFrom <= on && (row.validTo === null || on < row.validTo)

/** The row that held on that day, or undefined. Pass rows of one code only. */
export const findInForce = <R extends EffectiveDated>(rows: readonly R[], on: PlainDate): R | undefined =>
  rows.find(row => isInForce(row, on))
