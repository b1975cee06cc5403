import { lastDayOf } from '../time/until.ts'

/** What decides whether a letter was answered; screens of staff and partner, and the public pages, share it. */
export interface LetterFacts {
  noticeId: string
  replyDueAt: string | null
  repliesTo: string | null
  servedAt: string
}

export type ReplyState =
  | { kind: 'none-asked' }
  | { kind: 'waits'; due: string }
  | { kind: 'no-reply'; by: string }
  | { kind: 'replied'; at: string }
  | { kind: 'replied-late'; at: string; by: string }

/** Whether a reply that a letter asks for is on file. The same for a letter of either side; an answer before any date is no fault. */
export const replyStateOf = (letter: LetterFacts, letters: readonly LetterFacts[], now: number): ReplyState => {
  const reply = letters
    .filter(({ repliesTo }) => repliesTo === letter.noticeId)
    .toSorted((a, b) => Date.parse(a.servedAt) - Date.parse(b.servedAt))[0]
  const due = letter.replyDueAt
  if (due === null) return reply ? { kind: 'replied', at: reply.servedAt } : { kind: 'none-asked' }
  const by = lastDayOf(due)
  if (reply) {
    const isLate = Date.parse(reply.servedAt) > Date.parse(due)
    return isLate ? { kind: 'replied-late', at: reply.servedAt, by } : { kind: 'replied', at: reply.servedAt }
  }
  return now >= Date.parse(due) ? { kind: 'no-reply', by } : { kind: 'waits', due }
}
