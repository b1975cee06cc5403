import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkFile } from './check-file.ts'

const vectors = new URL('../../../packages/ledger/vectors/', import.meta.url)
const vector = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, vectors)))
const { log, cosigners } = JSON.parse(new TextDecoder().decode(vector('keys.json'))) as {
  log: string
  cosigners: string[]
}
const seats = ['police', 'prosecutor', 'court']
const policyOf = (quorum: number): string =>
  [
    `log ${log}`,
    ...cosigners.map((key, i) => `witness ${seats[i]} ${key}`),
    `group custodians ${quorum} ${seats.join(' ')}`,
    'quorum custodians',
    '',
  ].join('\r\n')
const receipt = vector('valid/receipt-answered.tlog-proof')

describe('who confirmed a receipt', () => {
  test('is told by the policy of the site where the reader gives none, and never held against the receipt', async () => {
    const named = { named: seats, confirmed: ['police', 'prosecutor'] }
    const two = await checkFile(receipt, { key: log, policy: '', sitePolicy: policyOf(2) })
    expect(two).toMatchObject({ kind: 'receipt', confirmed: { by: 'site', isMet: true, ...named } })
    const three = await checkFile(receipt, { key: log, policy: '', sitePolicy: policyOf(3) })
    expect(three).toMatchObject({ kind: 'receipt', confirmed: { by: 'site', isMet: false, ...named } })
  })

  test('is not told where nobody names the agencies', async () => {
    for (const sitePolicy of [undefined, `log ${log}\nquorum none\n`, 'no policy'])
      expect(await checkFile(receipt, { key: log, policy: '', sitePolicy })).toMatchObject({
        kind: 'receipt',
        confirmed: undefined,
      })
  })

  test('is asked of the reader’s own policy before any other, whose log’s key serves where no other was given', async () => {
    const own = await checkFile(receipt, { key: '', policy: policyOf(2), sitePolicy: policyOf(3) })
    expect(own).toMatchObject({ kind: 'receipt', confirmed: { by: 'reader', isMet: true } })
    const strict = await checkFile(receipt, { key: log, policy: policyOf(3), sitePolicy: policyOf(2) })
    expect(strict).toMatchObject({ kind: 'unconfirmed', confirmed: { by: 'reader', isMet: false } })
  })
})

test('a package of another log than the policy’s does not hold', async () => {
  const other = policyOf(2).replace(`log ${log}\r\n`, '')
  const verdict = await checkFile(vector('valid/package-sample.jsonl'), { key: '', policy: other })
  expect(verdict).toMatchObject({ kind: 'broken', faults: [{ name: 'note-no-known-signature', path: 'policy' }] })
})
