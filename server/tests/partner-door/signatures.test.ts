import { generateKeyPairSync, sign } from 'node:crypto'
import { askByIdentifier, newNonce, type SignedMessage, signCall, signRequest, viewPartnerMe } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAsked } from '../testing/partner/insert-partner.sql.ts'
import type { MadeUpPartner } from '../testing/partner/made-up-partner.ts'
import { addRecords } from '../testing/partner/made-up-records.ts'
import { wideTerms } from '../testing/partner/made-up-terms.ts'
import { type PartnerCity, startPartnerCity } from '../testing/partner/start-partner-city.ts'

let city: PartnerCity
let partner: MadeUpPartner
let other: MadeUpPartner
beforeAll(async () => {
  city = await startPartnerCity()
  partner = await city.partner(wideTerms())
  other = await city.partner(wideTerms())
  await addRecords(city.admin, [{ otn: 'N9999991' }])
})
afterAll(() => city.stop())

const bodyOf = (of: MadeUpPartner, nonce: string) => ({
  agreement: of.agreement,
  purpose: 'criminal-investigation',
  cites: null,
  behalf: 'own unit',
  officer: of.officer,
  nonce,
  identifier: 'otn',
  value: 'N9999991',
})

const send = async ({ url, init }: SignedMessage): Promise<{ status: number; reason: string | undefined }> => {
  const response = await fetch(url, init)
  const body = (await response.json()) as { reason?: string }
  return { status: response.status, reason: body.reason }
}
const signed = (nonce = newNonce()): Promise<SignedMessage> =>
  signCall(partner.signing, askByIdentifier, { body: bodyOf(partner, nonce) })
const recorded = async (): Promise<number> => (await listAsked(city.admin, partner.agreement)).length

describe('a signed request', () => {
  test('leaves base, signature, key and body with the inquiry, enough to check it again years later', async () => {
    const message = await signed()
    expect(await send(message)).toMatchObject({ status: 200 })
    const [asked] = (await listAsked(city.admin, partner.agreement)).slice(-1)
    const request = asked?.request as Record<string, string>
    expect(request['body']).toBe(message.init.body)
    expect(request['base']).toContain(`"@target-uri": ${message.url}`)
    expect(request['base']).toContain(`"content-digest": ${message.init.headers['content-digest']}`)
    expect(message.init.headers['signature']).toBe(`pars=:${request['signature']}:`)
    const again = sign(null, Buffer.from(request['base'] ?? ''), partner.privateKey).toString('base64')
    expect(again).toBe(request['signature'])
  })

  test('counts once: the same again is refused and leaves nothing', async () => {
    const message = await signed()
    expect(await send(message)).toMatchObject({ status: 200 })
    const before = await recorded()
    expect(await send(message)).toEqual({ status: 409, reason: 'replayed' })
    expect(await recorded()).toBe(before)
  })

  test('counts once when it comes twenty times at once', async () => {
    const message = await signed()
    const before = await recorded()
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(message)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ reason }) => reason === 'replayed')).toHaveLength(19)
    expect(await recorded()).toBe(before + 1)
  })

  test('of a nonce that was used is refused under another signature too', async () => {
    const nonce = newNonce()
    expect(await send(await signed(nonce))).toMatchObject({ status: 200 })
    expect(await send(await signed(nonce))).toEqual({ status: 409, reason: 'replayed' })
  })

  test('with the nonce of another partner is no replay: one partner learns nothing of another’s nonces', async () => {
    const nonce = newNonce()
    expect(await send(await signed(nonce))).toMatchObject({ status: 200 })
    const theirs = await signCall(other.signing, askByIdentifier, { body: bodyOf(other, nonce) })
    expect(await send(theirs)).toMatchObject({ status: 200 })
  })

  test('that reads counts once as well', async () => {
    const message = await signCall(partner.signing, viewPartnerMe)
    expect(await send(message)).toMatchObject({ status: 200 })
    expect(await send(message)).toEqual({ status: 409, reason: 'replayed' })
  })

  const change = (message: SignedMessage, headers: Record<string, string>): SignedMessage => ({
    ...message,
    init: { ...message.init, headers: { ...message.init.headers, ...headers } },
  })
  const url = (): string => city.server.baseUrl + askByIdentifier.path

  test.each<[string, () => Promise<SignedMessage>, number, string]>([
    [
      'a signature of a key that nobody registered',
      () => {
        const { privateKey } = generateKeyPairSync('ed25519')
        const forged = { ...partner.signing, sign: (bytes: Uint8Array) => sign(null, bytes, privateKey) }
        return signCall(forged, askByIdentifier, { body: bodyOf(partner, newNonce()) })
      },
      401,
      'signature-invalid',
    ],
    [
      'a key id that nobody registered',
      () =>
        signCall({ ...partner.signing, keyId: 'f'.repeat(32) }, askByIdentifier, { body: bodyOf(partner, newNonce()) }),
      401,
      'signature-invalid',
    ],
    [
      'a body that was changed on the way',
      async () => {
        const message = await signed()
        const body = (message.init.body ?? '').replace('N9999991', 'N9999992')
        return { ...message, init: { ...message.init, body } }
      },
      401,
      'signature-invalid',
    ],
    [
      'a signature of two minutes ago',
      () => {
        const nonce = newNonce()
        const body = JSON.stringify(bodyOf(partner, nonce))
        return signRequest(partner.signing, {
          method: 'POST',
          url: url(),
          body,
          nonce,
          createdAt: Date.now() - 120_000,
        })
      },
      401,
      'signature-invalid',
    ],
    [
      'another question’s address',
      async () => {
        const message = await signed()
        return { ...message, url: message.url.replace('by-identifier', 'by-incident') }
      },
      400,
      'malformed',
    ],
    ['no signature', async () => change(await signed(), { signature: '' }), 401, 'signature-invalid'],
    [
      'a nonce in the signature that is not the body’s',
      () => {
        const body = JSON.stringify(bodyOf(partner, newNonce()))
        return signRequest(partner.signing, { method: 'POST', url: url(), body, nonce: newNonce() })
      },
      400,
      'nonce-differs',
    ],
  ])('with %s is refused before anything is asked', async (_, make, status, reason) => {
    const before = await recorded()
    expect(await send(await make())).toEqual({ status, reason })
    expect(await recorded()).toBe(before)
  })

  test('asks for its own partner only, whatever agreement it names', async () => {
    const body = bodyOf(other, newNonce())
    const message = await signCall(partner.signing, askByIdentifier, { body })
    expect(await send(message)).toEqual({ status: 404, reason: 'no-such-agreement' })
  })

  test('without any proof is nobody’s', async () => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(bodyOf(partner, newNonce())),
    }
    expect(await send({ url: url(), init })).toEqual({ status: 401, reason: 'not-signed-in' })
  })
})
