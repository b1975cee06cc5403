import type { Choice } from '../ui/ui.ts'

/** Words by value as the choices of a list, in their written order. */
export const choicesOf = <T extends string>(words: Record<T, string>): Choice<T>[] =>
  (Object.entries(words) as [T, string][]).map(([value, text]) => ({ value, words: text }))
