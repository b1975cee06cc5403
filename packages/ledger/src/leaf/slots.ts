import { concatBytes, equalBytes, utf8 } from '../bytes.ts'
import { failed, holds, type Verdict } from '../fault.ts'
import { hashLength, type Sha256 } from '../tree/tree-hash.ts'

/** Length of every salt and nonce in bytes: 256 bits, so that no one can guess what a commitment holds. */
export const saltLength = 32

/** A personal slot of an entry: its content (JSON, byte by byte as it was written), or the statement that it has none. A fresh random salt for each. */
export type Slot =
  | { readonly salt: Uint8Array; readonly content: Uint8Array; readonly absent?: never }
  | { readonly salt: Uint8Array; readonly absent: true; readonly content?: never }

/** One slot laid open: enough, with the leaf, to prove its content; the other slots stay closed. */
export type SlotOpening = {
  readonly slot: string
  readonly value: Slot
  /** The commitments of all slots of the entry, in the order of its kind, 32 bytes each. */
  readonly commitments: readonly Uint8Array[]
}

const slotDomain = utf8('pars/slot/v1\0')
const rootDomain = utf8('pars/slots/v1\0')
const separator = new Uint8Array([0])
const absentMark = new Uint8Array([0])
const presentMark = new Uint8Array([1])

/**
 * SHA-256("pars/slot/v1" 00 || name || 00 || salt || 01 || content), or 00 in place of 01 and content when absent. A slot without
 * content is committed like any other: an empty place would tell what kind of entry it was. Throws RangeError on a salt of another length.
 */
export function commitSlot(sha256: Sha256, name: string, slot: Slot): Uint8Array {
  if (slot.salt.length !== saltLength) throw new RangeError(`the salt of slot ${name} must have ${saltLength} bytes`)
  const tail = slot.absent === true ? [absentMark] : [presentMark, slot.content ?? noContent(name)]
  return sha256(concatBytes(slotDomain, utf8(name), separator, slot.salt, ...tail))
}

/** SHA-256("pars/slots/v1" 00 || commitment 1 || … || commitment n), in the order of the kind's list. */
export function slotsRoot(sha256: Sha256, commitments: readonly Uint8Array[]): Uint8Array {
  return sha256(concatBytes(rootDomain, ...commitments))
}

/** Lays one slot open. Throws RangeError when the name is not in the list. */
export function openSlot(
  names: readonly string[],
  commitments: readonly Uint8Array[],
  slot: string,
  value: Slot,
): SlotOpening {
  if (!names.includes(slot)) throw new RangeError(`no slot ${slot}`)
  return { slot, value, commitments }
}

/** Checks one opened slot against the slots root of a leaf. `names` is the fixed list of the leaf's kind. */
export function checkSlot(sha256: Sha256, names: readonly string[], root: Uint8Array, opening: SlotOpening): Verdict {
  const place = names.indexOf(opening.slot)
  if (place < 0) return failed('opening-slot-unknown', opening.slot)
  if (opening.commitments.length !== names.length) return failed('opening-slot-count-wrong')
  if (opening.value.salt.length !== saltLength) return failed('slot-salt-not-32-bytes')
  const stated = opening.commitments[place]
  if (stated === undefined || opening.commitments.some(commitment => commitment.length !== hashLength)) {
    return failed('opening-commitment-mismatch', 'a commitment has 32 bytes')
  }
  if (!equalBytes(stated, commitSlot(sha256, opening.slot, opening.value))) return failed('opening-commitment-mismatch')
  return equalBytes(root, slotsRoot(sha256, opening.commitments)) ? holds : failed('opening-root-mismatch')
}

function noContent(name: string): never {
  throw new TypeError(`slot ${name} has neither content nor absent: true`)
}
