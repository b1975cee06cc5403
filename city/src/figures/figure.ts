/** A number, or a small table of them, and where it comes from. `assumed` where no source exists: chosen, not measured. */
export interface Figure<T> {
  readonly value: T
  readonly source: string
  readonly assumed: boolean
}
export const measured = <T>(source: string, value: T): Figure<T> => ({ value, source, assumed: false })
export const assumed = <T>(why: string, value: T): Figure<T> => ({ value, source: why, assumed: true })
