import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatCheckpoint, formatNote, parseCheckpoint, parseNote, signNote, utf8 } from '@pars/ledger'
import { noteSigner, sha256 } from '@pars/ledger/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { checkpointSigner } from '../../src/journal/sign-checkpoint.ts'
import { signedFile } from '../../src/journal/signed-file.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { alterLeaf, newestCheckpointSize, untilNumbered, writeEntry } from './checkpoints.sql.ts'

let server: TestServer
let folder: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pars-signed-'))
  return () => rmSync(folder, { recursive: true, force: true })
})

const origin = (): string => server.runtime.city.origin
const key = () => noteSigner(origin(), 'ed25519', server.runtime.keys.log)
const file = () => signedFile(folder, origin())
const signer = () =>
  checkpointSigner({ pool: server.runtime.doors.sequencer, origin: origin(), signer: key(), file: file() })
const sizeOf = (note: string | undefined): number => {
  const parsed = parseNote(utf8(note ?? ''))
  const head = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
  return head.ok ? head.value.size : -1
}
const signedNote = async (size: number, root: Uint8Array): Promise<string> => {
  const text = formatCheckpoint({ origin: origin(), size, root })
  return formatNote({ text, signatures: [await signNote(text, key())] })
}

test('what is signed lies in the file too, and the next signature goes on from there', async () => {
  const size = await untilNumbered(server)
  const first = await signer().signNews()
  expect(first?.size).toBe(size)
  expect(sizeOf(file().read())).toBe(size)
  await writeEntry(server)
  const grown = await untilNumbered(server)
  const next = await signer().signNews()
  expect(next?.size).toBe(grown)
  expect(file().read()).toBe(next?.note)
})

test('a database that holds less than was signed is not signed, and why is said', async () => {
  const size = await untilNumbered(server)
  file().keep(await signedNote(size + 5, sha256(utf8('lost'))))
  await expect(signer().signNews()).rejects.toThrow(
    `the database is behind: ${size + 5} entries were signed, it holds ${size}.`,
  )
})

test('a log that does not begin with what was signed is not signed', async () => {
  await writeEntry(server)
  const size = await untilNumbered(server)
  file().keep(await signedNote(size - 1, sha256(utf8('another log'))))
  await expect(signer().signNews()).rejects.toThrow(/does not begin with the \d+ entries that were signed last/)
})

test('a signature that was kept but not stored before a crash is stored at the next start', async () => {
  const mine = signer()
  const signed = await mine.signNews()
  expect(await newestCheckpointSize(server)).toBe(signed?.size)
  const again = await signer().signNews()
  expect(again).toEqual(signed)
})

test('a leaf that was altered in the database before it was signed is not signed', async () => {
  const size = await untilNumbered(server)
  const mine = signer()
  await mine.signNews()
  await writeEntry(server)
  const number = await untilNumbered(server)
  await alterLeaf(server, number)
  await expect(mine.signNews()).rejects.toThrow(
    `entries ${size + 1} to ${number} as stored do not give the root of the log`,
  )
  expect(sizeOf(file().read())).toBe(size)
})
