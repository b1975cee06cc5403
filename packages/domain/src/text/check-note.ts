import { type Refused, refuse } from '../decision.ts'
import { checkProse, type TextReason } from './check-text.ts'

export type NoteReason = TextReason | 'note-missing'

/** The note beside a coded reason: free, but required where the code is "other", and never hostile. */
export const checkNote = (code: string, note: string | null, at: string): Refused<NoteReason> | undefined => {
  const refused = note === null ? undefined : checkProse(note, { label: 'note', at })
  if (refused) return refused
  return code === 'other' && (note === null || note.trim() === '')
    ? refuse('note-missing', 'The reason "other" needs a note; say what the reason is.', at)
    : undefined
}
