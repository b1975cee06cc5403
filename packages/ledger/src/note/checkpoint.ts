import { readBase64, toBase64 } from '../base64.ts'
import { failed, type Reading, reads } from '../fault.ts'
import { hashLength, isTreeSize } from '../tree/tree-hash.ts'

/** A tree head: which log, how many entries, root over them (32 bytes). */
export type Checkpoint = {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  readonly extensions?: readonly string[]
}

/** The text that gets signed (C2SP tlog-checkpoint): origin, size, root in base64, each on its line. Throws on what can't be written. */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const { origin, size, root, extensions = [] } = checkpoint
  const lines = [origin, ...extensions]
  if (lines.some(line => line === '' || /\p{Cc}/u.test(line)))
    throw new TypeError('a line of a checkpoint is not empty')
  if (!isTreeSize(size) || root.length !== hashLength)
    throw new TypeError('a checkpoint has a size and a root of 32 bytes')
  return `${[origin, size, toBase64(root), ...extensions].join('\n')}\n`
}

/** Reads the text of a note as a checkpoint. Believe it only after `openNote`. */
export function parseCheckpoint(text: string): Reading<Checkpoint> {
  if (!text.endsWith('\n')) return failed('checkpoint-malformed', 'no line feed at the end')
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n')
  if (origin === undefined || origin === '' || size === undefined || root === undefined) {
    return failed('checkpoint-malformed', 'fewer than three lines')
  }
  if (!/^(?:0|[1-9]\d{0,15})$/.test(size) || !isTreeSize(Number(size))) return failed('checkpoint-malformed', 'size')
  const hash = readBase64(root)
  if (hash === undefined || hash.length !== hashLength) return failed('checkpoint-malformed', 'root')
  if (extensions.includes('')) return failed('checkpoint-malformed', 'empty extension line')
  return reads({ origin, size: Number(size), root: hash, ...(extensions.length > 0 ? { extensions } : {}) })
}
