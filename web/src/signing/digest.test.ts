import { createHash } from 'node:crypto'
import { compileAgreement, hashText, templates } from '@pars/terms'
import { describe, expect, test } from 'vitest'
import { exampleBlanks } from '../agreements/terms/example-blanks.ts'
import { sha256Hex, withDigests } from './digest.ts'

const bySystem = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

describe('what a browser computes again', () => {
  test('is the hash of terms and SQL that everybody else computes', async () => {
    for (const template of Object.values(templates)) {
      const terms = template(exampleBlanks)
      expect(await withDigests(sha256 => compileAgreement(terms, sha256))).toEqual(compileAgreement(terms, bySystem))
    }
  })
  test('a text is digested as its UTF-8 bytes', async () => {
    expect(await sha256Hex('Ünïcode')).toBe(hashText(bySystem, 'Ünïcode'))
  })
  test('another fault of the rules is not swallowed', async () => {
    await expect(
      withDigests(() => {
        throw new RangeError('no such terms')
      }),
    ).rejects.toThrow('no such terms')
  })
  test('rules that never stop asking are stopped', async () => {
    let asked = 0
    const endless = withDigests(sha256 => {
      asked += 1
      return sha256(new TextEncoder().encode(String(asked)))
    }, 5)
    await expect(endless).rejects.toThrow('more than 5')
  })
})
