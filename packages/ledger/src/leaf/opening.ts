import { readBase64, toBase64 } from '../base64.ts'
import { readHex, toHex } from '../bytes.ts'
import { failed, type Reading, reads, type Verdict } from '../fault.ts'
import type { Sha256 } from '../tree/tree-hash.ts'
import type { Json } from './canonical-json.ts'
import { parseLeaf } from './leaf.ts'
import { checkSlot, type SlotOpening } from './slots.ts'

/** Checks that the opened slot of this leaf held this content (or nothing). Whether the leaf is in the log is another proof. */
export function checkOpening(sha256: Sha256, leafBytes: Uint8Array, opening: SlotOpening): Verdict {
  const leaf = parseLeaf(leafBytes)
  if (!leaf.ok) return leaf
  return checkSlot(sha256, leaf.value.slotNames, readHex(leaf.value.slots) ?? new Uint8Array(0), opening)
}

/** An opening as JSON: hexadecimal salt and commitments, content in base64, `null` for an absent slot. */
export function formatOpening(opening: SlotOpening): Json {
  const { slot, value, commitments } = opening
  return {
    slot,
    salt: toHex(value.salt),
    content: value.content === undefined ? null : toBase64(value.content),
    commitments: commitments.map(toHex),
  }
}

/** Reads an opening from parsed JSON of unknown origin: exactly those four members, each spelled canonically. */
export function parseOpening(json: unknown): Reading<SlotOpening> {
  if (typeof json !== 'object' || json === null || Object.keys(json).length !== 4) return failed('opening-malformed')
  const { slot, salt, content, commitments } = json as { readonly [member: string]: unknown }
  if (typeof slot !== 'string' || !Array.isArray(commitments)) return failed('opening-malformed')
  const saltBytes = hexOf(salt)
  const hashes = commitments.map(hexOf).filter(hash => hash !== undefined)
  if (saltBytes === undefined || hashes.length !== commitments.length) return failed('opening-malformed')
  if (content === null) return reads({ slot, value: { salt: saltBytes, absent: true }, commitments: hashes })
  const contentBytes = typeof content === 'string' ? readBase64(content) : undefined
  if (contentBytes === undefined) return failed('opening-malformed')
  return reads({ slot, value: { salt: saltBytes, content: contentBytes }, commitments: hashes })
}

function hexOf(text: unknown): Uint8Array | undefined {
  return typeof text === 'string' ? readHex(text) : undefined
}
