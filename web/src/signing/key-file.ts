import { base64Of, bytesOfBase64Url } from './base64.ts'
import { hexOf, sha256 } from './digest.ts'

export type KeyFault = 'missing' | 'unreadable' | 'unsupported'

/** A private key that was read from a file into this page, and its id. It leaves the page with the page. */
export interface OpenedKey {
  keyId: string
  sign(text: string): Promise<string>
}
export type KeyOutcome = { kind: 'opened'; key: OpenedKey } | { kind: 'fault'; fault: KeyFault }

const derOf = (pem: string): Uint8Array<ArrayBuffer> | undefined => {
  const body = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----/.exec(pem)?.[1]
  return body === undefined ? undefined : bytesOfBase64Url(body.replaceAll(/\s/g, ''))
}

/** The key id of an Ed25519 key: the first 16 bytes of the SHA-256 of its 32 public bytes, in hexadecimal. */
const keyIdOf = async (key: CryptoKey): Promise<string> => {
  const { x = '' } = await crypto.subtle.exportKey('jwk', key)
  return hexOf(await sha256(bytesOfBase64Url(x))).slice(0, 32)
}

const supportsEd25519 = async (): Promise<boolean> =>
  crypto.subtle.generateKey('Ed25519', false, ['sign']).then(
    () => true,
    () => false,
  )

/** Opens a PEM file (PKCS #8, Ed25519) for signing in this page. */
export const openKeyFile = async (pem: string): Promise<KeyOutcome> => {
  const der = derOf(pem)
  if (!der) return { kind: 'fault', fault: 'unreadable' }
  if (!(await supportsEd25519())) return { kind: 'fault', fault: 'unsupported' }
  try {
    const key = await crypto.subtle.importKey('pkcs8', der, 'Ed25519', true, ['sign'])
    return {
      kind: 'opened',
      key: {
        keyId: await keyIdOf(key),
        sign: async text => base64Of(await crypto.subtle.sign('Ed25519', key, new TextEncoder().encode(text))),
      },
    }
  } catch {
    return { kind: 'fault', fault: 'unreadable' }
  }
}
