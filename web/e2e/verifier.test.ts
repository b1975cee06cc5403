import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { expectSound } from './testing/check-screen.ts'
import { setStage } from './testing/set-stage.ts'

const stage = setStage()
const vectors = new URL('../../packages/ledger/vectors/', import.meta.url)
const vector = (path: string): Buffer => readFileSync(new URL(path, vectors))
const { log: sampleKey, cosigners } = JSON.parse(vector('keys.json').toString('utf8')) as {
  log: string
  cosigners: string[]
}
const seats = ['police', 'prosecutor', 'court']
/** As a newspaper may hold it. Its last line feed is lost, as by pasting. */
const policyOf = (quorum: number): string =>
  [
    `log ${sampleKey}`,
    ...cosigners.map((key, i) => `witness ${seats[i]} ${key}`),
    `group custodians ${quorum} ${seats.join(' ')}`,
    'quorum custodians',
  ].join('\n')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pars-saved-'))
  writeFileSync(join(folder, 'pars-verifier.html'), readFileSync(join(inject('screens'), 'pars-verifier.html')))
})
afterAll(() => rmSync(folder, { recursive: true }))

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel('Package or receipt').setInputFiles({ name, mimeType: 'text/plain', buffer })
const verdict = (page: Page) => page.locator('[data-verdict]')

const opened = {
  async saved(): Promise<Page> {
    const { page } = await stage.sit(null, { at: '/public' })
    await page.context().setOffline(true)
    await page.goto(pathToFileURL(join(folder, 'pars-verifier.html')).href)
    return page
  },
  async served(): Promise<Page> {
    return (await stage.sit(null, { at: '/verify' })).page
  },
}

describe.each(['saved', 'served'] as const)('the checker, %s', how => {
  test('says that a package holds, what it holds, and answers what it is asked', async () => {
    const page = await opened[how]()
    await page.getByLabel('The log’s key').fill(sampleKey)
    await choose(page, 'package.jsonl', vector('valid/package-sample.jsonl'))
    await page.getByRole('heading', { name: 'This package holds.' }).waitFor()
    expect(
      await page.getByRole('heading', { name: 'This package holds.' }).evaluate(e => e === document.activeElement),
    ).toBe(true)
    const text = (await verdict(page).textContent()) ?? ''
    expect(text).toContain('13 to 21, all 9 of them')
    expect(text).toContain('2 of 3 agencies confirmed this. Confirmed: police, prosecutor. No signature here: court.')
    expect(text).toContain('known by the package’s own word')
    expect(text).toContain('(yours)')
    expect(text).toContain('entry 19, August 31, 2018')
    expect(text).toContain('entry 21, September 1, 2018')
    expect(text).toContain('What the log cannot show')
    await page.getByLabel('Inquiries that used the filter').selectOption('birth-country')
    await page.getByText('1 inquiry. Entries 16.').waitFor()
    await page.getByLabel('Answers that held the class').selectOption('address')
    await page.getByText('None.', { exact: true }).waitFor()
    await expectSound(page)
  })

  test('names the entry that was altered', async () => {
    const page = await opened[how]()
    await page.getByLabel('The log’s key').fill(sampleKey)
    await choose(page, 'package.jsonl', vector('invalid/entry-altered--package.jsonl'))
    await page.getByRole('heading', { name: 'This file does NOT hold: 1 fault.' }).waitFor()
    const row = page.getByRole('row', { name: /entry-altered/ })
    expect(await row.getByRole('cell').allTextContents()).toEqual(['14', ''])
    await expectSound(page)
  })

  test('checks a receipt under the key that it was given, and asks for one where there is none', async () => {
    const page = await opened[how]()
    await page.getByLabel('The log’s key').fill('')
    await choose(page, 'receipt.tlog-proof', vector('valid/receipt-refused.tlog-proof'))
    await page.getByText('A receipt does not say whose log it is.').waitFor()
    await page.getByLabel('The log’s key').fill(sampleKey)
    await choose(page, 'receipt.tlog-proof', vector('valid/receipt-refused.tlog-proof'))
    await page.getByRole('heading', { name: 'This receipt holds.' }).waitFor()
    await page.getByText('question-not-granted').waitFor()
    await choose(
      page,
      'receipt.tlog-proof',
      vector('invalid/inclusion-root-mismatch--receipt-at-another-index.tlog-proof'),
    )
    await page.getByRole('heading', { name: 'This file does NOT hold: 1 fault.' }).waitFor()
  })

  test('holds a package to the policy that the reader pastes or loads, and says which agencies signed', async () => {
    const page = await opened[how]()
    await page.getByLabel('The log’s key').fill('')
    await page.getByText('Who must have confirmed it').click()
    await page.getByLabel('Policy', { exact: true }).fill(policyOf(2))
    await choose(page, 'package.jsonl', vector('valid/package-sample.jsonl'))
    await page.getByRole('heading', { name: 'This package holds.' }).waitFor()
    expect(await page.locator('[data-confirmed]').textContent()).toContain('those of the policy that you gave')
    await page.getByLabel('Or load the policy from a file').setInputFiles({
      name: 'policy',
      mimeType: 'text/plain',
      buffer: Buffer.from(policyOf(3)),
    })
    await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#policy')?.value.includes(' 3 '))
    await choose(page, 'package.jsonl', vector('valid/package-sample.jsonl'))
    await page.getByRole('heading', { name: 'This file is undamaged, but your policy is NOT met.' }).waitFor()
    expect(await page.locator('[data-confirmed]').textContent()).toContain(
      '2 of 3 agencies confirmed this. That is not enough.',
    )
    await page.getByLabel('Policy', { exact: true }).fill('quorum everybody')
    await choose(page, 'package.jsonl', vector('valid/package-sample.jsonl'))
    await page.getByRole('heading', { name: 'The policy can’t be read (policy-name-unknown: everybody).' }).waitFor()
    await expectSound(page)
  })

  test('says plainly that nobody confirmed a package which names no cosigners', async () => {
    const page = await opened[how]()
    await page.getByLabel('The log’s key').fill(sampleKey)
    await choose(page, 'package.jsonl', vector('valid/package-no-cosigners.jsonl'))
    await page.getByRole('heading', { name: 'This package holds.' }).waitFor()
    expect(await page.locator('[data-confirmed=unmet]').textContent()).toContain('0 of 3 agencies confirmed this.')
  })

  test('names an answer after the end by its entry, in plain words', async () => {
    const page = await opened[how]()
    await page.getByLabel('The log’s key').fill(sampleKey)
    await choose(page, 'package.jsonl', vector('invalid/answer-after-end--package.jsonl'))
    const row = page.getByRole('row', { name: /answer-after-end/ })
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      '19',
      'A partner was answered after its agreement had ended.',
    ])
  })

  test('is used by keyboard alone', async () => {
    const page = await opened[how]()
    await page.getByLabel('The log’s key').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    for (const id of ['policy', 'policy-file', 'file']) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe(id)
    }
  })
})

describe('the page of the log', () => {
  test('fills in its own key, and checks a receipt of its own log', async () => {
    const { page } = await stage.sit(null, { at: '/log' })
    await page.waitForFunction(() => (document.querySelector('textarea')?.value ?? '') !== '')
    const receipt = await (await fetch(`${stage.server.baseUrl}/log/receipt/1`)).arrayBuffer()
    await choose(page, 'entry-1.tlog-proof', Buffer.from(receipt))
    await page.getByRole('heading', { name: 'This receipt holds.' }).waitFor()
    await page.getByText('journal.created').waitFor()
    await expectSound(page)
  })

  test('gives the checker as one file', async () => {
    const { page } = await stage.sit(null, { at: '/log' })
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Save this checker as one file' }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('pars-verifier.html')
  })
})
