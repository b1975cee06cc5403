/** A rule's "no": a reason that a lawyer can read, never thrown. */
export interface Refused<R extends string = string> {
  readonly kind: 'refused'
  readonly reason: R
  /** One sentence: what rule, and the way on. Holds no personal data. */
  readonly say: string
  /** Where in the given paper, as a path: `person.names.0.last`. Absent where no single field is meant. */
  readonly at?: string
}

export const refuse = <R extends string>(reason: R, say: string, at?: string): Refused<R> =>
  at === undefined ? { kind: 'refused', reason, say } : { kind: 'refused', reason, say, at }

export const isRefused = (decision: { kind: string }): decision is Refused => decision.kind === 'refused'

/** The first refusal of some checks made in order, or undefined when every check passes. */
export const firstRefusal = <R extends string>(
  checks: Iterable<() => Refused<R> | undefined>,
): Refused<R> | undefined => {
  for (const check of checks) {
    const refused = check()
    if (refused) return refused
  }
  return undefined
}
