import type { DepartureBasis } from '../departure.ts'

/** What the desk reads for a basis that is no bail order; the others say what the orders say. */
const wordsOf: { readonly [B in DepartureBasis]: string | null } = {
  'charges-declined': 'RELEASE - CHARGES DECLINED',
  'no-probable-cause': 'RELEASE - NO PROBABLE CAUSE',
  'bail-without-money': null,
  'rule-519b': 'RELEASE - ON SUMMONS (RULE 519(B)), IF THE OFFICER STATES IT',
  'commitment-for-bail': null,
  'commitment-bail-refused': null,
  'held-for-other-authority': 'HELD - FOR ANOTHER AUTHORITY',
}

const isHeldWords = (words: string): boolean => words.startsWith('HELD')

/**
 * The words of the release desk (B23): HELD or RELEASE first. One order that holds, holds, so it is read before the others; an open
 * hold of another authority is read before every order. `basis` is null while something is still to be decided.
 */
export const departureWords = (basis: DepartureBasis | null, orderWords: readonly string[]): string => {
  if (basis === null) return 'HELD - SOMETHING IS STILL TO BE DECIDED'
  const own = wordsOf[basis]
  if (own !== null) return own
  return [...orderWords].sort((a, b) => Number(isHeldWords(b)) - Number(isHeldWords(a))).join('; ')
}
