import { hexOf } from '../signing/digest.ts'

/** 256 random bits, new for each request: the partner door takes none twice. */
export const newNonce = (): string => hexOf(crypto.getRandomValues(new Uint8Array(32)))
