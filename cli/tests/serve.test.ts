import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type KeptHome, keepHome } from '@pars/database/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../server/tests/testing/start-test-server.ts'
import { findCityLife, welcome } from '../src/welcome.ts'

const program = join(import.meta.dirname, '../src/pars.ts')
let kept: KeptHome
let port: number
beforeAll(async () => {
  kept = keepHome('pars-serve-')
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  port = typeof address === 'object' && address ? address.port : 0
  probe.close()
})
afterAll(() => kept.remove())

const serve = (home: string): ChildProcess =>
  spawn(process.execPath, [program, 'serve', '--no-city'], {
    env: { ...process.env, PARS_HOME: home, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
const untilHealthy = async (): Promise<void> => {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    if (((await answer?.json()) as { database?: boolean } | undefined)?.database) return
    await sleep(50)
  }
}
const saidBy = async (child: ChildProcess): Promise<{ code: number | null; err: string }> => {
  let err = ''
  child.stderr?.on('data', data => {
    err += String(data)
  })
  const [code] = await once(child, 'close')
  return { code, err }
}

test('a second start on the same home says that PARS runs already, and where', async () => {
  const first = serve(kept.home)
  kept.keep(first)
  await untilHealthy()
  const { code, err } = await saidBy(serve(kept.home))
  expect(err.trim()).toBe(
    `PARS already runs on ${kept.home}: open http://localhost:${port}, or stop it with Ctrl-C where it was started.`,
  )
  expect(code).toBe(2)
  const elsewhere = await saidBy(serve(join(kept.home, 'another')))
  expect(elsewhere).toMatchObject({ code: 2, err: expect.stringContaining('taken by another program') })
  first.kill('SIGTERM')
  await once(first, 'exit')
})

test.each([
  ['begins a week back', { startsAt: new Date(Date.now() - 7 * 86_400_000).toISOString() }, true, 'It fills'],
  ['has met the present', {}, true, 'It goes on from where it was stopped'],
  ['is left empty', {}, false, 'Only what you do happens'],
] as const)('the welcome to a city that %s says so', async (_, options, withCity, says) => {
  const server: TestServer = await startTestServer(options)
  try {
    expect(welcome(server.baseUrl, '.pars', await findCityLife(server.baseUrl, withCity))).toContain(says)
  } finally {
    await server.stop()
  }
})

/** A process that has ended but is not reaped yet holds nothing. */
const isLiving = (pid: number): boolean =>
  /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim())

/** Makes a home, serves there and waits; what it names on its output lets it be followed after its death. */
const careless = `
import { spawn } from 'node:child_process'
import { keepHome } from '@pars/database/testing'
const { home, keep } = keepHome('pars-left-')
const env = { ...process.env, PARS_HOME: home, PORT: '0' }
keep(spawn(process.execPath, [${JSON.stringify(program)}, 'serve', '--no-city'], { env, stdio: 'ignore' }))
console.log(home)
setInterval(() => {}, 1000)
`

test('when a test run is killed, the server that it started ends and its home goes with the database', async () => {
  const run = spawn(process.execPath, ['--input-type=module', '-e', careless], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const home = String((await once(run.stdout, 'data'))[0]).trim()
  const postmaster = join(home, 'postgresql/data/postmaster.pid')
  await expect.poll(() => existsSync(join(home, 'server.json')), { timeout: 60_000 }).toBe(true)
  const pids = [
    JSON.parse(readFileSync(join(home, 'pars.lock'), 'utf8')).pid,
    Number.parseInt(readFileSync(postmaster, 'utf8'), 10),
  ]
  expect(pids.map(isLiving)).toEqual([true, true])
  run.kill('SIGKILL')
  await expect.poll(() => existsSync(home), { timeout: 30_000 }).toBe(false)
  expect(pids.filter(isLiving)).toEqual([])
})
