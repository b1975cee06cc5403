import { type CallOptions, ProblemError, problemOf, urlOf } from '../client.ts'
import type { AnswerOf, Endpoint } from '../endpoint.ts'
import { viewReceipt } from './receipts.ts'
import { signatureBase } from './signature-base.ts'

export interface SignedClientOptions {
  /** The public address, exactly as the server says it: it is part of what is signed. */
  readonly baseUrl: string
  readonly keyId: string
  /** Ed25519 over the bytes, by a key that never leaves whoever holds it. */
  readonly sign: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | Promise<Uint8Array>
  readonly fetch?: typeof fetch
}

export interface SignedMessage {
  readonly url: string
  readonly init: { method: string; headers: Record<string, string>; body?: string }
}

const hexOf = (bytes: Uint8Array): string => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** 256 random bits in hexadecimal, new for each request. */
export const newNonce = (): string => hexOf(crypto.getRandomValues(new Uint8Array(32)))

const digestOf = async (body: string): Promise<string> =>
  `sha-256=:${base64Of(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body))))}:`

/** A request that carries its own proof: RFC 9421 over method, address and, with a body, its type and digest (RFC 9530). */
export const signRequest = async (
  options: SignedClientOptions,
  request: { method: string; url: string; body?: string; nonce: string; createdAt?: number },
): Promise<SignedMessage> => {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (request.body !== undefined) {
    headers['content-type'] = 'application/json'
    headers['content-digest'] = await digestOf(request.body)
  }
  const bodied = request.body === undefined ? [] : ['content-type', 'content-digest']
  const components = ['@method', '@target-uri', ...bodied]
  const created = Math.floor((request.createdAt ?? Date.now()) / 1000)
  const named = components.map(component => `"${component}"`).join(' ')
  const parameters = `(${named});created=${created};keyid="${options.keyId}";nonce="${request.nonce}";alg="ed25519"`
  const signed = { method: request.method, targetUri: request.url, field: (name: string) => headers[name] }
  const base = signatureBase(signed, components, parameters)
  if (base === undefined) throw new Error('a component of the signature has no value')
  const signature = await options.sign(new TextEncoder().encode(base))
  return {
    url: request.url,
    init: {
      method: request.method,
      headers: { ...headers, 'signature-input': `pars=${parameters}`, signature: `pars=:${base64Of(signature)}:` },
      ...(request.body === undefined ? {} : { body: request.body }),
    },
  }
}

const takesNonce = (e: Endpoint): boolean => 'shape' in e.body && 'nonce' in e.body.shape

/** Signs a call of the contract. A nonce in the body is the signature's too, so that a request can be sent once and no more. */
export const signCall = <E extends Endpoint>(
  client: SignedClientOptions,
  e: E,
  options: CallOptions<E> = {},
): Promise<SignedMessage> => {
  const given = (options.body ?? {}) as Record<string, unknown>
  const nonce = typeof given['nonce'] === 'string' ? given['nonce'] : newNonce()
  const url = client.baseUrl + urlOf(e, options as CallOptions<Endpoint>)
  if (e.method === 'GET') return signRequest(client, { method: 'GET', url, nonce })
  const body = JSON.stringify(takesNonce(e) ? { ...given, nonce } : given)
  return signRequest(client, { method: e.method, url, body, nonce })
}

const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds))

export interface ReceiptWait<C> {
  /** Checks the bytes of the receipt offline, against keys that the caller has from elsewhere: `checkReceipt` of @pars/ledger. */
  readonly check: (receipt: Uint8Array) => Promise<C>
  /** How long to wait for a checkpoint, in milliseconds; a minute where absent. */
  readonly patience?: number
}

/** A client of the partner door that signs each request. Throws ProblemError on every answer that is not 2xx. */
export const createSignedClient = (client: SignedClientOptions) => {
  const call = async <E extends Endpoint>(e: E, options: CallOptions<E> = {}): Promise<AnswerOf<E>> => {
    const { url, init } = await signCall(client, e, options)
    const response = await (client.fetch ?? fetch)(url, {
      ...init,
      ...(options.signal ? { signal: options.signal } : {}),
    })
    if (!response.ok) throw new ProblemError(await problemOf(response))
    return (await response.json()) as AnswerOf<E>
  }
  return {
    call,
    /** The receipt of an own inquiry, to keep, and what its check came to. Waits until a checkpoint covers it. */
    async receiptOf<C>(entryId: string, { check, patience = 60_000 }: ReceiptWait<C>) {
      const end = performance.now() + patience
      for (;;) {
        const { receipt } = await call(viewReceipt, { params: { entryId } })
        if (receipt !== null) return { receipt, checked: await check(new TextEncoder().encode(receipt)) }
        if (performance.now() > end) throw new Error(`no checkpoint covered ${entryId} in ${patience} ms`)
        await pause(500)
      }
    },
  }
}
export type SignedClient = ReturnType<typeof createSignedClient>
