import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { findEmbeddedPostgres } from '../../src/embedded/find-embedded-postgres.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.ts'
import * as sql from './checks.sql.ts'
import { listServers, makeCreatedHome, makeFolder, removeFolders } from './temporary-home.ts'

async function query(connection: pg.ClientConfig | string, text: string, values: unknown[] = []) {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await client.query(text, values)
  } finally {
    await client.end()
  }
}

describe('a start and a stop', { timeout: 60_000 }, () => {
  afterEach(removeFolders)

  test('the first start creates the data, the second finds it, and stop leaves no process', async () => {
    const home = join(makeFolder(), '.pars')
    const first = await startEmbeddedPostgres({ home })
    expect(first).toMatchObject({ freshlyCreated: true, wasAdopted: false })
    expect(first.version).toMatch(/^18\.\d+$/)
    await query(first.connection, sql.createTableSql)
    await query(first.connection, sql.insertSql, [1, 'kept'])
    expect(listServers(home).length).toBeGreaterThan(3)
    await first.stop()
    expect(listServers(home)).toEqual([])

    const second = await startEmbeddedPostgres({ home })
    expect(second).toMatchObject({ freshlyCreated: false, wasAdopted: false })
    expect((await query(second.adminUrl, sql.countSql)).rows).toEqual([{ marks: 1 }])
    expect(second.timings.initdb).toBe(0)
    await second.stop()
    expect(listServers(home)).toEqual([])
  })

  test('stop ends open transactions, may be called twice, and frees the home', async () => {
    const home = await makeCreatedHome()
    const server = await startEmbeddedPostgres({ home })
    const client = new pg.Client(server.connection)
    client.on('error', () => {})
    await client.connect()
    const sleeper = client.query(sql.sleepSql).catch(() => 'ended')
    await Promise.all([server.stop(), server.stop()])
    await server.stop()
    expect(await sleeper).toBe('ended')
    expect(listServers(home)).toEqual([])
    const again = await startEmbeddedPostgres({ home })
    await again.stop()
  })
})

describe('a running server', { timeout: 60_000 }, () => {
  let home: string
  let server: EmbeddedPostgres

  beforeAll(async () => {
    home = join(makeFolder(), '.pars')
    server = await startEmbeddedPostgres({ home })
  })
  afterAll(async () => {
    await server.stop()
    removeFolders()
  })

  test('loses nothing committed and listens on no network address', async () => {
    const { rows } = await query(server.connection, sql.settingsSql)
    expect(Object.fromEntries(rows.map(row => [row.name, row.setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      data_checksums: 'on',
      listen_addresses: '',
      TimeZone: 'UTC',
      log_statement: 'none',
      log_parameter_max_length: '0',
      log_min_error_statement: 'panic',
      max_connections: '200',
      password_encryption: 'scram-sha-256',
      server_encoding: 'UTF8',
    })
  })

  test('orders by code point and knows letters outside ASCII, for trigrams too', async () => {
    expect((await query(server.connection, sql.localeSql)).rows).toEqual([
      { datlocprovider: 'b', datlocale: 'C.UTF-8', datcollate: 'C' },
    ])
    const results = (await query(server.connection, sql.lettersSql)) as unknown as pg.QueryResult[]
    const letters = results.at(-1)?.rows[0]
    expect(letters).toMatchObject({ upper: 'ŁÓDŹ', by_code_point: true })
    expect(letters.trigrams).toHaveLength(5)
  })

  test('takes only the password, which only its owner can read', async () => {
    const password = join(home, 'keys', 'postgres-password')
    expect(statSync(password).mode & 0o777).toBe(0o600)
    expect((await readFile(password, 'utf8')).trim()).toBe(server.connection.password)
    const wrong = { ...server.connection, password: 'guess' }
    await expect(query(wrong, sql.userSql)).rejects.toMatchObject({ code: '28P01' })
  })

  test('data, socket, keys and logs are their owner’s alone', () => {
    const folders = [server.dataFolder, server.connection.host, join(home, 'keys'), join(home, 'logs')]
    for (const folder of folders) expect([folder, statSync(folder).mode & 0o777]).toEqual([folder, 0o700])
    expect(statSync(server.logFile).mode & 0o777).toBe(0o600)
  })

  test('a rejected statement leaves neither its text nor its values in the log', async () => {
    await query(server.connection, sql.createTableSql)
    await query(server.connection, sql.insertSql, [7, 'Zebulon Canary'])
    await expect(query(server.connection, sql.insertSql, [7, 'Zebulon Canary'])).rejects.toMatchObject({
      code: '23505',
    })
    await expect(query(server.connection, sql.badNumberSql, ['Zebulon Canary'])).rejects.toMatchObject({
      code: '22P02',
    })
    await expect(query(server.connection, "SELECT 'Zebulon Canary' FROM nowhere")).rejects.toMatchObject({
      code: '42P01',
    })
    const log = await readFile(server.logFile, 'utf8')
    expect(log).toContain('ready to accept connections')
    expect(log).not.toMatch(/Zebulon|Canary|INSERT|mark/)
  })

  test('can be found by a command that works beside it', async () => {
    expect(await findEmbeddedPostgres({ home })).toEqual(server.connection)
    expect(await findEmbeddedPostgres({ home: join(home, 'elsewhere') })).toBeUndefined()
  })
})
