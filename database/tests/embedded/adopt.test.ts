import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { findEmbeddedPostgres } from '../../src/embedded/find-embedded-postgres.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/embedded/start-embedded-postgres.ts'
import * as sql from './checks.sql.ts'
import { startChild, startChildWell } from './started-child.ts'
import { findOrdinaryUser, isRoot, listServers, makeCreatedHome, makeFolder, removeFolders } from './temporary-home.ts'

async function count(server: EmbeddedPostgres): Promise<number> {
  const client = new pg.Client(server.connection)
  await client.connect()
  const { rows } = await client.query(sql.countSql)
  await client.end()
  return rows[0].marks
}

async function addMark(connection: pg.ClientConfig, id: number): Promise<void> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  await client.query(sql.createTableSql).catch(() => {})
  await client.query(sql.insertSql, [id, 'committed'])
  await client.end()
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function startThenLeave(home: string, signal: NodeJS.Signals = 'SIGKILL') {
  const child = await startChildWell({ home })
  await addMark(child.result.connection, 1)
  await child.kill(signal)
  return child.result
}

describe('after a PARS was killed', { timeout: 60_000 }, () => {
  afterEach(removeFolders)

  test('the next start adopts its healthy server, and stop ends it', async () => {
    const home = await makeCreatedHome()
    const left = await startThenLeave(home)
    expect(listServers(home)).toContain(left.pid)
    const server = await startEmbeddedPostgres({ home })
    expect(server).toMatchObject({ wasAdopted: true, freshlyCreated: false, pid: left.pid })
    expect(server.connection).toEqual(left.connection)
    expect(await count(server)).toBe(1)
    await server.stop()
    expect(listServers(home)).toEqual([])
    expect(await findEmbeddedPostgres({ home })).toBeUndefined()
  })

  test.skipIf(!isRoot)('root without the right to look at other users’ processes adopts too (needs root)', async () => {
    const home = await makeCreatedHome()
    const left = await startThenLeave(home)
    const through = ['setpriv', '--bounding-set=-sys_ptrace', '--inh-caps=-sys_ptrace']
    const next = await startChildWell({ home, through })
    expect(next.result).toMatchObject({ wasAdopted: true, pid: left.pid })
    expect(await next.kill('SIGTERM')).toBe(0)
    expect(listServers(home)).toEqual([])
  })

  test('a server with the settings of another PARS is stopped and started anew', async () => {
    const home = await makeCreatedHome()
    const left = await startThenLeave(home)
    appendFileSync(join(left.dataFolder, 'postgresql.conf'), "work_mem = '5MB'\n")
    const server = await startEmbeddedPostgres({ home })
    expect(server.wasAdopted).toBe(false)
    expect(server.pid).not.toBe(left.pid)
    expect(listServers(home)).not.toContain(left.pid)
    expect(await count(server)).toBe(1)
    await server.stop()
  })

  test('a server that listens elsewhere than asked is started anew, on loopback too', async () => {
    const home = await makeCreatedHome()
    const left = await startThenLeave(home)
    const port = await findFreePort()
    const server = await startEmbeddedPostgres({ home, port })
    expect(server.pid).not.toBe(left.pid)
    expect(await count({ ...server, connection: { ...server.connection, host: '127.0.0.1' } })).toBe(1)
    await server.stop()
  })

  test('a kill at any moment of the first start leaves a home that starts', async () => {
    for (const delay of [200, 400, 600, 900]) {
      const home = join(makeFolder(), '.pars')
      const child = await startChild({ home, killAfter: delay }).catch(() => undefined)
      await child?.exited
      const server = await startEmbeddedPostgres({ home })
      expect(await findEmbeddedPostgres({ home })).toEqual(server.connection)
      await server.stop()
      expect(readdirSync(join(home, 'postgresql'))).toEqual(['data'])
      expect(readdirSync(home).sort()).toEqual(['keys', 'logs', 'postgresql'])
    }
  })

  test('a PARS that exits without stopping takes its server along, and a start right after waits for that', async () => {
    const home = await makeCreatedHome()
    const left = await startThenLeave(home, 'SIGUSR2')
    const server = await startEmbeddedPostgres({ home })
    expect(server).toMatchObject({ wasAdopted: false, freshlyCreated: false })
    expect(server.pid).not.toBe(left.pid)
    expect(await count(server)).toBe(1)
    await server.stop()
  })
})

describe.skipIf(!isRoot)('in process namespaces of their own (needs root)', { timeout: 60_000 }, () => {
  const through = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child=KILL']
  afterEach(removeFolders)

  test('everything killed at once, again and again, loses nothing committed', async () => {
    const home = await makeCreatedHome()
    for (let cycle = 0; cycle < 4; cycle++) {
      const child = await startChildWell({ home, through })
      await addMark(child.result.connection, cycle)
      await child.kill('SIGKILL')
    }
    const server = await startEmbeddedPostgres({ home })
    expect(await count(server)).toBe(4)
    await server.stop()
  })

  test('a server whose processes cannot be seen from here is neither doubled nor harmed', async () => {
    const home = await makeCreatedHome()
    const inside = await startChildWell({ home, through })
    const outside = startEmbeddedPostgres({ home })
    await expect(outside).rejects.toMatchObject({ fault: 'already-running' })
    await addMark(inside.result.connection, 1)
    await inside.kill('SIGKILL')
    const server = await startEmbeddedPostgres({ home })
    expect(await count(server)).toBe(1)
    await server.stop()
  })
})

describe('after PostgreSQL itself was killed', { timeout: 60_000 }, () => {
  afterEach(removeFolders)

  test('a stale pid file is no hindrance and every committed row is there', async () => {
    const home = await makeCreatedHome()
    const left = await startThenLeave(home)
    for (const pid of listServers(home)) process.kill(pid, 'SIGKILL')
    expect(existsSync(join(left.dataFolder, 'postmaster.pid'))).toBe(true)
    const server = await startEmbeddedPostgres({ home })
    expect(server.wasAdopted).toBe(false)
    expect(await count(server)).toBe(1)
    await server.stop()
  })

  test('a backend that outlived its postmaster is ended first', async () => {
    const home = await makeCreatedHome()
    const left = await startThenLeave(home)
    const client = new pg.Client(left.connection)
    client.on('error', () => {})
    await client.connect()
    const backend = Number((await client.query('SELECT pg_backend_pid() AS pid')).rows[0].pid)
    const busy = client.query(sql.busySql).catch(() => 'ended')
    process.kill(left.pid, 'SIGKILL')
    const lines: string[] = []
    const server = await startEmbeddedPostgres({ home, log: line => lines.push(line) })
    expect(lines.join('\n')).toContain(`left without their postmaster: ${backend}`)
    expect(await busy).toBe('ended')
    expect(await count(server)).toBe(1)
    await server.stop()
  })

  test('a pid file whose number now belongs to another program is no hindrance, and that program lives', async () => {
    const home = await makeCreatedHome()
    const left = await startThenLeave(home)
    for (const pid of listServers(home)) process.kill(pid, 'SIGKILL')
    const path = join(left.dataFolder, 'postmaster.pid')
    const stranger = spawn('sleep', ['60'], { ...serverUser(left.dataFolder), stdio: 'ignore' })
    try {
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(stranger.pid)))
      const server = await startEmbeddedPostgres({ home })
      expect(await count(server)).toBe(1)
      await server.stop()
      expect(stranger.exitCode).toBeNull()
      expect(process.kill(stranger.pid ?? 0, 0)).toBe(true)
    } finally {
      stranger.kill()
    }
  })
})

/** PostgreSQL minds a recycled pid only if that process is its own user's. */
function serverUser(dataFolder: string): { uid?: number; gid?: number } {
  if (!isRoot) return {}
  const passwd = readFileSync('/etc/passwd', 'utf8')
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+)/m.exec(passwd) ?? []
  expect(dataFolder).not.toBe('')
  return uid === undefined ? (findOrdinaryUser() ?? {}) : { uid: Number(uid), gid: Number(gid) }
}

describe('while PARS runs', { timeout: 60_000 }, () => {
  afterEach(removeFolders)

  test('a server that is killed starts again on the same socket with everything in it', async () => {
    const home = await makeCreatedHome()
    const postgres = await startEmbeddedPostgres({ home })
    const before = postgres.pid
    await addMark(postgres.connection, 1)
    process.kill(before, 'SIGKILL')
    await expect.poll(() => postgres.pid, { timeout: 20_000 }).not.toBe(before)
    expect(await count(postgres)).toBe(1)
    await postgres.stop()
    expect(listServers(home)).toEqual([])
  })
})
