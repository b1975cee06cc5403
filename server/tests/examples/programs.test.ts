import { execFile, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { promisify } from 'node:util'
import { viewArrest } from '@pars/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

const run = promisify(execFile)
const root = new URL('../../..', import.meta.url).pathname
const hasCurl = spawnSync('curl', ['--version']).status === 0

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const environment = async (): Promise<NodeJS.ProcessEnv> => ({
  PATH: process.env['PATH'],
  PARS_URL: server.baseUrl,
  BOOKING_OFFICER: await server.tokenOf('booking-officer'),
  CHARGING_ATTORNEY: await server.tokenOf('charging-attorney'),
  COURT_CLERK: await server.tokenOf('court-clerk'),
  MAGISTRATE: await server.tokenOf('magistrate'),
})

/** Its lines; throws what it printed when it fails. */
const runExample = async (program: string, file: string): Promise<string[]> => {
  const { stdout } = await run(program, [`docs/examples/${file}`], { cwd: root, env: await environment() })
  return stdout.trim().split('\n')
}

test('every example has its test here', () => {
  expect(readdirSync(`${root}docs/examples`).sort()).toEqual(['arrest-to-bail.ts', 'report-arrest.sh'])
})

test('arrest-to-bail.ts brings a made-up arrest to a bail order', async () => {
  const lines = await runExample(process.execPath, 'arrest-to-bail.ts')
  expect(lines).toHaveLength(5)
  expect(lines[3]).toMatch(/^bail order {2}RELEASE - ROR, entry ent_[0-9a-f]{32}$/)
  const [arrestId = ''] = /arr_[0-9a-f]{32}/.exec(lines[0] ?? '') ?? []
  const record = await (await server.as('magistrate')).call(viewArrest, { params: { arrestId } })
  expect(record.dockets[0]?.bail.order?.words).toBe('RELEASE - ROR')
})

// Without curl there is nothing to show by it.
test.skipIf(!hasCurl)('report-arrest.sh saves once, is refused with a stale version, and sends', async () => {
  const lines = await runExample('bash', 'report-arrest.sh')
  expect(lines[0]).toMatch(/^saved {8}arr_[0-9a-f]{32} as version 1 \(status 201\)$/)
  expect(lines[1]).toBe('saved again  the same entry: one arrest, recorded once')
  expect(lines[2]).toBe('sent stale   412 version-changed')
  expect(lines[3]).toMatch(/^sent {9}version 2, entry ent_[0-9a-f]{32} \(status 200\)$/)
})
