import { createHash, generateKeyPairSync, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openKeyFile } from './key-file.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

describe('a key file opened in the page', () => {
  test('signs as every other holder of the key would, and has the same id', async () => {
    const opened = await openKeyFile(`Made by somebody\n${pem}`)
    if (opened.kind !== 'opened') throw new Error(opened.fault)
    const bytes = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
    expect(opened.key.keyId).toBe(createHash('sha256').update(bytes).digest('hex').slice(0, 32))
    const signature = await opened.key.sign('Ünïcode')
    expect(verify(null, Buffer.from('Ünïcode'), publicKey, Buffer.from(signature, 'base64'))).toBe(true)
  })
  test('a public key, a key of another kind or anything else is none', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' })
    const publicPem = publicKey.export({ type: 'spki', format: 'pem' })
    for (const text of [String(rsa), String(publicPem), '', 'not a key'])
      expect(await openKeyFile(text)).toEqual({ kind: 'fault', fault: 'unreadable' })
  })
})
