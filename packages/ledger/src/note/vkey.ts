import { readBase64, toBase64 } from '../base64.ts'
import { concatBytes, equalBytes, readHex, toHex, utf8 } from '../bytes.ts'
import { failed, type Reading, reads } from '../fault.ts'
import type { Sha256 } from '../tree/tree-hash.ts'

/** Signature types of C2SP signed-note that this package makes and checks. */
export const algorithms = { ed25519: 0x01, cosignature: 0x04 } as const

export type Algorithm = keyof typeof algorithms

/** A key that checks signatures: the name on its lines, its type, its 32 byte Ed25519 public key, and the 4 byte id of all three. */
export type VerifierKey = {
  readonly name: string
  readonly algorithm: Algorithm
  readonly publicKey: Uint8Array
  readonly keyId: Uint8Array
}

/** Makes a verifier key and its id. Throws TypeError on a name with space or plus, or a key that is not 32 bytes. */
export function makeVerifierKey(
  sha256: Sha256,
  name: string,
  algorithm: Algorithm,
  publicKey: Uint8Array,
): VerifierKey {
  if (!isKeyName(name)) throw new TypeError('a key name is not empty and holds neither space nor plus')
  if (publicKey.length !== 32) throw new TypeError('an Ed25519 public key has 32 bytes')
  const id = sha256(concatBytes(utf8(`${name}\n`), new Uint8Array([algorithms[algorithm]]), publicKey))
  return { name, algorithm, publicKey, keyId: id.slice(0, 4) }
}

/** `name+hex(id)+base64(type || key)`, as C2SP signed-note writes a verifier key. */
export function formatVkey(key: VerifierKey): string {
  const material = concatBytes(new Uint8Array([algorithms[key.algorithm]]), key.publicKey)
  return `${key.name}+${toHex(key.keyId)}+${toBase64(material)}`
}

/** Reads a verifier key and checks that its id is the one of its name, type and bytes. */
export function parseVkey(sha256: Sha256, text: string): Reading<VerifierKey> {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text) ?? []
  if (name === undefined || id === undefined || encoded === undefined || !isKeyName(name))
    return failed('vkey-malformed')
  const material = readBase64(encoded)
  if (material === undefined || material.length === 0) return failed('vkey-malformed')
  const algorithm = (Object.keys(algorithms) as Algorithm[]).find(known => algorithms[known] === material[0])
  if (algorithm === undefined) return failed('vkey-algorithm-unknown')
  if (material.length !== 33) return failed('vkey-malformed')
  const key = makeVerifierKey(sha256, name, algorithm, material.slice(1))
  return equalBytes(key.keyId, readHex(id) ?? new Uint8Array(0)) ? reads(key) : failed('vkey-id-mismatch')
}

/** Not empty, no Unicode space, no plus, no control character. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && name.isWellFormed() && !/[\s+\p{Cc}\p{Z}]/u.test(name)
}
