import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { runPars } from './run-pars.ts'

const vectors = new URL('../../packages/ledger/vectors/', import.meta.url)
const vector = (path: string): string => fileURLToPath(new URL(path, vectors))
const keys = JSON.parse(readFileSync(vector('keys.json'), 'utf8')) as { log: string; cosigners: string[] }
const folder = mkdtempSync(join(tmpdir(), 'pars-verify-package-'))
afterAll(() => rmSync(folder, { recursive: true }))
const good = vector('valid/package-sample.jsonl')

const policy = (quorum: number): string => {
  const file = join(folder, `policy-${quorum}`)
  const witnesses = keys.cosigners.map((key, i) => `witness c${i} ${key}\n`).join('')
  writeFileSync(file, `log ${keys.log}\n${witnesses}group custodians ${quorum} c0 c1 c2\nquorum custodians\n`)
  return file
}

describe('pars verify', () => {
  test('says that a package holds, what it holds, and answers what it is asked', async () => {
    const { code, out } = await runPars([
      'verify',
      good,
      '--key',
      keys.log,
      '--filter',
      'birth-country',
      '--class',
      'address',
    ])
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toEqual([
      'All holds: 9 entries (13 to 21) for sample-2018.',
      'Log pars.example/rehearsal/sample, 22 entries.',
      "2 of 3 agencies confirmed this: police, prosecutor (by the package's own word: hold a policy of your own against it).",
      'Inquiries: 2 answered, 2 refused, 0 sealed; asked on 3 days.',
      'Duties: 1 met, 0 missed.',
      'Letters: 1.',
      '  2018-07-03T11:00:00.000Z: letter by partner, entry 18',
      "The agreement's end: 2018-09-01T04:00:00.000Z.",
      '  last answer before it: entry 19, 2018-08-31T23:20:00.000Z',
      '  first refusal after it: entry 21, 2018-09-01T04:01:00.000Z',
      '  answers after it: none',
      'inquiries by birth-country: 1 (entries 16), except 0 sealed',
      'answers with address: none, except 0 sealed',
    ])
  })

  test('without a key says whose key it used', async () => {
    const { code, out } = await runPars(['verify', good])
    expect(code).toBe(0)
    expect(out).toContain(`The log's key is the package's own (${keys.log})`)
  })

  test.each([
    ['invalid/entry-altered--package.jsonl', 'FAULT entry-altered at entry 14\n'],
    ['invalid/package-entry-missing.jsonl', 'FAULT package-entry-missing at entry 15\n'],
    ['invalid/package-signature-wrong.jsonl', 'FAULT package-signature-wrong at entry 10\n'],
  ])('names what is wrong with %s, and exits with 1', async (path, says) => {
    expect(await runPars(['verify', vector(path)])).toMatchObject({ code: 1, out: says })
  })

  test('holds a package to the reader’s own policy', async () => {
    expect((await runPars(['verify', good, '--policy', policy(2)])).code).toBe(0)
    const { code, out } = await runPars(['verify', good, '--policy', policy(3)])
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining('checkpoint-too-few-cosignatures') })
  })

  test('checks a receipt, and needs to know whose log it is', async () => {
    const receipt = vector('valid/receipt-answered.tlog-proof')
    const { code, out } = await runPars(['verify', receipt, '--policy', policy(2)])
    expect(code).toBe(0)
    expect(out).toContain('entry 9 of 17 of pars.example/rehearsal/sample is inquiry.answered')
    expect(out).toContain('opened: predicate')
    expect((await runPars(['verify', receipt])).code).toBe(2)
    expect(
      await runPars([
        'verify',
        vector('invalid/inclusion-root-mismatch--receipt-at-another-index.tlog-proof'),
        '--key',
        keys.log,
      ]),
    ).toMatchObject({
      code: 1,
      out: 'FAULT inclusion-root-mismatch\n',
    })
  })

  test.each([
    [['verify'], /Name a package/],
    [['verify', join(folder, 'none')], /can't be read/],
    [['verify', good, '--key', 'a+b+c'], /key can't be read/],
    [['verify', good, '--policy', join(folder, 'none')], /policy file/],
  ])('%j is one sentence and exit code 2', async (args, says) => {
    const { code, err } = await runPars(args)
    expect(err).toMatch(says)
    expect(code).toBe(2)
  })
})
