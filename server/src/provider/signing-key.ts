import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The key with which the local provider signs its tokens (ES256), made at the first start. Answers a private JWK. */
export const getSigningKey = (folder: string): { [member: string]: unknown } => {
  const file = join(folder, 'provider-signing.pem')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  }
  return { ...createPrivateKey(readFileSync(file)).export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'local' }
}
