import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { disownPostmasterFile } from '../../src/embedded/server/postmaster-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pars-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a file of a server that is gone names this process, and keeps every other line', () => {
  const path = join(folder, 'postmaster.pid')
  writeFileSync(path, '99999999\n/data\n1500000000\n5432\n/socket\n\n  1234 5678\n')
  disownPostmasterFile(folder)
  expect(readFileSync(path, 'utf8')).toBe(`${process.pid}\n/data\n1500000000\n5432\n/socket\n\n  1234 5678\n`)
})

// A server that ends by itself deletes its file last: after its process was found gone, and before this looks again.
test('a file that the server took away meanwhile is left away', () => {
  disownPostmasterFile(folder)
  expect(() => readFileSync(join(folder, 'postmaster.pid'))).toThrow('ENOENT')
})
