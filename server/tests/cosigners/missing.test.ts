import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appointCosigner } from '@pars/contract'
import { formatVkey } from '@pars/ledger'
import { generateSigningKey, noteSigner } from '@pars/ledger/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findMissingCosigners } from '../../src/serve/find-missing-cosigners.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let folder: string
let answering: Server
beforeAll(async () => {
  server = await startTestServer()
  folder = mkdtempSync(join(tmpdir(), 'pars-policy-'))
  answering = createServer((_request, response) => response.writeHead(404).end()).listen(0, '127.0.0.1')
})
afterAll(async () => {
  answering.close()
  rmSync(folder, { recursive: true, force: true })
  await server.stop()
})

const seats = ['police', 'prosecutor', 'court'] as const
const vkeys = seats.map(seat => formatVkey(noteSigner(`test/${seat}`, 'cosignature', generateSigningKey())))
const missing = (file: string | undefined) =>
  findMissingCosigners(file, { address: server.database.admin, doorKey: server.database.doorKey })
const write = (lines: readonly string[]): string => {
  const file = join(folder, 'policy')
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}
const url = (): string => `http://127.0.0.1:${(answering.address() as AddressInfo).port}`
const group = ['group custodians 2 police prosecutor court', 'quorum custodians']

test('no policy file, and one that is none, are one sentence each', async () => {
  expect(await missing(join(folder, 'none'))).toEqual([expect.stringContaining('nobody confirms the log')])
  expect(await missing(write(['quorum custodians']))).toEqual([expect.stringContaining('policy-name-unknown')])
})

test('a seat without an address, one that is silent and one that appointed nobody are named', async () => {
  const lines = [
    `witness police ${vkeys[0]} ${url()}`,
    `witness prosecutor ${vkeys[1]} http://127.0.0.1:9/`,
    `witness court ${vkeys[2]}`,
  ]
  await (await server.as('police-representative')).call(appointCosigner, { body: { vkey: vkeys[0] ?? '' } })
  await (await server.as('court-representative')).call(appointCosigner, { body: { vkey: vkeys[2] ?? '' } })
  const sentences = await missing(write([...lines, ...group]))
  expect(sentences).toEqual([
    expect.stringMatching(/^The prosecutor cosigner does not answer at http:/),
    expect.stringMatching(/^The prosecutor seat has not appointed/),
    expect.stringMatching(/^The policy file names no cosigner "court" with its address/),
  ])
})

test('with all three appointed and answering nothing is missing', async () => {
  await (await server.as('prosecutor-representative')).call(appointCosigner, { body: { vkey: vkeys[1] ?? '' } })
  const lines = seats.map((seat, index) => `witness ${seat} ${vkeys[index]} ${url()}`)
  expect(await missing(write([...lines, ...group]))).toEqual([])
})
