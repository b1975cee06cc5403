import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatVkey, makeVerifierKey } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import { afterAll, expect, test } from 'vitest'
import { runPars } from './run-pars.ts'

const folder = mkdtempSync(join(tmpdir(), 'pars-verify-'))
const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
  rmSync(folder, { recursive: true })
})

const listen = (answer: number): Promise<string> =>
  new Promise(resolve => {
    const server = createServer((_request, response) => response.writeHead(answer).end())
    servers.push(server)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/log`)
    })
  })
/** Where nobody listens: a port that was free a moment ago. */
const closed = async (): Promise<string> => {
  const url = await listen(200)
  await new Promise(resolve => servers.pop()?.close(resolve))
  return url
}

test.each([
  ['at an address where nobody listens', closed, /cannot be read/],
  ['whose server fails', () => listen(500), /answered 500/],
  ['that is not there', () => listen(404), /There is no log/],
  ['in an empty folder', async () => folder, /There is no log/],
])('a log %s is one sentence and exit code 2', async (_, whereOf, says) => {
  const where = await whereOf()
  const { code, out, err } = await runPars(['verify-log', where])
  expect(err).toMatch(says)
  expect(err).toContain(where)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect({ code, out }).toEqual({ code: 2, out: '' })
})

test('a key file that is not there is one sentence and exit code 2', async () => {
  const { code, err } = await runPars(['verify-log', folder, '--key', join(folder, 'none')])
  expect(err).toMatch(/^The key file \S+ cannot be read/)
  expect(code).toBe(2)
})

test('whose log it is being known does not make an unreachable one readable', async () => {
  const key = formatVkey(makeVerifierKey(sha256, 'made-up.example/log', 'ed25519', new Uint8Array(32).fill(7)))
  const { code, err } = await runPars(['verify-log', await closed(), '--key', key])
  expect(err).toMatch(/cannot be read \(/)
  expect(code).toBe(2)
})
