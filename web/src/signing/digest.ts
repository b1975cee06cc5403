import type { Sha256 } from '@pars/terms'

type Bytes = Uint8Array<ArrayBuffer>

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

export const bytesOf = (text: string): Bytes => new TextEncoder().encode(text)
export const hexOf = (bytes: Uint8Array): string => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
export const sha256Hex = async (text: string): Promise<string> => hexOf(await sha256(bytesOf(text)))

/** A text whose digest is not known yet. */
class Unknown extends Error {
  readonly bytes: Bytes
  constructor(bytes: Bytes) {
    super('a digest is needed')
    this.bytes = bytes
  }
}

/**
 * Runs what wants its hash function at once, by the browser's own, which answers later: each text whose digest is missing is
 * digested, and it begins again. The rules of the terms use three.
 */
export const withDigests = async <T>(run: (sha256: Sha256) => T, most = 16): Promise<T> => {
  const known = new Map<string, Uint8Array>()
  for (let round = 0; round < most; round += 1) {
    try {
      return run(bytes => {
        const digest = known.get(hexOf(bytes))
        if (digest) return digest
        throw new Unknown(Uint8Array.from(bytes))
      })
    } catch (missing) {
      if (!(missing instanceof Unknown)) throw missing
      known.set(hexOf(missing.bytes), await sha256(missing.bytes))
    }
  }
  throw new Error(`more than ${most} digests were asked for`)
}
