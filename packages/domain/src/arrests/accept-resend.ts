import { checkVersion, type VersionFacts, type VersionReason } from '../check-version.ts'
import { type Refused, refuse } from '../decision.ts'

export interface ResendFacts extends VersionFacts {
  /** Charging sent the newest sent version back. */
  sentBack: boolean
}
export type ResendReason = VersionReason | 'not-sent-back'

/** After charging sent an arrest back, police correct what they can and send the same arrest again. */
export const acceptResend = (facts: ResendFacts): { kind: 'accepted' } | Refused<ResendReason> => {
  if (!facts.sentBack)
    return refuse('not-sent-back', 'Charging did not send this arrest back; there is nothing to send again.')
  return checkVersion(facts) ?? { kind: 'accepted' }
}
