import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findWords, type Trace } from '../src/traces/find-words.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pars-traces-'))
  mkdirSync(join(folder, 'pg_wal'))
  // Across the seam of two pieces, and at the very end of a file.
  const wide = Buffer.alloc(3 * 1024 * 1024)
  wide.write('Across-the-seam', 1024 * 1024 - 5)
  writeFileSync(join(folder, 'table'), wide)
  writeFileSync(join(folder, 'pg_wal', '000001'), `${'x'.repeat(100)}At-the-end`)
  writeFileSync(join(folder, 'empty'), '')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const search = async (words: string[]): Promise<Trace[]> => {
  const found: Trace[] = []
  for await (const trace of findWords(folder, words)) found.push(trace)
  return found.sort((a, b) => a.word - b.word)
}

test('a string is found wherever it lies, across pieces and at the end of a file, with its place', async () => {
  expect(await search(['Across-the-seam', 'At-the-end', 'Nowhere-at-all'])).toEqual([
    { file: 'table', word: 0, offset: 1024 * 1024 - 5 },
    { file: join('pg_wal', '000001'), word: 1, offset: 100 },
  ])
})
