import { type Refused, refuse } from '../decision.ts'
import { seatOf } from './roles.ts'
import type { Actor } from './who-may.ts'

export interface ViewRecordFacts {
  /** Counsel on record on each filed docket of the arrest: `defender` is the Defender Association; null until somebody appears. */
  counselOfDockets: readonly (string | null)[]
}

/** The defense sees its own client's record, from the filing of the complaint on, and nobody else's. */
export const mayViewRecord = (
  actor: Pick<Actor, 'role'>,
  { counselOfDockets }: ViewRecordFacts,
): { kind: 'accepted' } | Refused<'complaint-not-filed' | 'not-your-client'> => {
  if (seatOf(actor.role) !== 'defense') return { kind: 'accepted' }
  if (counselOfDockets.length === 0)
    return refuse('complaint-not-filed', 'The defense sees a record once its complaint is filed; wait until then.')
  return counselOfDockets.includes('defender')
    ? { kind: 'accepted' }
    : refuse('not-your-client', 'You are not on record for this person; ask the court to enter your appearance.')
}
