import { firstRefusal, type Refused, refuse } from '../decision.ts'

export type PartnerKeyReason = 'key-malformed' | 'key-exists'

/** Registers the key that a unit's systems sign with: the 32 bytes of an Ed25519 key. */
export const acceptPartnerKey = (
  facts: { keyTaken: boolean },
  publicKey: Uint8Array,
): { kind: 'accepted' } | Refused<PartnerKeyReason> =>
  firstRefusal<PartnerKeyReason>([
    () =>
      publicKey.length === 32
        ? undefined
        : refuse('key-malformed', 'An Ed25519 key has 32 bytes; send those, in base64.', 'publicKey'),
    () =>
      facts.keyTaken
        ? refuse('key-exists', 'This key is registered already, of whichever unit; make a new one.', 'publicKey')
        : undefined,
  ]) ?? { kind: 'accepted' }
