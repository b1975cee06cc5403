export { generateSigningKey, noteSigner, signingKeyFromSeed, verifyEd25519 } from './ed25519.ts'
export { folderSource } from './folder-source.ts'
export { sha256 } from './sha256.ts'
export { type LogFiles, writeLog } from './write-log.ts'
