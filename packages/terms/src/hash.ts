import { termsText } from './parse-terms.ts'
import type { Terms } from './terms.ts'

/** SHA-256, passed in: Node, browsers and cosigners each have their own. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

const encoder = new TextEncoder()

const toHex = (bytes: Uint8Array): string => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export const hashText = (sha256: Sha256, text: string): string => toHex(sha256(encoder.encode(text)))

/** What ballots sign of the terms. */
export const termsHash = (terms: Terms, sha256: Sha256): string => hashText(sha256, termsText(terms))
