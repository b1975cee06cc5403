import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { viewLogStatus } from '@pars/contract'
import { doorPassword } from '@pars/database'
import { formatVkey, openCheckpointByPolicy, parsePolicy, utf8 } from '@pars/ledger'
import { generateSigningKey, noteSigner, sha256, verifyEd25519 } from '@pars/ledger/node'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AgreementWay, agreementWay, eventually } from '../../../server/tests/testing/agreement-way.ts'
import { arrestWay } from '../../../server/tests/testing/arrest-way.ts'
import { startTestServer, type TestServer } from '../../../server/tests/testing/start-test-server.ts'
import { type CosignerProcesses, startCosignerProcesses } from '../../src/cosigner-processes.ts'
import { runPars } from '../run-pars.ts'
import {
  ageAnswers,
  countCosignatures,
  forgeActivation,
  forgeAnswers,
  forgeBallot,
  newestNumber,
  numbersAbout,
  readOwnConfirmed,
} from './cosigned.sql.ts'

let server: TestServer
let way: AgreementWay
let admin: Client
let cosigners: CosignerProcesses | undefined
const startCosigners = (): void => {
  cosigners = startCosignerProcesses({
    home: server.folder,
    baseUrl: server.baseUrl,
    policyFile: server.logPlaces.policyFile,
    tokenOf: server.tokenOf,
    log: () => {},
  })
}
const stopCosigners = async (): Promise<void> => {
  await cosigners?.stop()
  cosigners = undefined
}
beforeAll(async () => {
  server = await startTestServer({ cosigned: true })
  admin = new Client(server.database.admin)
  await admin.connect()
  way = agreementWay(server)
  startCosigners()
})
afterAll(async () => {
  await stopCosigners()
  await admin.end()
  await server.stop()
})

const status = () => server.visitor.call(viewLogStatus)
const untilConfirmed = (size: number) =>
  eventually(async () => {
    const { confirmed } = await status()
    return confirmed !== null && confirmed.size >= size && confirmed
  }, 20)
/** Until two of three have confirmed that the agreement is in force. */
const untilInForce = async ({ agreement }: { agreement: string }) => {
  const number = await eventually(async () => (await numbersAbout(admin, agreement, 'agreement.activated'))[0])
  await untilConfirmed(number)
}
const text = async (path: string): Promise<string> => (await fetch(`${server.baseUrl}/log/${path}`)).text()

test('each seat has a cosigner of its own, and the checkpoint that is served bears the quorum that the policy wants', async () => {
  await untilConfirmed(1)
  const { cosigners: all } = await status()
  expect(all.map(({ seat }) => seat)).toEqual(['police', 'prosecutor', 'court'])
  expect(new Set(all.map(({ vkey }) => vkey.split('+')[2])).size).toBe(3)
  const policy = parsePolicy(sha256, await text('policy'))
  if (!policy.ok) expect.unreachable(policy.fault)
  expect(await text('policy')).not.toContain('http')
  await eventually(
    async () => (await openCheckpointByPolicy(utf8(await text('checkpoint')), policy.value, verifyEd25519)).ok,
  )
  expect(await text('policy')).toContain('group custodians 2 police prosecutor court\nquorum custodians\n')
})

test('verify-log asks for two of three by the policy, and misses them where nobody whom it names has signed', async () => {
  const file = join(server.folder, 'asked-policy')
  writeFileSync(file, await text('policy'))
  const { code, out } = await runPars(['verify-log', `${server.baseUrl}/log`, '--policy', file])
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^All holds: \d+ entries/) })
  const stranger = formatVkey(noteSigner('test/stranger', 'cosignature', generateSigningKey()))
  writeFileSync(file, `witness stranger ${stranger}\nquorum stranger\n`)
  const missed = await runPars(['verify-log', `${server.baseUrl}/log`, '--policy', file])
  expect({ code: missed.code, out: missed.out }).toEqual({
    code: 1,
    out: expect.stringContaining('checkpoint-too-few-cosignatures'),
  })
})

test('an agreement that came in force by signed ballots is confirmed', async () => {
  await way.genesis()
  const partner = await way.partner()
  await way.putInForce(partner, way.termsOf(partner))
  const confirmed = await untilConfirmed(await newestNumber(admin))
  expect(confirmed.secondsAgo).toBeLessThan(30)
  expect((await status()).cosigners.filter(({ trouble }) => trouble !== null)).toEqual([])
})

test('ballots and the acceptance are laid open with what they signed, and no other slot of any entry is', async () => {
  const size = await newestNumber(admin)
  const found = new Map<string, number>()
  for (let number = 1; number <= size; number++) {
    const answer = await fetch(`${server.baseUrl}/log/opening/${number}`)
    if (answer.status !== 200) continue
    const { opening } = (await answer.json()) as { opening: { slot: string } }
    found.set(opening.slot, (found.get(opening.slot) ?? 0) + 1)
  }
  // Three cosigners, three seats and a partner's unit registered their keys; two seats voted, and the partner accepted.
  expect(found).toEqual(
    new Map([
      ['key', 7],
      ['signature', 3],
    ]),
  )
})

test('with two silent for as long as the terms allow, partners are refused by that term, and intake goes on', async () => {
  const partner = await way.partner()
  const stops = await way.putInForce(partner, way.termsOf(partner))
  // biome-ignore lint/suspicious/noThenProperty: a word of the published format, never a function
  const goOn = { confirmationOutage: { minutes: 15, then: 'go-on' } } as const
  const goesOn = await way.putInForce(partner, way.termsOf(partner, goOn))
  await untilInForce(goesOn.terms)
  await stopCosigners()
  expect((await way.askAs(partner, stops.door)).answer).toMatchObject({ term: null })
  await eventually(async () => (await newestNumber(admin)) > (await status()).size - 1)
  await ageAnswers(admin, 14)
  expect((await way.askAs(partner, stops.door)).answer).toMatchObject({ term: null })
  await ageAnswers(admin, 1)
  expect((await way.askAs(partner, stops.door)).answer).toMatchObject({ term: 'log-unconfirmed', rows: [] })
  expect((await way.askAs(partner, goesOn.door)).answer).toMatchObject({ term: null })
  expect((await arrestWay(server).toDocket({ otn: 'N7654321' } as never)).arrestId).toBeDefined()
  startCosigners()
  await untilConfirmed(await newestNumber(admin))
  expect((await way.askAs(partner, stops.door)).answer).toMatchObject({ term: null })
}, 60_000)

test('an agreement answers from the moment on in which two of three have confirmed that it is in force', async () => {
  const partner = await way.partner()
  await stopCosigners()
  const { agreementId, door, terms } = await way.putInForce(partner, way.termsOf(partner))
  const role = await way.partnerRole(partner)
  const told = async () => ({
    staff: (await way.seeAgreement(agreementId)).why,
    partner: await readOwnConfirmed(role, terms.agreement),
    everybody: (await (await fetch(`${server.baseUrl}/public/agreements/${terms.agreement}`)).text()).includes(
      'in force once two agencies have confirmed it',
    ),
  })
  expect(await told()).toEqual({ staff: 'unconfirmed', partner: [false], everybody: true })
  expect((await way.askAs(partner, door)).answer).toMatchObject({ term: 'agreement-unconfirmed', rows: [] })
  await eventually(async () => (await numbersAbout(admin, terms.agreement, 'agreement.activated')).length === 1)
  expect((await way.askAs(partner, door)).answer).toMatchObject({ term: 'agreement-unconfirmed', rows: [] })
  const began = performance.now()
  startCosigners()
  await untilInForce(terms)
  expect((await way.askAs(partner, door)).answer).toMatchObject({ term: null })
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(await told()).toEqual({ staff: null, partner: [true], everybody: false })
  await role.end()
}, 60_000)

test('what an administrator puts in force by forged ballots is confirmed by none of the three, and answers nothing', async () => {
  const partner = await way.partner()
  const honest = await way.putInForce(partner, way.termsOf(partner))
  await untilInForce(honest.terms)
  const terms = way.termsOf(partner)
  await way.draft(partner, terms)
  const code = terms.agreement
  await forgeBallot(admin, code, 'police')
  await forgeBallot(admin, code, 'court')
  const ballots = await eventually(async () => {
    const numbers = await numbersAbout(admin, code, 'ballot.cast')
    return numbers.length === 2 && numbers
  })
  const password = (role: string) => doorPassword(server.runtime.keys.partnerDoor, role)
  const door = await forgeActivation(admin, { code, ballots, password })
  expect((await way.askAs(partner, door)).answer).toMatchObject({ term: 'agreement-unconfirmed', rows: [] })
  const troubled = await eventually(async () => {
    const { cosigners: all } = await status()
    return all.every(({ trouble }) => trouble?.startsWith('refuses')) && all
  }, 20)
  const [forged = 0] = await numbersAbout(admin, code, 'agreement.activated')
  for (const { trouble, size } of troubled) {
    expect(trouble).toBe(`refuses (422): entry ${ballots[0]} holds no signature`)
    expect(size).toBeLessThan(forged)
  }
  const kept = await countCosignatures(admin)
  await new Promise(resolve => setTimeout(resolve, 2500))
  expect(await countCosignatures(admin)).toBe(kept)
  expect(existsSync(join(server.folder, 'cosigners', 'police', 'state.json'))).toBe(true)
  expect((await way.askAs(partner, door)).answer).toMatchObject({ term: 'agreement-unconfirmed', rows: [] })
  expect((await way.askAs(partner, honest.door)).answer).toMatchObject({ term: null })
  // What no wall of the database stops: an administrator who forges the cosigners' rows too. No receipt has their signatures, and the audit tells.
  await forgeAnswers(admin, forged)
  expect((await way.askAs(partner, door)).answer).toMatchObject({ term: null })
}, 60_000)
