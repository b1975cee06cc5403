import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { citySubjects } from '@pars/city'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../../server/tests/testing/start-test-server.ts'
import { countPeople } from './entries.sql.ts'

const program = join(import.meta.dirname, '../../src/pars.ts')
const startAt = Date.parse('2026-03-10T04:00:00Z')

let server: TestServer
let tokens: Record<string, string>
beforeAll(async () => {
  server = await startTestServer({ startsAt: new Date(startAt).toISOString() })
  tokens = Object.fromEntries(
    await Promise.all(citySubjects.map(async subject => [subject, await server.tokenOf(subject)] as const)),
  )
})
afterAll(() => server.stop())

const start = (...options: string[]): ChildProcess =>
  spawn(process.execPath, [program, 'city', '--base-url', server.baseUrl, ...options], { stdio: 'pipe' })

const ended = (child: ChildProcess): Promise<{ code: number | null; said: string }> =>
  new Promise(resolve => {
    let said = ''
    child.stderr?.on('data', data => {
      said += String(data)
    })
    child.once('close', code => resolve({ code, said }))
  })

test('it fills up to a given time and ends, saying what it did', async () => {
  const child = start('--until', new Date(startAt + 6 * 3_600_000).toISOString())
  const end = ended(child)
  child.stdin?.write(`${JSON.stringify(tokens)}\n`)
  const { code, said } = await end
  expect([code, said]).toEqual([
    0,
    expect.stringMatching(/the city fills: day 0 of 1; [1-9]\d* arrests, [1-9]\d+ acts/),
  ])
}, 60_000)

test('the city reads its tokens from one line and lives until standard input closes', async () => {
  const child = start()
  const end = ended(child)
  child.stdin?.write(`${JSON.stringify(tokens)}\n`)
  while ((await countPeople(server)).arrests < 2) await new Promise(resolve => setTimeout(resolve, 50))
  child.stdin?.end()
  expect(await end).toMatchObject({ code: 0 })
}, 60_000)

test('ended tokens end it with exit code 1, so that it can be begun again with new ones', async () => {
  const child = start()
  const end = ended(child)
  const unknown = Object.fromEntries(citySubjects.map(subject => [subject, 'A'.repeat(43)]))
  child.stdin?.write(`${JSON.stringify(unknown)}\n`)
  expect(await end).toMatchObject({ code: 1, said: expect.stringContaining('tokens have ended') })
}, 30_000)

test.each([
  ['no tokens', ''],
  ['no JSON', 'hello\n'],
  ['something else than tokens', '{"booking-officer": 7}\n'],
  ['tokens of some accounts only', '{"booking-officer": "abc"}\n'],
])(
  '%s on standard input is said in one sentence',
  async (_, input) => {
    const child = start()
    const end = ended(child)
    child.stdin?.end(input)
    const { code, said } = await end
    expect(code).toBe(2)
    expect(said.trim().split('\n')).toHaveLength(1)
  },
  30_000,
)

test('a time that is none is said in one sentence', async () => {
  expect(await ended(start('--until', 'yesterday'))).toMatchObject({
    code: 2,
    said: expect.stringContaining('--until'),
  })
})
