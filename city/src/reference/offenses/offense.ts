/** Citation, grade, and how often the charge goes with the lead charge (1 is always). Grades are chosen, no source has them. */
export type TypicalCharge = readonly [statute: string, grade: string | null, share: number]

export interface Offense {
  /** Weight among the offenses of its category. */
  weight: number
  /** The lead charge first. */
  charges: readonly TypicalCharge[]
  /** What happened, for the narrative and the complaint. `{place}` is replaced. */
  story: string
  victim: boolean
  /** How many of ten are domestic. */
  domestic: number
}

export const offense = (
  weight: number,
  story: string,
  charges: readonly TypicalCharge[],
  more: Partial<Offense> = {},
): Offense => ({
  weight,
  charges,
  story,
  victim: false,
  domestic: 0,
  ...more,
})

/** Somebody was hurt or robbed. */
export const person: Partial<Offense> = { victim: true }
export const carried = [
  ['18 § 6106 §§ A1', 'F3', 1],
  ['18 § 6108', 'M1', 0.9],
] as const
