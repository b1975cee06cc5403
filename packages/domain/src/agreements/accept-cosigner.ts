import { firstRefusal, type Refused, refuse } from '../decision.ts'

export type CosignerReason = 'key-exists' | 'cosigner-name-taken'

/** Appoints a seat's cosigner: each has a key and a name that no other ever had, for its signature says neither seat nor program. */
export const acceptCosigner = (facts: {
  nameTaken: boolean
  keyTaken: boolean
}): { kind: 'accepted' } | Refused<CosignerReason> =>
  firstRefusal<CosignerReason>([
    () =>
      facts.keyTaken ? refuse('key-exists', 'This key was registered before; make a new one.', 'vkey') : undefined,
    () =>
      facts.nameTaken
        ? refuse('cosigner-name-taken', 'Another cosigner had this name; start it with another --name.', 'vkey')
        : undefined,
  ]) ?? { kind: 'accepted' }
