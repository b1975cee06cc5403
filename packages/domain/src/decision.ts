/** A rule's "no": a reason that a lawyer can read, never thrown. */
export interface Refused<R extends string = string> {
  readonly kind: 'refused'
  readonly reason: R
  /** One sentence: what rule, and the way on. Holds no personal data. */
  readonly say: string
}

export const refuse = <R extends string>(reason: R, say: string): Refused<R> => ({ kind: 'refused', reason, say })

export const isRefused = (decision: { kind: string }): decision is Refused => decision.kind === 'refused'
