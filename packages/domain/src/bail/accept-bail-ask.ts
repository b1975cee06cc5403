import { firstRefusal, type Refused, refuse } from '../decision.ts'
import type { Party } from '../seats.ts'
import { checkProse, type HostileReason } from '../text/check-text.ts'
import type { BailAsk } from './bail-order.ts'
import { type BailTermReason, checkBailTerms } from './check-bail-terms.ts'

/** Three of the four bail facts; the fourth is the order. Each is entered by whose it is, and nobody enters another's. */
export const bailVoices = ['commonwealth', 'defense', 'guideline'] as const
export type BailVoice = (typeof bailVoices)[number]

const partyOf: { [V in BailVoice]: Party } = { commonwealth: 'prosecutor', defense: 'defense', guideline: 'court' }

export interface BailAskFacts {
  /** The complaint is filed. */
  filed: boolean
  discharged: boolean
  ordered: boolean
  /** Who is on record for the person on this docket: `defender` is the Defender Association; null until somebody appears. */
  counsel: string | null
}

export type BailAskReason =
  | BailTermReason
  | HostileReason
  | 'not-your-statement'
  | 'complaint-not-filed'
  | 'discharged'
  | 'order-made'
  | 'not-your-client'

/** Decides whether a request or recommendation may be entered. Before the order it may be entered again; the earlier one stays on file. */
export const acceptBailAsk = (
  facts: BailAskFacts,
  { voice, party, ask }: { voice: BailVoice; party: Party; ask: BailAsk },
): { kind: 'accepted' } | Refused<BailAskReason> =>
  firstRefusal<BailAskReason>([
    () =>
      party === partyOf[voice]
        ? undefined
        : refuse('not-your-statement', 'Each party states its own view of bail; this one is entered by somebody else.'),
    () =>
      facts.filed
        ? undefined
        : refuse('complaint-not-filed', 'There is no docket to set bail on; wait until the complaint is filed.'),
    () =>
      voice === 'defense' && facts.counsel !== null && facts.counsel !== 'defender'
        ? refuse('not-your-client', 'Other counsel is on record on this docket; ask the court to correct it.')
        : undefined,
    () =>
      facts.discharged
        ? refuse('discharged', 'The person was discharged on this docket; nothing is left to ask for.')
        : undefined,
    () =>
      facts.ordered
        ? refuse('order-made', 'The magistrate has ruled on bail; what is asked later goes to a bail hearing.')
        : undefined,
    () => checkBailTerms(ask),
    () => checkProse(ask.note, { label: 'note', at: 'note' }),
  ]) ?? { kind: 'accepted' }
