import { type FileHandle, open, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'

const chunk = 1024 * 1024

export interface Trace {
  /** Below the folder that was searched. */
  readonly file: string
  /** The place of the word in the list: the words themselves are not printed. */
  readonly word: number
  readonly offset: number
}

/** Where each word first lies in a file. Reads by pieces that overlap, so that no word is cut. */
const findInFile = async (
  handle: FileHandle,
  words: readonly Buffer[],
): Promise<{ word: number; offset: number }[]> => {
  const found = new Map<number, number>()
  const overlap = Math.max(...words.map(word => word.length)) - 1
  const buffer = Buffer.alloc(chunk + overlap)
  let kept = 0
  for (let start = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, kept, chunk, start + kept)
    const piece = buffer.subarray(0, kept + bytesRead)
    for (const [index, word] of words.entries()) {
      const at = found.has(index) ? -1 : piece.indexOf(word)
      if (at >= 0) found.set(index, start + at)
    }
    if (bytesRead === 0) return [...found].map(([word, offset]) => ({ word, offset }))
    const next = Math.min(overlap, piece.length)
    piece.copy(buffer, 0, piece.length - next)
    start += piece.length - next
    kept = next
  }
}

/** Looks for words in every file below a folder, byte by byte: tables, indexes, write-ahead log, diagnostics, registers. */
export async function* findWords(folder: string, words: readonly string[]): AsyncGenerator<Trace> {
  const bytes = words.map(word => Buffer.from(word, 'utf8'))
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    // A file that went away while we looked holds nothing any more.
    const handle = await open(path, 'r').catch(() => undefined)
    if (!handle) continue
    try {
      for (const { word, offset } of await findInFile(handle, bytes))
        yield { file: relative(folder, path), word, offset }
    } finally {
      await handle.close()
    }
  }
}
