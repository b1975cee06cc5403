import { readBase64, toBase64 } from '../base64.ts'
import { readUtf8 } from '../bytes.ts'
import { failed, type Reading, reads } from '../fault.ts'
import { hashLength, isTreeSize } from '../tree/tree-hash.ts'

/** What a C2SP tlog-proof file says, nothing checked: where a leaf lies, the hashes from it up, and the checkpoint that they lead to. */
export type TlogProof = {
  /** Bytes that nobody signed: believe of them only what the leaf bears out. */
  readonly extra?: Uint8Array
  /** From 0. */
  readonly index: number
  readonly hashes: readonly Uint8Array[]
  /** The signed note with its cosignatures, byte for byte. */
  readonly checkpoint: string
}

const firstLine = 'c2sp.org/tlog-proof@v1'
/** A tree of 2^53 entries has no longer way up. */
const mostHashes = 63

/** Writes a proof as C2SP tlog-proof does. Throws TypeError on what it can't hold. */
export function formatTlogProof(proof: TlogProof): string {
  const { extra, index, hashes, checkpoint } = proof
  if (!isTreeSize(index) || hashes.length > mostHashes || hashes.some(hash => hash.length !== hashLength))
    throw new TypeError('a proof has an index and hashes of 32 bytes')
  const extraLines = extra === undefined ? [] : [`extra ${toBase64(extra)}`]
  return [firstLine, ...extraLines, `index ${index}`, ...hashes.map(toBase64), '', checkpoint].join('\n')
}

/** Takes a proof apart, strictly. The checkpoint in it is read by `openCheckpoint`. */
export function parseTlogProof(bytes: Uint8Array): Reading<TlogProof> {
  const text = readUtf8(bytes)
  if (text === undefined) return failed('receipt-malformed', 'not UTF-8')
  const split = text.indexOf('\n\n')
  const [first, ...lines] = text.slice(0, Math.max(split, 0)).split('\n')
  if (first !== firstLine) return failed('receipt-malformed', 'first line')
  const extra = lines[0]?.startsWith('extra ') ? readBase64(lines.shift()?.slice(6) ?? '') : null
  if (extra === undefined) return failed('receipt-malformed', 'extra')
  const [, digits] = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '') ?? []
  if (digits === undefined || !isTreeSize(Number(digits))) return failed('receipt-malformed', 'index')
  const hashes = lines.map(readHash).filter(hash => hash !== undefined)
  if (hashes.length !== lines.length || hashes.length > mostHashes) return failed('receipt-malformed', 'hash')
  const proof = { index: Number(digits), hashes, checkpoint: text.slice(split + 2) }
  return reads(extra === null ? proof : { extra, ...proof })
}

function readHash(line: string): Uint8Array | undefined {
  const hash = readBase64(line)
  return hash?.length === hashLength ? hash : undefined
}
