import type { askTogether } from './ask-together.ts'
import type { KnownTerms } from './known-terms.ts'
import type { PartnerPools, PartnerRole } from './partner-pools.ts'
import type { PartnerDoorSettings } from './settings.ts'

/** What this process shares: pools of partners' roles, settings, and no key but the one that the pools keep. */
export interface PartnerDoor {
  readonly settings: PartnerDoorSettings
  readonly pools: PartnerPools
  /** The partners' own roles, in the order in which they became known. */
  readonly partners: Set<PartnerRole>
  readonly termsOf: (partner: PartnerRole, door: string) => Promise<KnownTerms>
  /** Puts questions by the role of an agreement. */
  readonly askOf: (agreementDoor: string) => ReturnType<typeof askTogether>
  /** Seals what a browser keeps on its way to the identity provider. */
  readonly attemptKey: Uint8Array
  readonly log: (line: string) => void
}
