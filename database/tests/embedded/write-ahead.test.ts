import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.ts'
import * as sql from './checks.sql.ts'
import { makeFolder, removeFolders } from './temporary-home.ts'

let server: EmbeddedPostgres
let client: pg.Client
beforeAll(async () => {
  server = await startEmbeddedPostgres({ home: join(makeFolder(), '.pars') })
  client = new pg.Client(server.connection)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await server.stop()
  removeFolders()
})

/** Files of the write-ahead log that hold a word. */
const filesWith = (word: string): string[] => {
  const folder = join(server.dataFolder, 'pg_wal')
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && readFileSync(join(folder, entry.name)).includes(word))
    .map(({ name }) => name)
}

test('a file of the write-ahead log that is done with is removed, and not kept with all that it holds for its next use', async () => {
  const word = 'Zebulon-Canary'
  await client.query(sql.createTableSql)
  for (let round = 0; round < 4; round += 1) {
    await client.query(sql.insertSql, [round, word])
    await client.query(sql.nextFileSql)
  }
  expect(filesWith(word).length).toBeGreaterThan(2)
  await client.query(sql.deleteSql)
  await client.query(sql.nextFileSql)
  await client.query(sql.checkpointSql)
  expect(filesWith(word)).toEqual([])
})

test('a file is done with after five minutes, full or not', async () => {
  const { rows } = await client.query(sql.fileMinutesSql)
  expect(rows).toEqual([{ archive_timeout: '5min' }])
})
