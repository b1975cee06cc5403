export { sha256 } from './sha256.ts'
export { verifyEd25519 } from './signatures.ts'
