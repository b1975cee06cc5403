import { viewHearing } from '@pars/contract'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectSound } from './testing/check-screen.ts'
import type { Hand } from './testing/hand.ts'
import { personNamed } from './testing/made-up-person.ts'
import { setStage } from './testing/set-stage.ts'
import { typedNow } from './testing/typed-now.ts'

const stage = setStage()

interface Sitting {
  page: Page
  hand: Hand
}

const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true })
const box = (page: Page, name: string) => page.getByRole('checkbox', { name })
const docketOf = async (docketId: string) =>
  (await (await stage.server.as('magistrate')).call(viewHearing, { params: { docketId } })).docket

/** Each item is a statement of its own: nothing ticks them together. */
const required = [
  'Complaint copy given',
  'Complaint read',
  'Told of right to counsel',
  'Told of next hearing',
  'Told of bail',
]
const tickRequired = async ({ page, hand }: Pick<Sitting, 'page' | 'hand'>) => {
  for (const name of required) await hand.tick(box(page, name))
}

/** What every arraignment after an arrest on sight needs before bail is decided. */
const holdIt = async ({ page, hand }: Sitting) => {
  await tickRequired({ page, hand })
  await hand.pick(group(page, 'Probable cause'), 'Found')
}

const fixNextDate = async ({ page, hand }: Sitting) => {
  await hand.type(page.getByRole('textbox', { name: 'Date', exact: true }), typedNow(14 * 24).date)
  await hand.type(page.getByRole('textbox', { name: 'Time', exact: true }), '0900')
  await hand.choose(page.getByRole('combobox', { name: 'Room' }), '803')
}

describe('the three statements about bail', () => {
  test('are each entered by whose it is and come to the magistrate’s screen by themselves', async () => {
    const { docketId } = await stage.way.toListing(personNamed('Asked', 'Ada'))
    const at = `/hearings/${docketId}`
    const bench = await stage.sit('magistrate', { at })
    const asks = bench.page.locator('.hearing-ask')
    expect(await asks.getByText('Not entered yet').count()).toBe(3)

    const attorney = await stage.sit('charging-attorney', { at })
    await expectSound(attorney.page)
    await attorney.hand.tick(box(attorney.page, 'Money'))
    await attorney.hand.type(attorney.page.getByLabel('Amount'), '25,000')
    await attorney.hand.key('Control+Enter')
    await attorney.page.getByText('The Commonwealth’s request about Asked, Ada is entered.').waitFor()

    const defender = await stage.sit('defender', { at })
    await defender.hand.tick(box(defender.page, 'ROR'))
    await defender.hand.type(defender.page.getByLabel('Note, if any'), 'Lives with family.')
    await defender.hand.key('Control+Enter')
    await defender.page.getByText('The defense’s request about Asked, Ada is entered.').waitFor()
    await defender.page.getByText(/Recorded as entry \d+/).waitFor()

    const pretrial = await stage.sit('pretrial-officer', { at })
    await pretrial.hand.tick(box(pretrial.page, 'Unsecured'))
    await pretrial.hand.type(pretrial.page.getByLabel('Amount'), '5000')
    await pretrial.hand.key('Control+Enter')
    await pretrial.page.getByText('The guideline about Asked, Ada is entered.').waitFor()

    await bench.page.getByText(/\$25,000/).waitFor()
    await bench.page.getByText('Lives with family.').waitFor()
    await bench.page.getByText(/\$5,000/).waitFor()
    const { bail } = await docketOf(docketId)
    expect(bail).toMatchObject({
      request: { amountCents: 2_500_000 },
      defenseRequest: { types: ['ror'] },
      guideline: { types: ['unsecured'] },
    })
  })

  test('offer no fields to those whose statement it is not', async () => {
    const { docketId } = await stage.way.toListing(personNamed('Read', 'Rex'))
    const { page } = await stage.sit('defender', { at: `/hearings/${docketId}` })
    expect(await page.locator('.hearing-bail__own').count()).toBe(1)
    expect(await page.getByRole('button', { name: /Set bail|Not produced/ }).count()).toBe(0)
  })
})

describe('a magistrate', () => {
  test('holds the arraignment and sets bail by keyboard alone; the bond opens and the next person has the focus', async () => {
    const session = await stage.way.openSession()
    for (const last of ['Bonded', 'Following']) {
      const { docketId } = await stage.way.toDocket(personNamed(last, 'Bea'))
      await stage.way.list(docketId, session)
    }
    const sitting = await stage.sit('magistrate', { at: `/court/${session}` })
    const { page, hand } = sitting
    await hand.press(page.getByRole('link', { name: /^Next: Bonded, Bea/ }))
    await page.getByRole('heading', { level: 1, name: 'Bonded, Bea' }).waitFor()
    const docketId = page.url().split('/').at(-1) ?? ''
    await holdIt(sitting)
    await hand.type(page.getByLabel('For the Commonwealth'), 'A. Attorney')
    await hand.tick(box(page, 'Money'))
    await hand.type(page.getByLabel('Amount'), '10k')
    await hand.tick(box(page, 'Ability to pay was considered'))
    await hand.tick(box(page, 'Nature of the offense'))
    await hand.press(page.getByRole('button', { name: 'Add a condition' }))
    await hand.choose(page.getByLabel('Condition 1', { exact: true }), 'Stay away')
    await hand.type(page.getByLabel('Condition 1, exactly what'), 'No contact with the owner of the store.')
    await fixNextDate(sitting)
    await page.locator('.hearing-bar').getByText('HELD - $10,000, 10% TO POST ($1,000), CONDITIONS').waitFor()
    const bond = page.context().waitForEvent('page')
    await hand.key('Control+Enter')
    await page.getByText(/^Bonded, Bea: HELD/).waitFor()
    await bond
    const next = page.getByRole('link', { name: 'Next: Following, Bea, slot 2' })
    await next.waitFor()
    expect(await next.evaluate(element => element === document.activeElement)).toBe(true)

    const paper = await page.request.get(
      (await page.getByRole('link', { name: /^Open the bail bond/ }).getAttribute('href')) ?? '',
    )
    expect(paper.headers()['content-type']).toBe('application/pdf')
    const docket = await docketOf(docketId)
    expect(docket.arraignment).toMatchObject({ probableCause: 'found', nextListing: { room: '803' } })
    expect(docket.bail.order).toMatchObject({
      types: ['monetary'],
      amountCents: 1_000_000,
      conditions: [{ kind: 'stay-away', text: 'No contact with the owner of the store.' }],
    })
    await hand.key('Enter')
    await page.getByRole('heading', { level: 1, name: 'Following, Bea' }).waitFor()
  })

  test('is told what is still to do, beside each field, and nothing is recorded half', async () => {
    const { docketId } = await stage.way.toListing(personNamed('Half', 'Hal'))
    const { page, hand } = await stage.sit('magistrate', { at: `/hearings/${docketId}` })
    await hand.key('Control+Enter')
    const summary = page.getByRole('alert')
    await summary.getByRole('link', { name: /Decide whether there is probable cause/ }).waitFor()
    await summary.getByRole('link', { name: /Choose at least one type of bail/ }).waitFor()
    await expectSound(page)
    expect(await docketOf(docketId)).toMatchObject({ arraignment: null, bail: { order: null } })
  })

  test('keeps what was ticked and typed when the page is loaded again', async () => {
    const { docketId } = await stage.way.toListing(personNamed('Again', 'Ann'))
    const sitting = await stage.sit('magistrate', { at: `/hearings/${docketId}` })
    const { page, hand } = sitting
    await holdIt(sitting)
    await hand.tick(box(page, 'Money'))
    await hand.type(page.getByLabel('Amount'), '2,500')
    await page.reload()
    await page.getByText('5 of 5').waitFor()
    expect(await page.getByLabel('Amount').inputValue()).toBe('2,500')
    await page.locator('.hearing-bar').getByText('HELD - $2,500, 10% TO POST ($250)').waitFor()
  })

  test('refuses bail only with a reason that is stated', async () => {
    const { docketId } = await stage.way.toListing(personNamed('Refused', 'Ray'))
    const sitting = await stage.sit('magistrate', { at: `/hearings/${docketId}` })
    const { page, hand } = sitting
    await holdIt(sitting)
    await hand.pick(group(page, 'Decision'), 'Refuse bail')
    await page.getByText('HELD - BAIL REFUSED needs a reason').waitFor()
    await fixNextDate(sitting)
    await hand.key('Control+Enter')
    await page.getByRole('alert').waitFor()
    await hand.tick(box(page, 'Danger to others'))
    await hand.type(page.getByLabel('Stated reasons'), 'A weapon was used and the threat repeated at the hearing.')
    await hand.key('Control+Enter')
    await page.getByText('Refused, Ray: HELD - BAIL REFUSED').waitFor()
    expect((await docketOf(docketId)).bail.order).toMatchObject({ kind: 'refused', reasons: ['danger-to-others'] })
  })

  test('discharges who is held without probable cause, and bail is not decided', async () => {
    const { docketId } = await stage.way.toListing(personNamed('Discharged', 'Dee'))
    const { page, hand } = await stage.sit('magistrate', { at: `/hearings/${docketId}` })
    await tickRequired({ page, hand })
    await hand.pick(group(page, 'Probable cause'), 'Not found')
    await page.getByText('bail is not decided').waitFor()
    await hand.key('Control+Enter')
    await page.getByText(/RELEASE - NO PROBABLE CAUSE, discharged on this docket/).waitFor()
    await expectSound(page)
    expect(await docketOf(docketId)).toMatchObject({
      arraignment: { probableCause: 'not-found' },
      bail: { order: null },
    })
  })

  test('loses neither act when the connection breaks between them', async () => {
    const { docketId } = await stage.way.toListing(personNamed('Lost', 'Lea'))
    const sitting = await stage.sit('magistrate', { at: `/hearings/${docketId}` })
    const { page, hand } = sitting
    await holdIt(sitting)
    await hand.tick(box(page, 'ROR'))
    await hand.tick(box(page, 'Residence'))
    await fixNextDate(sitting)
    // The server does it, and its answer is lost.
    await page.route('**/arraignment', async route => {
      await route.fetch()
      await route.abort()
    })
    await hand.key('Control+Enter')
    await page.getByText('The server can’t be reached').waitFor()
    await page.unroute('**/arraignment')
    await page.route('**/bail/order', route => route.abort())
    await hand.key('Control+Enter')
    await page.getByText('The arraignment is recorded').waitFor()
    await page.getByText('The server can’t be reached').waitFor()
    expect(stage.troubles.splice(0).every(trouble => trouble.includes('net::ERR_FAILED'))).toBe(true)
    await page.unroute('**/bail/order')
    await hand.key('Control+Enter')
    await page.getByText('Lost, Lea: RELEASE - ROR').waitFor()
    expect((await docketOf(docketId)).bail.order?.words).toBe('RELEASE - ROR')
  })

  test('has the whole hearing of a real complaint on one screen', async () => {
    const { docketId } = await stage.way.toListing(personNamed('Fitting', 'Flo'))
    const { page } = await stage.sit('magistrate', { at: `/hearings/${docketId}` })
    const bar = await page.locator('.hearing-bar').boundingBox()
    expect(await page.evaluate(() => scrollY)).toBe(0)
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(768)
    await expectSound(page)
  })
})
