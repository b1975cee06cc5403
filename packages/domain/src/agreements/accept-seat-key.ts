import { firstRefusal, type Refused, refuse } from '../decision.ts'
import type { Seat } from '../seats.ts'
import { type RequiredTextReason, requireLine, requireProse } from '../text/check-text.ts'

export type SeatKeyReason = RequiredTextReason | 'key-exists'

/** Registers a key of a seat. The first one is the seat's genesis. */
export const acceptSeatKey = (
  facts: { keyTaken: boolean; keysOfSeat: number },
  { holder }: { holder: string },
): { kind: 'accepted'; genesis: boolean } | Refused<SeatKeyReason> =>
  firstRefusal<SeatKeyReason>([
    () => requireLine(holder, { label: 'holder', at: 'holder' }),
    () => (facts.keyTaken ? refuse('key-exists', 'This key was registered before; make a new one.', 'key') : undefined),
  ]) ?? { kind: 'accepted', genesis: facts.keysOfSeat === 0 }

export type SeatKeyEndReason = RequiredTextReason | 'key-unknown' | 'key-of-another-seat' | 'key-ended'

/** Ends a key of the actor's own seat. */
export const acceptSeatKeyEnd = (
  key: { seat: Seat; ended: boolean } | null,
  { seat, reason }: { seat: Seat; reason: string },
): { kind: 'accepted' } | Refused<SeatKeyEndReason> =>
  firstRefusal<SeatKeyEndReason>([
    () => requireProse(reason, { label: 'reason', at: 'reason' }),
    () => (key ? undefined : refuse('key-unknown', 'No such key is in the register; look it up there.', 'keyId')),
    () =>
      key && key.seat !== seat
        ? refuse('key-of-another-seat', "Each seat ends its own keys; ask that seat's representative.", 'keyId')
        : undefined,
    () =>
      key?.ended ? refuse('key-ended', 'This key has ended already; there is nothing to end.', 'keyId') : undefined,
  ]) ?? { kind: 'accepted' }
