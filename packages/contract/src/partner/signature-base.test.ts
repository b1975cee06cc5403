import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { askByIdentifier } from './inquiries.ts'
import { type SignedRequest, signatureBase } from './signature-base.ts'
import { signCall } from './signed-client.ts'

// RFC 9421, B.1.4 and B.2: the key and the request of its own test vectors.
const key = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'OKP',
    crv: 'Ed25519',
    x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs',
    d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU',
  },
})
const fields: Record<string, string> = {
  date: 'Tue, 20 Apr 2021 02:07:55 GMT',
  'content-type': 'application/json',
  'content-length': '18',
}
const request: SignedRequest = {
  method: 'POST',
  targetUri: 'https://example.com/foo?param=Value&Pet=dog',
  field: name => fields[name],
}
const components = ['date', '@method', '@path', '@authority', 'content-type', 'content-length']
const parameters =
  '("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"'

describe('the signature base', () => {
  it('is that of the test vector B.2.6, and so is the signature over it', () => {
    const base = signatureBase(request, components, parameters) ?? ''
    expect(base.split('\n')).toEqual([
      '"date": Tue, 20 Apr 2021 02:07:55 GMT',
      '"@method": POST',
      '"@path": /foo',
      '"@authority": example.com',
      '"content-type": application/json',
      '"content-length": 18',
      `"@signature-params": ${parameters}`,
    ])
    expect(sign(null, Buffer.from(base), key).toString('base64')).toBe(
      'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==',
    )
  })

  it.each([
    ['@target-uri', 'https://example.com/foo?param=Value&Pet=dog'],
    ['@scheme', 'https'],
    ['@request-target', '/foo?param=Value&Pet=dog'],
    ['@query', '?param=Value&Pet=dog'],
  ])('derives %s as section 2.2 says', (component, value) => {
    expect(signatureBase(request, [component], '()')).toBe(`"${component}": ${value}\n"@signature-params": ()`)
  })

  it('knows a missing query, a missing path and a standard port', () => {
    const bare = { ...request, targetUri: 'HTTPS://EXAMPLE.com:443' }
    expect(signatureBase(bare, ['@query', '@path', '@authority'], '()')).toBe(
      '"@query": ?\n"@path": /\n"@authority": example.com\n"@signature-params": ()',
    )
  })

  it('is none where a component is unknown, absent, or would write a line of its own', () => {
    expect(signatureBase(request, ['@status'], '()')).toBeUndefined()
    expect(signatureBase(request, ['x-absent'], '()')).toBeUndefined()
    const split = { ...request, field: () => 'a\n"@method": GET' }
    expect(signatureBase(split, ['date'], '()')).toBeUndefined()
  })
})

describe('a signed call', () => {
  it('covers method, address, type and digest, and carries the nonce of its body', async () => {
    const client = {
      baseUrl: 'https://pars.example',
      keyId: 'key-of-a-unit-01',
      sign: (bytes: Uint8Array) => sign(null, bytes, key),
    }
    const { url, init } = await signCall(client, askByIdentifier, { body: { identifier: 'otn', value: 'N9999998' } })
    const input = init.headers['signature-input'] ?? ''
    const { nonce } = JSON.parse(init.body ?? '') as { nonce: string }
    expect(input).toMatch(
      /^pars=\("@method" "@target-uri" "content-type" "content-digest"\);created=\d+;keyid="key-of-a-unit-01";/,
    )
    expect(input).toContain(`;nonce="${nonce}";`)
    const message = { method: init.method, targetUri: url, field: (name: string) => init.headers[name] }
    const covered = ['@method', '@target-uri', 'content-type', 'content-digest']
    const base = signatureBase(message, covered, input.slice('pars='.length)) ?? ''
    const signature = Buffer.from(init.headers['signature']?.slice('pars=:'.length, -1) ?? '', 'base64')
    expect(verify(null, Buffer.from(base), createPublicKey(key), signature)).toBe(true)
  })
})
