import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type KeptHome, keepHome } from '@pars/database/testing'
import { findServer } from '@pars/server'
import { afterAll, beforeAll, expect, test } from 'vitest'

const program = join(import.meta.dirname, '../src/pars.ts')
let kept: KeptHome
let server: ChildProcess

const start = (args: readonly string[], home = kept.home): ChildProcess =>
  spawn(process.execPath, [program, ...args], {
    env: { ...process.env, PARS_HOME: home, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const run = async (args: readonly string[], home?: string) => {
  const child = start(args, home)
  let out = ''
  let err = ''
  child.stdout?.on('data', data => {
    out += String(data)
  })
  child.stderr?.on('data', data => {
    err += String(data)
  })
  const [code] = await once(child, 'close')
  return { code, out, err }
}

beforeAll(async () => {
  kept = keepHome('pars-audit-')
  server = start(['serve', '--no-city'])
  kept.keep(server)
  while ((await findServer(kept.home)) === undefined) await sleep(100)
}, 180_000)
afterAll(() => kept.remove())

test('beside a running server it finds that all holds, and says how fast', async () => {
  const { code, out, err } = await run(['audit'])
  expect(err).toBe('')
  expect(out).toMatch(/^All holds: \d+ entries in [\d.]+ s, \d+ a second\.$/m)
  expect(code).toBe(0)
}, 120_000)

test('a checkpoint from elsewhere that is none is a finding, and one that is not there is exit code 2', async () => {
  const file = join(kept.home, 'no-checkpoint')
  writeFileSync(file, 'another log\n7\n\n')
  const found = await run(['audit', '--json', '--no-entry', '--checkpoint', file])
  expect(JSON.parse(found.out)).toMatchObject({
    ok: false,
    faults: 1,
    findings: [{ fault: 'known-checkpoint-unreadable', row: file }],
    entryId: null,
  })
  expect(found.code).toBe(1)
  const gone = await run(['audit', '--checkpoint', join(kept.home, 'none')])
  expect(gone.err).toMatch(/^The checkpoint \S+ cannot be read/)
  expect({ code: gone.code, out: gone.out }).toEqual({ code: 2, out: '' })
}, 120_000)

test('without a server it starts the database, looks, and stops it again', async () => {
  server.kill('SIGTERM')
  await once(server, 'exit')
  const { code, out } = await run(['audit', '--json'])
  expect(JSON.parse(out)).toMatchObject({ ok: true, faults: 0 })
  expect(code).toBe(0)
}, 180_000)

test('where there is no city yet it says so in one sentence', async () => {
  const { code, err } = await run(['audit'], join(kept.home, 'elsewhere'))
  expect(err).toMatch(/^There is no city here yet/)
  expect(code).toBe(2)
})
