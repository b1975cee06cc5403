/** One line about a thing on record, in words. Null: the reader's seat is not given it, or there is no such line. */
export interface Fact<Of> {
  label: string
  of: (subject: Of) => string | null
  /** Free text that keeps its lines. */
  isProse?: true
}

/** Several texts under one label, one a line; null where there is none. */
export const lines = (texts: readonly string[]): string | null => (texts.length > 0 ? texts.join('\n') : null)

/** What a line said in the version before, where it says something else now; undefined where it says the same, or nothing is compared. */
export const earlierText = <Of>(fact: Fact<Of>, before: Of | undefined, now: Of): string | undefined => {
  if (before === undefined) return undefined
  const [one, other] = [fact.of(before), fact.of(now)]
  return one === other ? undefined : (one ?? '')
}
