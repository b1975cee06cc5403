export { sha256 } from './sha256.ts'
export { verifyEd25519, verifyEs256 } from './signatures.ts'
