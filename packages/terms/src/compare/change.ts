/** What a change does to what the partner can get; what does neither still needs its acceptance. */
export type Direction = 'widening' | 'narrowing' | 'other'

/** One difference between two versions, in plain words. */
export interface TermsChange {
  direction: Direction
  text: string
  /** JSON pointer of the term in the newer version, or in the older where the newer has it no more. */
  pointer: string
}

export const widens = (pointer: string, text: string): TermsChange => ({ direction: 'widening', pointer, text })
export const narrows = (pointer: string, text: string): TermsChange => ({ direction: 'narrowing', pointer, text })
export const changes = (pointer: string, text: string): TermsChange => ({ direction: 'other', pointer, text })

/** A change of a value where more is wider. */
export const byMore = (pointer: string, [older, newer]: readonly [number, number], text: string): TermsChange[] =>
  older === newer ? [] : [newer > older ? widens(pointer, text) : narrows(pointer, text)]

interface Lists<T> {
  pointer: string
  older: readonly T[]
  newer: readonly T[]
}

/** What stands in one list and not in the other, with its place in the list where it stands. */
export const compareLists = <T>(
  { pointer, older, newer }: Lists<T>,
  say: { added: (item: T) => string; removed: (item: T) => string },
): TermsChange[] => [
  ...newer.flatMap((item, index) => (older.includes(item) ? [] : [widens(`${pointer}/${index}`, say.added(item))])),
  ...older.flatMap((item, index) => (newer.includes(item) ? [] : [narrows(`${pointer}/${index}`, say.removed(item))])),
]

/** Items of two lists by their key: both, with the place in the newer list, or only one of them. */
export const pairsOf = <T>(older: readonly T[], newer: readonly T[], keyOf: (item: T) => string) => {
  const keys = [...new Set([...newer.map(keyOf), ...older.map(keyOf)])]
  return keys.map(key => {
    const [is, was] = [newer.findIndex(item => keyOf(item) === key), older.findIndex(item => keyOf(item) === key)]
    return { was: older[was], is: newer[is], index: is === -1 ? was : is }
  })
}
