import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as browser from '../src/browser/index.ts'
import { checkReceipt, parseVkey, toHex } from '../src/index.ts'
import * as node from '../src/node/index.ts'

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 65_536])('hashes %i bytes as Node does', length => {
  const bytes = new Uint8Array(randomBytes(length))
  expect(toHex(browser.sha256(bytes))).toBe(toHex(node.sha256(bytes)))
})

test('accepts and refuses a signature as Node does', async () => {
  const signer = node.noteSigner('made-up.example/log', 'ed25519', node.generateSigningKey())
  const message = new Uint8Array(randomBytes(100))
  const signature = await signer.sign(message)
  expect(await browser.verifyEd25519(signer.publicKey, message, signature)).toBe(true)
  for (const at of [0, 31, 32, 63]) {
    const bad = Uint8Array.from(signature, (byte, i) => (i === at ? byte ^ 1 : byte))
    expect(await browser.verifyEd25519(signer.publicKey, message, bad)).toBe(false)
  }
  expect(await browser.verifyEd25519(signer.publicKey.subarray(1), message, signature)).toBe(false)
  expect(await browser.verifyEd25519(signer.publicKey, message, signature.subarray(1))).toBe(false)
})

const vectors = new URL('../vectors/', import.meta.url)
const receipts = (folder: string) =>
  readdirSync(new URL(`${folder}/`, vectors)).filter(name => name.endsWith('.tlog-proof'))
const keys = JSON.parse(readFileSync(new URL('keys.json', vectors), 'utf8')) as {
  log: string
  cosigners: string[]
  quorum: number
}
const keyOf = (vkey: string) => {
  const key = parseVkey(browser.sha256, vkey)
  if (!key.ok) throw new Error(key.fault)
  return key.value
}

test.each([
  ...receipts('valid').map(name => ['valid', name] as const),
  ...receipts('invalid').map(name => ['invalid', name] as const),
])('comes with the browser’s parts to the same result: %s/%s', async (folder, name) => {
  const checked = await checkReceipt(
    browser.sha256,
    new Uint8Array(readFileSync(new URL(`${folder}/${name}`, vectors))),
    {
      verify: browser.verifyEd25519,
      logKey: keyOf(keys.log),
      cosigners: { keys: keys.cosigners.map(keyOf), quorum: keys.quorum },
    },
  )
  expect(checked.ok ? 'valid' : checked.fault).toBe(folder === 'valid' ? 'valid' : name.replace(/(--.*)?\.[\w-]+$/, ''))
})
