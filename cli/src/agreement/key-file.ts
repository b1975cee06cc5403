import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { CommandProblem } from '../command.ts'

/** A key that a seat votes with, in a file of its own. */
export interface KeyFile {
  readonly keyId: string
  /** base64 of the 32 bytes. */
  readonly publicKey: string
  /** base64 of the signature over the text's UTF-8 bytes. */
  sign(text: string): string
}

const keyFileOf = (privateKey: KeyObject): KeyFile => {
  const bytes = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-32)
  return {
    keyId: createHash('sha256').update(bytes).digest('hex').slice(0, 32),
    publicKey: bytes.toString('base64'),
    sign: text => sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64'),
  }
}

/** Makes an Ed25519 key in a new file that only its owner reads. Never replaces one. */
export const createKeyFile = (path: string): KeyFile => {
  if (existsSync(path)) throw new CommandProblem(`${path} is there already: name a new file; a key is never replaced.`)
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  return keyFileOf(privateKey)
}

export const readKeyFile = (path: string): KeyFile => {
  try {
    const key = createPrivateKey(readFileSync(path))
    if (key.asymmetricKeyType === 'ed25519') return keyFileOf(key)
  } catch {
    throw new CommandProblem(`${path} can't be read as a key: make one with "pars agreement keygen FILE".`)
  }
  throw new CommandProblem(`${path} holds another kind of key: make one with "pars agreement keygen FILE".`)
}
