import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { type SignedRequest, signatureBase } from '@pars/contract'
import { type ParsedSignature, parseSignature } from './parse-signature.ts'

/** Seconds for which a signature counts, before and after: clocks of two machines differ. */
export const freshSeconds = 60

export interface IncomingRequest extends SignedRequest {
  /** As received; empty where there was none. */
  readonly body: string
}

/** A request whose signature holds together; whether it is the key's own, the key says. */
export interface ClaimedSignature {
  readonly keyId: string
  readonly nonce: string
  readonly base: string
  readonly signature: Buffer
}

/** Why a signed request is none, as one sentence that says what to mend. */
export interface SignatureFault {
  readonly fault: string
}

const isCovered = (components: readonly string[], hasBody: boolean): boolean => {
  const has = (...names: string[]): boolean => names.every(name => components.includes(name))
  const isAddressed = has('@target-uri') || has('@authority', '@path', '@query')
  return has('@method') && isAddressed && (!hasBody || has('content-digest', 'content-type'))
}

const digestOf = (body: string): string => `sha-256=:${createHash('sha256').update(body, 'utf8').digest('base64')}:`

/** RFC 9530: one of the digests named must be SHA-256, and the body's. Text that was no UTF-8 has another digest than was sent. */
const hasDigest = (field: string | undefined, body: string): boolean =>
  (field ?? '').split(/\s*,\s*/).includes(digestOf(body))

const faultOf = (parsed: ParsedSignature, request: IncomingRequest, nowSeconds: number): string | undefined => {
  const { created, expires, keyId, nonce, algorithm } = parsed
  if (algorithm !== undefined && algorithm !== 'ed25519') return 'Sign with Ed25519 (alg "ed25519").'
  if (created === undefined || Math.abs(nowSeconds - created) > freshSeconds)
    return `The signature was not created within the last ${freshSeconds} seconds: sign again, and check the clock.`
  if (expires !== undefined && expires < nowSeconds) return 'The signature has expired: sign again.'
  if (keyId === undefined || !/^[A-Za-z0-9_-]{16,400}$/.test(keyId)) return 'Name the key of your unit as keyid.'
  if (nonce === undefined || !/^[0-9a-f]{64}$/.test(nonce))
    return 'Give a nonce of 64 random hexadecimal digits, new for each request.'
  if (!isCovered(parsed.components, request.body !== ''))
    return 'Cover @method, @target-uri (or @authority, @path and @query) and, with a body, content-type and content-digest.'
  if (request.body !== '' && !hasDigest(request.field('content-digest'), request.body))
    return 'Content-Digest must hold the SHA-256 of the body as it was sent (RFC 9530).'
  return undefined
}

/** Everything about a signed request that can be told without its key. */
export const readClaim = (request: IncomingRequest, nowMs: number): ClaimedSignature | SignatureFault => {
  const parsed = parseSignature(request.field('signature-input') ?? '', request.field('signature') ?? '')
  if (!parsed) return { fault: 'Send one signature: Signature-Input and Signature under the same label (RFC 9421).' }
  const fault = faultOf(parsed, request, Math.floor(nowMs / 1000))
  if (fault !== undefined) return { fault }
  const base = signatureBase(request, parsed.components, parsed.parameters)
  if (base === undefined) return { fault: 'A component that the signature covers is not in the request.' }
  return { keyId: parsed.keyId ?? '', nonce: parsed.nonce ?? '', base, signature: parsed.signature }
}

/** An Ed25519 public key from its 32 bytes. */
export const ed25519Key = (bytes: Uint8Array): KeyObject =>
  createPublicKey({
    format: 'jwk',
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(bytes).toString('base64url') },
  })

/** Whether the key signed these bytes. Off the main thread: it is the dearest step of a request. */
export const isSignedBy = (publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> =>
  new Promise((resolve, reject) =>
    verify(null, bytes, ed25519Key(publicKey), signature, (error, holds) => (error ? reject(error) : resolve(holds))),
  )
