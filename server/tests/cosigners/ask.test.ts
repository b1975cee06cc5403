import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { emptyRoot, formatCheckpoint, formatNote, formatSignatures, parseAddCheckpoint, signNote } from '@pars/ledger'
import { generateSigningKey, noteSigner, sha256 } from '@pars/ledger/node'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { askCosigner, type CosignerAnswer } from '../../src/journal/cosigning/ask-cosigner.ts'
import type { Signed } from '../../src/journal/sign-checkpoint.ts'

const log = noteSigner('test/log', 'ed25519', generateSigningKey())
const own = noteSigner('test/police', 'cosignature', generateSigningKey())
const stranger = noteSigner('test/police', 'cosignature', generateSigningKey())
const text = formatCheckpoint({ origin: log.name, size: 0, root: emptyRoot(sha256) })
let signed: Signed
beforeAll(async () => {
  signed = { size: 0, note: formatNote({ text, signatures: [await signNote(text, log)] }) }
})
let server: Server | undefined
afterEach(() => server?.close())

const ask = async (answer: RequestListener, signal = new AbortController().signal): Promise<CosignerAnswer> => {
  const listening = createServer(answer)
  server = listening
  await new Promise<void>(resolve => listening.listen(0, '127.0.0.1', () => resolve()))
  const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`
  return askCosigner({ url, key: own, old: 0, proof: [], signed, signal })
}
const says =
  (status: number, body: string): RequestListener =>
  (request, response) => {
    request.resume().on('end', () => response.writeHead(status).end(body))
  }
const lineBy = async (signer: typeof own, over = text): Promise<string> =>
  formatSignatures([await signNote(over, signer, 1_700_000_000)])

test('it sends what tlog-witness says, and takes the line of the cosigner’s own key with its time', async () => {
  const sent: Buffer[] = []
  let path = ''
  const line = await lineBy(own)
  const answer = await ask((request, response) => {
    path = `${request.method} ${request.url}`
    request.on('data', (part: Buffer) => sent.push(part)).on('end', () => response.end(line))
  })
  expect(answer).toEqual({ kind: 'cosigned', line: line.trimEnd(), time: 1_700_000_000 })
  expect(path).toBe('POST /add-checkpoint')
  const request = parseAddCheckpoint(Buffer.concat(sent))
  expect(request.ok && request.value).toMatchObject({ old: 0, proof: [] })
})

test.each([
  ['a line of another key of that name', async () => says(200, await lineBy(stranger))],
  ['its line under another checkpoint', async () => says(200, await lineBy(own, text.replace('\n0\n', '\n1\n')))],
  ['a page', async () => says(200, '<h1>Welcome</h1>')],
])('%s is no confirmation', async (_, make) => {
  expect(await ask(await make())).toEqual({
    kind: 'trouble',
    trouble: 'answered without a signature of its own that holds',
  })
})

test('the size that it confirmed last is an answer, and a refusal is told in its first line', async () => {
  expect(await ask(says(409, '17\n'))).toEqual({ kind: 'other-size', size: 17 })
  server?.close()
  expect(await ask(says(422, 'entry 5 is damaged\nmore\n'))).toEqual({
    kind: 'trouble',
    trouble: 'refuses (422): entry 5 is damaged',
  })
})

test('one that moves elsewhere is not followed, and one that hangs is let go when the server stops', async () => {
  expect(
    await ask((_request, response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end()),
  ).toMatchObject({ kind: 'trouble', trouble: expect.stringMatching(/^does not answer/) })
  server?.close()
  const stopping = new AbortController()
  setTimeout(() => stopping.abort(), 50)
  expect(await ask(() => {}, stopping.signal)).toMatchObject({ kind: 'trouble' })
  server?.closeAllConnections()
})
