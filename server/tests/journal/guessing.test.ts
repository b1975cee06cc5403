import { setTimeout as sleep } from 'node:timers/promises'
import { commitSlot, parseLeaf, slotsRoot, toHex, utf8 } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { planting } from '../orders/planted.ts'
import { plantCase } from '../orders/planted-case.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { countWaiting, listContents, type PlacedContent } from './guessed.sql.ts'

let server: TestServer
let contents: PlacedContent[]

beforeAll(async () => {
  server = await startTestServer()
  await plantCase(server, planting().plant, 'N7654399')
  const admin = new Client(server.database.admin)
  await admin.connect()
  // All that was done is numbered a moment later.
  while ((await countWaiting(admin)) > 0) await sleep(50)
  contents = await listContents(admin)
  await admin.end()
})
afterAll(() => server.stop())

type SaltOf = (entry: PlacedContent, place: number) => Uint8Array

/** The root that a leaf would hold if its salts were these. */
const rootOf = (entry: PlacedContent, saltOf: SaltOf): string => {
  const commitments = entry.names.map((name, place) => {
    const text = entry.texts[place]
    const salt = saltOf(entry, place)
    return commitSlot(sha256, name, text == null ? { salt, absent: true } : { salt, content: utf8(text) })
  })
  return toHex(slotsRoot(sha256, commitments))
}

const holds = (entry: PlacedContent, root: string): boolean => entry.leaf.toString('latin1').includes(root)

/** What somebody could try who knows every word of an entry and everything that the log shows, but not the salts. */
const guesses: Readonly<Record<string, SaltOf>> = {
  'no salt at all': () => new Uint8Array(32),
  'the nonce that the leaf shows': ({ nonce }) => nonce,
  'the nonce and the place, as the salts of an inquiry come from their seed': ({ nonce }, place) =>
    sha256(Buffer.concat([nonce, Uint8Array.of(place + 1)])),
  'the name of the slot': ({ names }, place) => sha256(utf8(names[place] ?? '')),
  'the kind of the entry': ({ kind }) => sha256(utf8(kind)),
  'the one salt of the first slot for all': ({ salts }) => salts[0] ?? new Uint8Array(32),
}

test('whoever knows every word of an entry, but not its salts, finds it in no leaf', () => {
  expect(new Set(contents.map(({ kind }) => kind)).size).toBeGreaterThan(12)
  // The right salts give the leaf: so would a right guess.
  for (const entry of contents)
    expect([
      entry.kind,
      holds(
        entry,
        rootOf(entry, ({ salts }, at) => salts[at] ?? expect.unreachable()),
      ),
    ]).toEqual([entry.kind, true])
  for (const [guess, saltOf] of Object.entries(guesses)) {
    const found = contents.filter(
      entry =>
        (entry.names.length > 1 || guess !== 'the one salt of the first slot for all') &&
        holds(entry, rootOf(entry, saltOf)),
    )
    expect([guess, found.map(({ kind }) => kind)]).toEqual([guess, []])
  }
})

test('no salt and no nonce serves twice', () => {
  const all = contents.flatMap(({ nonce, salts }) => [nonce, ...salts].map(each => each.toString('hex')))
  expect(all.length).toBeGreaterThan(100)
  expect(new Set(all).size).toBe(all.length)
})

test('a leaf shows its nonce, its root and what an agency did, and no word of the content', () => {
  for (const { leaf, texts } of contents) {
    const shown = leaf.toString('utf8')
    expect(parseLeaf(leaf).ok).toBe(true)
    for (const text of texts) if (text !== null && text.length > 24) expect(shown).not.toContain(text)
  }
})
