import { generateKeyPairSync, sign } from 'node:crypto'
import { askByIdentifier, signRequest } from '@pars/contract'
import { describe, expect, it } from 'vitest'
import { type IncomingRequest, isSignedBy, readClaim } from './check-signature.ts'
import { parseSignature } from './parse-signature.ts'

const rfcInput =
  'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"'
const rfcSignature =
  'sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:'

describe('the fields of a signature', () => {
  it('are read as in the test vector B.2.6 of RFC 9421', () => {
    expect(parseSignature(rfcInput, rfcSignature)).toMatchObject({
      components: ['date', '@method', '@path', '@authority', 'content-type', 'content-length'],
      parameters: rfcInput.slice('sig-b26='.length),
      created: 1618884473,
      keyId: 'test-key-ed25519',
    })
  })

  it.each([
    ['two signatures', `${rfcInput}, sig2=("@method")`, rfcSignature],
    ['another label', rfcInput, rfcSignature.replace('sig-b26', 'sig-b27')],
    ['a component with parameters', rfcInput.replace('"date"', '"date";bs'), rfcSignature],
    ['a component twice', rfcInput.replace('"date"', '"@method"'), rfcSignature],
    ['a parameter twice', `${rfcInput};created=2618884473`, rfcSignature],
    ['no components', 'sig-b26=();created=1', rfcSignature],
    ['two spaces, which are not canonical', rfcInput.replace('" "', '"  "'), rfcSignature],
    ['a quote inside a text', rfcInput.replace('test-key', 'te\\"st'), rfcSignature],
    ['a signature of another length', rfcInput, 'sig-b26=:AAAA:'],
    ['nothing', '', ''],
  ])('are refused with %s', (_, inputField, signatureField) => {
    expect(parseSignature(inputField, signatureField)).toBeUndefined()
  })
})

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const rawKey = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
const keyId = 'key-of-a-unit-0001'
const nonce = 'ab'.repeat(32)
const now = Date.parse('2026-11-25T00:00:00Z')
const url = `https://pars.example${askByIdentifier.path}`
const body = JSON.stringify({ nonce, value: 'naïve' })

interface Change {
  createdAt?: number
  nonce?: string
  body?: string | undefined
  headers?: Record<string, string>
  sentBody?: string
  url?: string
}
const incoming = async (change: Change = {}): Promise<IncomingRequest> => {
  const signs = (bytes: Uint8Array): Uint8Array => sign(null, bytes, privateKey)
  const { init } = await signRequest(
    { baseUrl: '', keyId, sign: signs },
    { method: 'POST', url, nonce: change.nonce ?? nonce, createdAt: change.createdAt ?? now, body },
  )
  const headers = { ...init.headers, ...change.headers }
  return {
    method: 'POST',
    targetUri: change.url ?? url,
    body: change.sentBody ?? body,
    field: name => headers[name as keyof typeof headers],
  }
}
const judge = async (request: IncomingRequest, at = now): Promise<string> => {
  const claim = readClaim(request, at)
  if ('fault' in claim) return claim.fault
  return (await isSignedBy(rawKey, Buffer.from(claim.base), claim.signature)) ? 'holds' : 'forged'
}

describe('a signed request', () => {
  it('holds as it was signed', async () => {
    expect(await judge(await incoming())).toBe('holds')
  })
  it('counts for 60 seconds, and not before its time', async () => {
    const request = await incoming()
    expect(await judge(request, now + 60_999)).toBe('holds')
    expect(await judge(request, now + 61_000)).toMatch(/created within/)
    expect(await judge(request, now - 61_000)).toMatch(/created within/)
  })
  it.each<[string, Change, RegExp]>([
    ['another body under the old digest', { sentBody: body.replace('naïve', 'naive') }, /Content-Digest/],
    ['another address', { url: `${url}?a=b` }, /forged/],
    ['a nonce that is none', { nonce: 'ab' }, /nonce/],
    ['another content type', { headers: { 'content-type': 'text/plain' } }, /forged/],
    ['no signature', { headers: { signature: '' } }, /one signature/],
  ])('does not hold with %s', async (_, change, why) => {
    expect(await judge(await incoming(change))).toMatch(why)
  })
  it('must cover method, address, type and digest', async () => {
    const request = await incoming()
    for (const left of ['"@method" ', '"@target-uri" ', '"content-type" ', ' "content-digest"']) {
      const input = request.field('signature-input')?.replace(left, '') ?? ''
      const bare = { ...request, field: (name: string) => (name === 'signature-input' ? input : request.field(name)) }
      expect(await judge(bare), left).toMatch(/^Cover/)
    }
  })
  it('holds by authority, path and query too', async () => {
    const covered = '("@method" "@authority" "@path" "@query" "content-type" "content-digest")'
    const parameters = `${covered};created=${now / 1000};keyid="${keyId}";nonce="${nonce}"`
    const request = await incoming()
    const base = [
      '"@method": POST',
      '"@authority": pars.example',
      `"@path": ${askByIdentifier.path}`,
      '"@query": ?',
      '"content-type": application/json',
      `"content-digest": ${request.field('content-digest')}`,
      `"@signature-params": ${parameters}`,
    ].join('\n')
    const fields: Record<string, string | undefined> = {
      'content-type': 'application/json',
      'content-digest': request.field('content-digest'),
      'signature-input': `mine=${parameters}`,
      signature: `mine=:${sign(null, Buffer.from(base), privateKey).toString('base64')}:`,
    }
    expect(await judge({ ...request, field: name => fields[name] })).toBe('holds')
  })
})
