import { loadReference, searchArrests, viewArrest } from '@pars/contract'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { expectSound } from './testing/check-screen.ts'
import type { Hand } from './testing/hand.ts'
import { personNamed } from './testing/made-up-person.ts'
import { setStage } from './testing/set-stage.ts'
import { typedNow } from './testing/typed-now.ts'

const stage = setStage()
const arrested = typedNow(-3)
const offense = typedNow(-30)
const dcNumber = `${offense.date.slice(-4)}25004711`

beforeAll(async () => {
  const statutes = [
    { statute: '18 § 3701 §§ A1II', description: 'Robbery-Threat Immed Ser Injury', chapterGroup: null },
    { statute: '18 § 3502 §§ A2', description: 'Burglary', chapterGroup: null },
  ].map(row => ({ ...row, validFrom: '2000-01-01', validTo: null }))
  await (await stage.server.as('court-manager')).call(loadReference, { body: { statutes } })
})

const part = (page: Page, name: string) => page.getByRole('group', { name, exact: true })
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })

/** What even a draft needs: a name, and when the custody clock began. */
const typeWhoAndWhen = async ({ page, hand }: { page: Page; hand: Hand }, last: string, first: string) => {
  await hand.type(part(page, 'Name').getByLabel('Last name'), last)
  await hand.type(part(page, 'Name').getByLabel('First name'), first)
  await hand.type(field(page, 'Date of arrest'), arrested.date)
  await hand.type(field(page, 'Time of arrest'), arrested.time)
}

/** The rest of the paper, in its own order. */
const typeTheRest = async ({ page, hand }: { page: Page; hand: Hand }) => {
  await hand.type(field(page, 'Where'), '2900 block Example Avenue')
  await hand.choose(page.getByLabel('Police district'), '25 ')
  await hand.type(field(page, 'Held at'), 'Divisional Booking Center East')
  await hand.type(field(page, 'Badge'), '9001')
  await hand.type(part(page, 'Arresting officer').getByLabel('Name'), 'Officer Booking')
  await hand.type(part(page, 'Incident (DC number)').getByLabel('Number'), dcNumber)
  await hand.type(page.getByRole('combobox', { name: 'Find the offense' }), 'robbery')
  await page.getByRole('option', { name: /Robbery-Threat/ }).waitFor()
  await hand.key('ArrowDown')
  await hand.key('Enter')
  await hand.choose(page.getByLabel('Grade'), 'F1')
  await hand.type(field(page, 'Date of offense'), offense.date)
  await hand.type(field(page, 'What happened'), 'One man took a bag by force and ran one block.')
}

describe('a booking officer', () => {
  test('types the whole paper by keyboard, and one key sends it to charging', async () => {
    const sitting = await stage.sit('booking-officer', { at: '/booking' })
    const { page, hand } = sitting
    await typeWhoAndWhen(sitting, 'Quill', 'Marisol')
    await typeTheRest(sitting)
    await hand.key('Control+Enter')
    await page.getByRole('heading', { level: 1, name: /^Quill, Marisol/ }).waitFor()
    await page.getByText('The report about Marisol Quill is with charging.').waitFor()
    await page.getByText(/Recorded as entry \d+; checkpoint signed/).waitFor()
    const arrestId = page.url().split('/').at(-1) ?? ''
    const { report } = await (await stage.server.as('detective')).call(viewArrest, { params: { arrestId } })
    expect(report).toMatchObject({
      district: '25',
      incidents: [dcNumber],
      charges: [{ statute: '18 § 3701 §§ A1II', grade: 'F1', dcNumber }],
    })
  })

  test('saves a draft by Enter, which is loud on the board and goes to charging when it is finished there', async () => {
    const sitting = await stage.sit('booking-officer', { at: '/booking' })
    const { page, hand } = sitting
    await typeWhoAndWhen(sitting, 'Draft', 'Dora')
    await hand.key('Enter')
    await page.getByText(/^Draft saved at/).waitFor()
    await hand.key('Tab')
    await page.locator('h1').click()
    await hand.key('g')
    await hand.key('b')
    const row = page.getByRole('row', { name: /Draft, Dora/ })
    await row.getByText('NOT SENT by Officer Booking').waitFor()
    expect(await row.getAttribute('class')).toContain('unsent')
    await page.getByRole('link', { name: '○ 1 NOT SENT' }).waitFor()
    await hand.press(page.getByRole('link', { name: 'Draft, Dora' }))
    await page.getByRole('heading', { level: 1, name: 'Finish the report about Dora Draft' }).waitFor()
    await typeTheRest(sitting)
    await hand.press(page.getByRole('button', { name: /^Send to charging/ }))
    await page.getByText('The report about Dora Draft is with charging.').waitFor()
  })

  test('is told of every mistake beside its field and in a summary that leads there', async () => {
    const { page, hand } = await stage.sit('booking-officer', { at: '/booking' })
    await hand.type(field(page, 'Date of arrest'), '2/30/2026')
    await hand.key('Control+Enter')
    const summary = page.getByRole('alert')
    await summary.getByRole('heading', { name: /things need your attention/ }).waitFor()
    expect(await summary.evaluate(element => element === document.activeElement)).toBe(true)
    const name = part(page, 'Name').getByLabel('Last name')
    expect(await name.getAttribute('aria-invalid')).toBe('true')
    await page.getByText('Type a real date with the year in four digits, like 11/22/2026.').first().waitFor()
    await hand.press(summary.getByRole('link', { name: /Type the name that the person stated/ }))
    expect(await name.evaluate(element => element === document.activeElement)).toBe(true)
    await page.keyboard.type('Mended')
    expect(await field(page, 'Date of arrest').inputValue()).toBe('2/30/2026')
    await expectSound(page)
  })

  test('loses nothing typed when the page is loaded again, but the Social Security number is not kept', async () => {
    const sitting = await stage.sit('booking-officer', { at: '/booking' })
    const { page, hand } = sitting
    await hand.type(page.getByLabel('Social Security number'), '000-12-3456')
    await typeWhoAndWhen(sitting, 'Kept', 'Karl')
    await page.reload()
    await page.getByText('What you typed before is back.').waitFor()
    expect(await part(page, 'Name').getByLabel('Last name').inputValue()).toBe('Kept')
    expect(await field(page, 'Time of arrest').inputValue()).toBe(arrested.time)
    expect(await page.getByLabel('Social Security number').inputValue()).toBe('')
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('3456')
    await hand.press(page.getByRole('button', { name: 'Throw it away and start over' }))
    expect(await part(page, 'Name').getByLabel('Last name').inputValue()).toBe('')
  })

  test('corrects a sent report with a reason, and both versions stay', async () => {
    const arrestId = await stage.way.report(personNamed('Wrong', 'Wanda'))
    const { page, hand } = await stage.sit('booking-officer', { at: `/booking/${arrestId}?correct=1` })
    await hand.type(field(page, 'Reason for the correction'), 'The name was misheard.')
    await hand.type(part(page, 'Name').getByLabel('Last name'), 'Right')
    await hand.key('Control+Enter')
    await page.getByText('The correction about Wanda Right is recorded.').waitFor()
    await page.getByRole('heading', { level: 1, name: /^Right, Wanda/ }).waitFor()
    await page.getByText('The name was misheard.').waitFor()
    const record = await (await stage.server.as('detective')).call(viewArrest, { params: { arrestId } })
    expect(record.version).toBe(2)
  })

  test('is told when somebody else saved the draft meanwhile, and keeps what was typed', async () => {
    const sitting = await stage.sit('booking-officer', { at: '/booking' })
    const { page, hand } = sitting
    await typeWhoAndWhen(sitting, 'Twice', 'Tom')
    await hand.key('Enter')
    await page.getByText(/^Draft saved at/).waitFor()
    const other = await stage.sit('detective', { at: '/board' })
    await other.page.getByRole('link', { name: 'Twice, Tom' }).click()
    await other.page.getByRole('textbox', { name: 'Where' }).fill('1 Other Street')
    await other.hand.key('Enter')
    await other.page.getByText(/^Draft saved at/).waitFor()
    await hand.type(field(page, 'Where'), '2 My Street')
    await hand.key('Enter')
    await page.locator('[data-reason=version-changed]').waitFor()
    expect(await field(page, 'Where').inputValue()).toBe('2 My Street')
    await hand.press(page.getByRole('button', { name: 'Load it again' }))
    await page.getByText('Somebody else saved this report after you opened it.').waitFor()
    await hand.to(field(page, 'Where'))
    await hand.key('Enter')
    await page.getByText(/^Draft saved at/).waitFor()
  })
})

test('an arrest that was sent is found by whoever searches', async () => {
  const detective = await stage.server.as('detective')
  const { found } = await detective.call(searchArrests, { query: { lastName: 'Quill' } })
  expect(found).toHaveLength(1)
})
