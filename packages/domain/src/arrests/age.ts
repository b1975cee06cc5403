import type { PlainDate } from '../time/instant.ts'

/** Whole years lived on a day, from plain dates; somebody born on February 29 turns a year older on March 1 of common years. */
export const ageOn = (bornOn: PlainDate, on: PlainDate): number => {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years
}
