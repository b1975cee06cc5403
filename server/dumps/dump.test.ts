import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { viewArrest } from '@pars/contract'
import { type Door, doorConfig, migrate } from '@pars/database'
import { parseId } from '@pars/domain'
import { type ClientConfig, Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endingRegister } from '../src/orders/ending-register.ts'
import { deleteArrest } from '../tests/orders/attacks.sql.ts'
import { orderWay } from '../tests/orders/order-way.ts'
import { planting } from '../tests/orders/planted.ts'
import { plantCase } from '../tests/orders/planted-case.ts'
import { agreementWay } from '../tests/testing/agreement-way.ts'
import { problemOf } from '../tests/testing/expect-refused.ts'
import { startTestServer, type TestServer } from '../tests/testing/start-test-server.ts'
import { countEntries, deleteEntries, tombstones, wallsHash } from './dump.sql.ts'
import {
  dropDatabase,
  dumpEverything,
  dumpTo,
  inDatabase,
  programsFolder,
  restoreFrom,
  restoreInPlace,
} from './postgres-programs.ts'

/** Which of the words a dump holds, as they are or as the hexadecimal of a bytea, in whatever case. */
const wordsIn = (dump: Buffer, words: readonly string[]): string[] => {
  const text = dump.toString('latin1').toLowerCase()
  const hex = (word: string): string => Buffer.from(word).toString('hex')
  return words.filter(word =>
    [word.toLowerCase(), hex(word), hex(word.toLowerCase()), hex(word.toUpperCase())].some(said => text.includes(said)),
  )
}

const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'done',
    error => (error instanceof Error && 'code' in error ? String(error.code) : 'fault'),
  )

describe.skipIf(programsFolder === undefined)('dumps by pg_dump itself', () => {
  let server: TestServer
  let folder: string
  let copied: ClientConfig
  let planted: Awaited<ReturnType<typeof plantCase>>
  const { words, plant } = planting()
  const otn = 'N7654329'
  /** What tells of the record beside the words: its numbers. */
  let numbers: string[]
  let fileBefore: string
  let fileAfter: string

  const arrestId = (): string => planted.ids['arrestId'] ?? ''
  const register = (): string => join(server.folder, 'endings')
  const throughDoor = (admin: ClientConfig, door: Door, sql: string): Promise<string> =>
    codeOf(
      inDatabase(doorConfig(admin, server.database.doorKey, door), client =>
        client.query(sql, [parseId('arr', arrestId())]),
      ),
    )

  beforeAll(async () => {
    server = await startTestServer()
    folder = mkdtempSync(join(tmpdir(), 'pars-dumps-'))
    fileBefore = join(folder, 'before')
    fileAfter = join(folder, 'after')
    copied = { ...server.database.admin, database: `${server.database.name}_copy` }
    planted = await plantCase(server, plant, otn)
    numbers = [otn, arrestId().slice(4), parseId('dkt', planted.ids['docketId'] ?? '')]
  }, 120_000)
  afterAll(async () => {
    await dropDatabase(copied)
    rmSync(folder, { recursive: true, force: true })
    await server.stop()
  })

  test('before the order each kind of dump holds every planted word: the search finds what there is', async () => {
    expect(words.length).toBeGreaterThanOrEqual(200)
    for (const dump of Object.values(await dumpEverything(server.database.admin)))
      expect(wordsIn(dump, [...words, ...numbers])).toEqual([...words, ...numbers])
    await dumpTo(server.database.admin, fileBefore)
  })

  test('made after an expungement hold none of the words, and no number of the case', async () => {
    await orderWay(server).done(arrestId())
    for (const dump of Object.values(await dumpEverything(server.database.admin)))
      expect(wordsIn(dump, [...words, otn, ...numbers.slice(2)])).toEqual([])
    await dumpTo(server.database.admin, fileAfter)
  })

  test('made after and restored into another database bring walls and tombstone, and nothing is left to end', async () => {
    await restoreFrom(copied, fileAfter)
    expect(await migrate(copied, { doorKey: server.database.doorKey })).toEqual({ applied: [], walls: false })
    expect(await wallsHash(copied)).toBe(await wallsHash(server.database.admin))
    for (const door of ['pars_police', 'pars_court', 'pars_keeper'] as const)
      expect(await throughDoor(copied, door, deleteArrest)).toBe('42501')
    expect(await codeOf(inDatabase(copied, client => client.query(deleteEntries)))).toMatch(/^PA/)
    expect(await tombstones(copied)).toEqual([parseId('arr', arrestId())])
    const entries = await countEntries(copied)
    const keeper = new Pool(doorConfig(copied, server.database.doorKey, 'pars_keeper'))
    expect(await endingRegister(keeper, register()).replay()).toBe(0)
    await keeper.end()
    expect(await countEntries(copied)).toBe(entries)
  })

  test('made before and restored are ended again before anybody is served, and bring nothing back', async () => {
    const { admin, doorKey } = server.database
    await server.halt()
    await restoreInPlace(admin, fileBefore)
    await migrate(admin, { doorKey })
    expect(wordsIn((await dumpEverything(admin)).plain, words)).toEqual(words)
    await server.start()
    expect(server.lines).toContain('1 endings that this database had lost were carried out again')
    for (const dump of Object.values(await dumpEverything(admin)))
      expect(wordsIn(dump, [...words, otn, ...numbers.slice(2)])).toEqual([])
    const officer = await server.as('booking-officer')
    expect(await problemOf(officer.call(viewArrest, { params: { arrestId: arrestId() } }))).toMatchObject({
      reason: 'erased-by-order',
    })
    const { answer } = await agreementWay(server).askAs(planted.partner, planted.door, otn)
    expect(answer?.rows).toEqual([])
  })
})
