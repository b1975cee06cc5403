import { concatBytes } from '../bytes.ts'
import { failed, type Reading, reads } from '../fault.ts'
import { tileWidth } from './tile.ts'
import { maxEntryLength } from './tree-hash.ts'

/** A bundle of entries as stored: its place, how many entries it holds (1 to 256) and its bytes. */
export type Bundle = { readonly index: number; readonly width: number; readonly bytes: Uint8Array }

/** Entries, each after its length as an unsigned 16-bit big-endian number. Throws RangeError on one over 65,535 bytes. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((length, entry) => length + 2 + entry.length, 0))
  let offset = 0
  for (const entry of entries) {
    if (entry.length > maxEntryLength) throw new RangeError(`an entry has at most ${maxEntryLength} bytes`)
    bytes[offset] = entry.length >> 8
    bytes[offset + 1] = entry.length & 255
    bytes.set(entry, offset + 2)
    offset += 2 + entry.length
  }
  return bytes
}

/** The entries of a bundle, as views of its bytes. Asking for fewer than there are takes the first: the full bundle of a partial one. */
export function decodeBundle(bytes: Uint8Array, width: number): Reading<Uint8Array[]> {
  const entries: Uint8Array[] = []
  let offset = 0
  while (offset < bytes.length) {
    const start = offset + 2
    const end = start + (((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0))
    if (start > bytes.length || end > bytes.length) return failed('bundle-malformed', `after entry ${entries.length}`)
    entries.push(bytes.subarray(start, end))
    offset = end
  }
  if (entries.length !== width && entries.length !== tileWidth) {
    return failed('bundle-count-wrong', `${entries.length} entries, not ${width}`)
  }
  return reads(entries.slice(0, width))
}

/** The bundle at the end of the log while it is not full; `width` 0 when the next entry begins a new one. */
export const emptyTail: Bundle = { index: 0, width: 0, bytes: new Uint8Array(0) }

/** Appends entries to the last, not yet full bundle. Gives every bundle that is new or longer, and the new tail. */
export function appendToBundles(tail: Bundle, entries: readonly Uint8Array[]): { tail: Bundle; bundles: Bundle[] } {
  const bundles: Bundle[] = []
  let last = tail
  for (let taken = 0; taken < entries.length; ) {
    const room = entries.slice(taken, taken + tileWidth - last.width)
    taken += room.length
    last = { index: last.index, width: last.width + room.length, bytes: concatBytes(last.bytes, encodeBundle(room)) }
    bundles.push(last)
    if (last.width === tileWidth) last = { ...emptyTail, index: last.index + 1 }
  }
  return { tail: last, bundles }
}
