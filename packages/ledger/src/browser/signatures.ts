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
