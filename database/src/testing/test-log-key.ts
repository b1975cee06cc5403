import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'

const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const privateKey = createPrivateKey({
  key: Buffer.concat([pkcs8, createHash('sha256').update('the log key of every test').digest()]),
  format: 'der',
  type: 'pkcs8',
})

/** Signs the log of every test database, so that its first entry names the key that signs. As a file's text. */
export const testLogKey: string = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

/** As C2SP signed-note writes a verifier key. */
export const testLogVkey = (origin: string): string => {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-32)
  const material = Buffer.concat([Buffer.of(1), publicKey])
  const id = createHash('sha256').update(`${origin}\n`).update(material).digest('hex').slice(0, 8)
  return `${origin}+${id}+${material.toString('base64')}`
}
