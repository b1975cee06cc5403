import { firstRefusal, type Refused } from '../decision.ts'
import type { AccountId } from '../ids.ts'
import { checkNote, type NoteReason } from '../text/check-note.ts'
import type { SendBackReason } from './charge.ts'
import { checkTaken, type TakenReason } from './check-taken.ts'
import type { ChargingFacts } from './take-charging.ts'

export interface SendingBack {
  reason: SendBackReason
  note: string | null
}
export type SendBackRefusal = TakenReason | NoteReason

/** Charging sends an arrest back to the police for more; the custody clock runs on. */
export const sendBack = (
  facts: ChargingFacts,
  accountId: AccountId,
  { reason, note }: SendingBack,
): { kind: 'accepted' } | Refused<SendBackRefusal> =>
  firstRefusal<SendBackRefusal>([() => checkTaken(facts, accountId), () => checkNote(reason, note, 'note')]) ?? {
    kind: 'accepted',
  }
