import {
  createCipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Keys that the database never holds. */
export interface Keys {
  /** Derives the password of every door, so that servers which share it agree. */
  readonly door: Buffer
  /** Derives the passwords of partners' and agreements' roles. All that the partner door's process is given. */
  readonly partnerDoor: Buffer
  /** Encrypts SSNs (AES-256-GCM). */
  readonly ssn: Buffer
  /** Keyed hash of SSNs, for matching without reading. */
  readonly ssnHash: Buffer
  /** Signs checkpoints (Ed25519). */
  readonly log: KeyObject
  /** Signs the cookies of the local identity provider. */
  readonly provider: Buffer
}

const secretFiles = {
  door: 'door.key',
  partnerDoor: 'partner-door.key',
  ssn: 'ssn.key',
  ssnHash: 'ssn-hash.key',
  provider: 'provider.key',
} as const
const logFile = 'log.pem'

/** The key files that a folder lacks, by name. */
export const missingKeys = (folder: string): string[] =>
  [...Object.values(secretFiles), logFile].filter(file => !existsSync(join(folder, file)))

/** Makes the key files that a folder lacks, readable by their owner only. Never replaces one: a new SSN key would lose every SSN. */
export const createKeys = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const file of missingKeys(folder)) {
    const content =
      file === logFile
        ? generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
        : randomBytes(32).toString('base64')
    writeFileSync(join(folder, file), content, { mode: 0o600, flag: 'wx' })
  }
}

/** Name of the one key file that the partner door's process reads. */
export const partnerDoorKeyFile = secretFiles.partnerDoor

/** The 32 bytes of a key file. Throws when it is missing or damaged. */
export const readSecret = (path: string): Buffer => {
  const bytes = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
  if (bytes.length === 32) return bytes
  throw new Error(
    `${basename(path)} in the key folder must hold 32 bytes in base64. Restore it from your backup of the keys.`,
  )
}

/** Reads the keys of a folder. Throws when one is missing or damaged. */
export const readKeys = (folder: string): Keys => {
  const secret = (file: string): Buffer => readSecret(join(folder, file))
  return {
    door: secret(secretFiles.door),
    partnerDoor: secret(secretFiles.partnerDoor),
    ssn: secret(secretFiles.ssn),
    ssnHash: secret(secretFiles.ssnHash),
    provider: secret(secretFiles.provider),
    log: createPrivateKey(readFileSync(join(folder, logFile))),
  }
}

/** The 32 raw bytes of the log's public key. */
export const logPublicKey = (keys: Keys): Buffer =>
  createPublicKey(keys.log).export({ type: 'spki', format: 'der' }).subarray(-32)

/** An SSN as the database may hold it: ciphertext (nonce, tag, text), keyed hash for matching, last four digits. */
export const sealSsn = (keys: Keys, digits: string): { ciphertext: Buffer; keyedHash: Buffer; lastFour: string } => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keys.ssn, nonce)
  const sealed = Buffer.concat([cipher.update(digits, 'utf8'), cipher.final()])
  return {
    ciphertext: Buffer.concat([nonce, cipher.getAuthTag(), sealed]),
    keyedHash: createHmac('sha256', keys.ssnHash).update(digits).digest(),
    lastFour: digits.slice(-4),
  }
}
