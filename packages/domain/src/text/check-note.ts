import { type Refused, refuse } from '../decision.ts'
import { checkProse, type HostileReason, isFilled } from './check-text.ts'

export type NoteReason = HostileReason | 'note-missing'

/** The note beside a coded reason: free, but required where the code is "other", and never hostile. */
export const checkNote = (code: string, note: string | null, at: string): Refused<NoteReason> | undefined => {
  const refused = checkProse(note, { label: 'note', at })
  if (refused) return refused
  return code === 'other' && !isFilled(note)
    ? refuse('note-missing', 'The reason "other" needs a note; say what the reason is.', at)
    : undefined
}
