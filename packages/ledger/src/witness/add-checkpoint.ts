import { readBase64, toBase64 } from '../base64.ts'
import { concatBytes, utf8 } from '../bytes.ts'
import { failed, type Reading, reads } from '../fault.ts'
import { hashLength, isTreeSize } from '../tree/tree-hash.ts'

/** What a log asks a cosigner (C2SP tlog-witness): the size it was told last, the proof from there, the signed checkpoint. */
export type AddCheckpoint = {
  readonly old: number
  readonly proof: readonly Uint8Array[]
  /** The note as it came. */
  readonly note: Uint8Array
}

const maxProofLength = 63
const maxHeadLength = 4096
const ascii = new TextDecoder('latin1')

/** The body of the request. */
export function formatAddCheckpoint({ old, proof, note }: AddCheckpoint): Uint8Array {
  const head = [`old ${old}`, ...proof.map(toBase64), '', ''].join('\n')
  return concatBytes(utf8(head), note)
}

/** Takes the body of a request apart, strictly; the checkpoint in it is not looked at. */
export function parseAddCheckpoint(body: Uint8Array): Reading<AddCheckpoint> {
  const head = ascii.decode(body.subarray(0, maxHeadLength))
  const end = head.indexOf('\n\n')
  if (end < 0) return failed('request-malformed', 'no empty line after the proof')
  const [first = '', ...lines] = head.slice(0, end).split('\n')
  const [, size] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? []
  if (size === undefined || !isTreeSize(Number(size))) return failed('request-malformed', 'old size')
  if (lines.length > maxProofLength) return failed('request-malformed', 'more than 63 hashes')
  const proof = lines.map(readBase64)
  if (!proof.every(hash => hash?.length === hashLength)) return failed('request-malformed', 'a line of the proof')
  return reads({ old: Number(size), proof: proof as Uint8Array[], note: body.subarray(end + 2) })
}
