import { createReadStream } from 'node:fs'

export interface Line {
  /** Counted from 1, as editors count. */
  readonly number: number
  /** Undefined where the line is longer than any row could be. */
  readonly text: string | undefined
  /** Of the file, from its start to the end of this line. */
  readonly bytesRead: number
}

const longestLine = 65_536
const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')

/** Files of the courts come as UTF-8 or as an office program's Windows-1252; a line that is no UTF-8 is the other. */
const decode = (bytes: Buffer): string => {
  try {
    return utf8.decode(bytes)
  } catch {
    return windows1252.decode(bytes)
  }
}

const textOf = (bytes: Buffer): string => decode(bytes.at(-1) === 0x0d ? bytes.subarray(0, -1) : bytes)

/** The lines of a file, one at a time: however long the file, one line at most is held, and no line without an end fills the memory. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  let number = 0
  let bytesRead = 0
  let held: Buffer[] = []
  let heldBytes = 0
  const end = (last: Buffer, ending: number): Line => {
    const length = heldBytes + last.length
    const text = length > longestLine ? undefined : textOf(Buffer.concat([...held, last]))
    held = []
    heldBytes = 0
    number += 1
    bytesRead += length + ending
    return { number, text, bytesRead }
  }
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      yield end(chunk.subarray(from, at), 1)
      from = at + 1
    }
    const rest = chunk.subarray(from)
    if (heldBytes <= longestLine) held.push(rest)
    heldBytes += rest.length
  }
  if (heldBytes > 0) yield end(Buffer.alloc(0), 0)
}
