import { exportPackage, viewLogStatus } from '@pars/contract'
import { checkPackage, openCheckpointByPolicy, parsePolicy, parseReceipt, utf8 } from '@pars/ledger'
import { sha256, verifyEd25519, verifyEs256 } from '@pars/ledger/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agreementWay, type Draft, eventually } from '../../../server/tests/testing/agreement-way.ts'
import { startTestServer, type TestServer } from '../../../server/tests/testing/start-test-server.ts'
import { type CosignerProcesses, startCosignerProcesses } from '../../src/cosigner-processes.ts'

let server: TestServer
let cosigners: CosignerProcesses | undefined
let drafted: Draft
let through: number
beforeAll(async () => {
  server = await startTestServer({ cosigned: true })
  cosigners = startCosignerProcesses({
    home: server.folder,
    baseUrl: server.baseUrl,
    policyFile: server.logPlaces.policyFile,
    tokenOf: server.tokenOf,
    log: () => {},
  })
  const way = agreementWay(server)
  await way.genesis()
  const partner = await way.partner()
  drafted = await way.putInForce(partner, way.termsOf(partner))
  through = await eventually(async () => {
    const { confirmed, cosigners: all } = await server.visitor.call(viewLogStatus)
    return all.length === 3 && confirmed !== null && confirmed.size > 20 && confirmed.size
  }, 30)
})
afterAll(async () => {
  await cosigners?.stop()
  await server.stop()
})

const exported = async () =>
  (
    await (
      await server.as('city-solicitor')
    ).call(exportPackage, {
      params: { agreementId: drafted.agreementId },
      body: { from: '1', through: String(through) },
    })
  ).package
const policy = async () => {
  const read = parsePolicy(sha256, await (await fetch(`${server.baseUrl}/log/policy`)).text())
  if (!read.ok) throw new Error(read.fault)
  return read.value
}

test('a package bears exactly the two cosignatures that came first, by keys that the log itself registered', async () => {
  const text = await eventually(() => exported().catch(() => undefined))
  const report = await checkPackage(utf8(text), { sha256, checks: { ed25519: verifyEd25519, es256: verifyEs256 } })
  expect(report.faults).toEqual([])
  expect(report.head?.quorum).toBe(2)
  expect(report.checkpoint?.verified.filter(({ time }) => time !== undefined)).toHaveLength(2)
  expect((await openCheckpointByPolicy(utf8(report.head?.checkpoint ?? ''), await policy(), verifyEd25519)).ok).toBe(
    true,
  )
  await new Promise(resolve => setTimeout(resolve, 1500))
  expect(await exported()).toBe(text)
})

test('a receipt waits until two agencies have confirmed its entry, and bears their words', async () => {
  const receipt = await eventually(async () => {
    const response = await fetch(`${server.baseUrl}/log/receipt/${through}`)
    return response.ok && parseReceipt(new Uint8Array(await response.arrayBuffer()))
  })
  if (!receipt.ok) throw new Error(receipt.fault)
  expect((await openCheckpointByPolicy(utf8(receipt.value.checkpoint), await policy(), verifyEd25519)).ok).toBe(true)
})

test('the page of the log says whose machines confirmed it', async () => {
  const page = await (await fetch(`${server.baseUrl}/log`)).text()
  expect(page).toMatch(/confirmed by 3 of 3 agencies/)
  expect(page).toMatch(/<dt>District Attorney<\/dt><dd>confirmed [\d,]+ entries, \d+ seconds? ago/)
})
