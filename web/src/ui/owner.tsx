import type { Party } from '@pars/domain'
import { partyWords, uiWords } from '../words/words.ts'

/** The small label that says whose fact this is. */
export const Owner = ({ party }: { party: Party }) => (
  <span className={`pars-owner pars-owner--${party}`} title={uiWords.owner(partyWords[party])}>
    {partyWords[party]}
  </span>
)
