import { firstRefusal, type Refused, refuse } from '../decision.ts'
import type { Seat } from '../seats.ts'
import { type RequiredTextReason, requireLine, requireProse } from '../text/check-text.ts'
import { cityDateOf, type Instant, millisecondsOf, type PlainDate } from '../time/instant.ts'

export type NoticeReason = RequiredTextReason | 'reply-due-past' | 'notice-unknown'

export interface NoticeOffered {
  recipient: string
  subject: string
  body: string
  replyDueAt: Instant | null
}

/** Serves a notice or letter. `answersKnown`: what it replies to is a notice of the same agreement. */
export const acceptNotice = (
  facts: { answersKnown: boolean },
  notice: NoticeOffered,
  now: Instant,
): { kind: 'accepted' } | Refused<NoticeReason> =>
  firstRefusal<NoticeReason>([
    () => requireLine(notice.recipient, { label: 'recipient', at: 'recipient' }),
    () => requireLine(notice.subject, { label: 'subject', at: 'subject' }),
    () => requireProse(notice.body, { label: 'text', at: 'body' }),
    () =>
      notice.replyDueAt !== null && millisecondsOf(notice.replyDueAt) <= millisecondsOf(now)
        ? refuse('reply-due-past', 'A reply cannot be due in the past; choose a later time.', 'replyDueAt')
        : undefined,
    () =>
      facts.answersKnown
        ? undefined
        : refuse('notice-unknown', 'This agreement has no such notice; choose one of its own.', 'repliesTo'),
  ]) ?? { kind: 'accepted' }

export type ConsultationReason = RequiredTextReason | 'heard-in-the-future'

/** Puts on file who was heard before a vote. */
export const acceptConsultation = (
  { heard, said, heardOn }: { heard: string; said: string; heardOn: PlainDate },
  now: Instant,
): { kind: 'accepted' } | Refused<ConsultationReason> =>
  firstRefusal<ConsultationReason>([
    () => requireProse(heard, { label: 'name of who was heard', at: 'heard' }),
    () => requireProse(said, { label: 'record of what was said', at: 'said' }),
    () =>
      heardOn > cityDateOf(now)
        ? refuse('heard-in-the-future', 'Nobody was heard on a day to come; enter the day it was.', 'heardOn')
        : undefined,
  ]) ?? { kind: 'accepted' }

export interface ConstraintOffered {
  citation: string
  text: string
  binds: readonly Seat[]
  effectiveFrom: PlainDate
  effectiveTo: PlainDate | null
}
export type ConstraintReason = RequiredTextReason | 'seat-named-twice' | 'ends-before-it-begins'

/** Records a law that binds seats, as data with its dates. */
export const acceptConstraint = (offered: ConstraintOffered): { kind: 'accepted' } | Refused<ConstraintReason> =>
  firstRefusal<ConstraintReason>([
    () => requireLine(offered.citation, { label: 'citation', at: 'citation' }),
    () => requireProse(offered.text, { label: 'text', at: 'text' }),
    () =>
      new Set(offered.binds).size === offered.binds.length
        ? undefined
        : refuse('seat-named-twice', 'A seat is named twice; name each once.', 'binds'),
    () =>
      offered.effectiveTo !== null && offered.effectiveTo <= offered.effectiveFrom
        ? refuse('ends-before-it-begins', 'It would end before it begins; correct one of the dates.', 'effectiveTo')
        : undefined,
  ]) ?? { kind: 'accepted' }

export type SignOffReason = RequiredTextReason | 'resolution-closed' | 'constraint-unknown' | 'already-signed-off'

/** Records counsel's sign-off on a resolution under a law. */
export const acceptSignOff = (
  facts: { closesAt: Instant; constraintKnown: boolean; signedBefore: boolean },
  { counsel, opinion }: { counsel: string; opinion: string },
  now: Instant,
): { kind: 'accepted' } | Refused<SignOffReason> =>
  firstRefusal<SignOffReason>([
    () => requireLine(counsel, { label: 'name of counsel', at: 'counsel' }),
    () => requireProse(opinion, { label: 'opinion', at: 'opinion' }),
    () =>
      millisecondsOf(now) >= millisecondsOf(facts.closesAt)
        ? refuse('resolution-closed', 'This resolution is closed; open another one.')
        : undefined,
    () =>
      facts.constraintKnown
        ? undefined
        : refuse('constraint-unknown', 'No such law is on file; record it first.', 'constraintId'),
    () =>
      facts.signedBefore
        ? refuse('already-signed-off', 'Counsel of your seat has signed off on this; there is nothing to add.')
        : undefined,
  ]) ?? { kind: 'accepted' }

export type EmergencyStopReason = RequiredTextReason | 'not-in-force' | 'no-emergency-stop' | 'stopped-before'

/** One seat stops an agreement where its terms name that seat; once under one version. */
export const acceptEmergencyStop = (
  facts: { inForce: boolean; seatsThatMay: readonly Seat[]; stoppedBefore: boolean },
  { seat, reason }: { seat: Seat; reason: string },
): { kind: 'accepted' } | Refused<EmergencyStopReason> =>
  firstRefusal<EmergencyStopReason>([
    () => requireProse(reason, { label: 'reason', at: 'reason' }),
    () =>
      facts.inForce ? undefined : refuse('not-in-force', 'This agreement is not in force; there is nothing to stop.'),
    () =>
      facts.seatsThatMay.includes(seat)
        ? undefined
        : refuse('no-emergency-stop', 'These terms give your seat no emergency stop; open a resolution to suspend.'),
    () =>
      facts.stoppedBefore
        ? refuse('stopped-before', 'Your seat has stopped this version before; open a resolution to suspend.')
        : undefined,
  ]) ?? { kind: 'accepted' }
