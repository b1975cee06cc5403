/** What of Web Crypto is used: the same in every browser, in workers and in Node. */
const { subtle } = globalThis.crypto

const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes)

/** Ed25519 by the browser; false, not a throw, on a key or signature of a wrong shape. Needs a secure context: https, localhost or a file. */
export async function verifyEd25519(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const key = await subtle.importKey('raw', owned(publicKey), 'Ed25519', false, ['verify'])
  return subtle.verify('Ed25519', key, owned(signature), owned(message))
}

/** The two numbers of a DER signature, 32 bytes each, as Web Crypto wants them; undefined for anything else. */
function readDer(signature: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (signature[0] !== 0x30 || signature[1] !== signature.length - 2) return undefined
  const raw = new Uint8Array(64)
  let at = 2
  for (const half of [0, 32]) {
    const length = signature[at + 1] ?? 0
    const number = signature.subarray(at + 2, at + 2 + length)
    const digits = number[0] === 0 ? number.subarray(1) : number
    if (signature[at] !== 0x02 || number.length !== length || digits.length > 32) return undefined
    raw.set(digits, half + 32 - digits.length)
    at += 2 + length
  }
  return at === signature.length ? raw : undefined
}

/** ES256 by the browser: uncompressed point of 65 bytes, message, signature in DER. */
export async function verifyEs256(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const raw = readDer(signature)
  if (raw === undefined || publicKey.length !== 65) return false
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await subtle.importKey('raw', owned(publicKey), curve, false, ['verify']).catch(() => undefined)
  return key !== undefined && subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, raw, owned(message))
}
