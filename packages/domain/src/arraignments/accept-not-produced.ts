import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { checkNote, type NoteReason } from '../text/check-note.ts'
import type { NotProducedReason } from './arraignment.ts'

export interface NotProducedFacts {
  /** The docket's newest listing still stands. */
  listed: boolean
  arraigned: boolean
}
export type NotProducedRefusal = NoteReason | 'not-listed' | 'already-arraigned'

/** The person was not brought before the magistrate: the docket waits for another listing, the custody clock runs on. */
export const acceptNotProduced = (
  facts: NotProducedFacts,
  { reason, note }: { reason: NotProducedReason; note: string | null },
): { kind: 'accepted' } | Refused<NotProducedRefusal> =>
  firstRefusal<NotProducedRefusal>([
    () =>
      facts.arraigned
        ? refuse('already-arraigned', 'The preliminary arraignment was held, so the person was there.')
        : undefined,
    () =>
      facts.listed ? undefined : refuse('not-listed', 'This docket is in no session; list it before it can be missed.'),
    () => checkNote(reason, note, 'note'),
  ]) ?? { kind: 'accepted' }
