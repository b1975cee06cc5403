import { appointCosigner, viewLogStatus } from '@pars/contract'
import { formatVkey, type LogSource, makeVerifierKey, parseLeaf } from '@pars/ledger'
import { generateSigningKey, noteSigner, sha256 } from '@pars/ledger/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { numberOf } from '../testing/number-of.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const newVkey = (name: string): string => formatVkey(noteSigner(name, 'cosignature', generateSigningKey()))
const appoint = async (account: string, vkey: string) =>
  (await server.as(account)).call(appointCosigner, { body: { vkey } })
const leafAt = async (number: number) => {
  const source: LogSource = {
    read: async path => {
      const answer = await fetch(`${server.baseUrl}/log/${path}`)
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
    },
  }
  const width = ((number - 1) % 256) + 1
  const bundle = await source.read(`tile/entries/${String(Math.floor((number - 1) / 256)).padStart(3, '0')}.p/${width}`)
  const bytes = bundle?.subarray(bundle.length - lengthOfLast(bundle, width))
  const leaf = bytes && parseLeaf(bytes)
  return leaf?.ok && leaf.value.class === 'conduct' ? leaf.value : undefined
}
const lengthOfLast = (bundle: Uint8Array, width: number): number => {
  let offset = 0
  for (let n = 1; n < width; n++) offset += 2 + (((bundle[offset] ?? 0) << 8) | (bundle[offset + 1] ?? 0))
  return bundle.length - offset - 2
}
const untilSigned = async (number: number): Promise<void> => {
  while ((await server.visitor.call(viewLogStatus)).size < number) await new Promise(resolve => setTimeout(resolve, 50))
}

test("a seat's representative appoints its cosigner, and the public log says its key", async () => {
  const vkey = newVkey('test/cosigner/police')
  const done = await appoint('police-representative', vkey)
  expect(done).toMatchObject({ name: 'test/cosigner/police', seat: 'police' })
  const number = await numberOf(server, done.receipt.entryId)
  await untilSigned(number)
  expect(await leafAt(number)).toMatchObject({
    kind: 'key.registered',
    fields: { use: 'cosigner', algorithm: 'ed25519', seat: 'police', vkey },
  })
  const { cosigners, confirmed } = await server.visitor.call(viewLogStatus)
  expect(cosigners).toMatchObject([{ seat: 'police', vkey, size: 0, secondsAgo: null }])
  expect(confirmed).toBeNull()
})

test('a later one takes the place of the one before, whose end is said too', async () => {
  await appoint('court-representative', newVkey('test/cosigner/court-1'))
  const second = newVkey('test/cosigner/court-2')
  const done = await appoint('court-representative', second)
  const { cosigners } = await server.visitor.call(viewLogStatus)
  expect(cosigners.filter(({ seat }) => seat === 'court').map(({ vkey }) => vkey)).toEqual([second])
  const number = await numberOf(server, done.receipt.entryId)
  await untilSigned(number)
  expect(await leafAt(number - 1)).toMatchObject({ kind: 'key.revoked', fields: { seat: 'court', use: 'cosigner' } })
})

test('what is no key of a cosigner, a name or a key that another has, is refused', async () => {
  const key = generateSigningKey()
  const taken = formatVkey(noteSigner('test/cosigner/prosecutor', 'cosignature', key))
  await appoint('prosecutor-representative', taken)
  const log = formatVkey(makeVerifierKey(sha256, 'test/log', 'ed25519', new Uint8Array(32).fill(7)))
  const refused = async (vkey: string) =>
    appoint('police-representative', vkey).then(
      () => 'appointed',
      (error: { problem: { reason: string } }) => error.problem.reason,
    )
  expect(await refused('no key')).toBe('key-malformed')
  expect(await refused(log)).toBe('key-malformed')
  expect(await refused(newVkey('test/cosigner/prosecutor'))).toBe('cosigner-name-taken')
  expect(await refused(formatVkey(noteSigner('test/cosigner/other', 'cosignature', key)))).toBe('key-exists')
})

test.each(['police-manager', 'city-solicitor', 'magistrate', 'booking-officer'])(
  'a %s appoints no cosigner',
  async account => {
    await expect(appoint(account, newVkey(`test/cosigner/${account}`))).rejects.toMatchObject({
      problem: { status: 403 },
    })
  },
)
