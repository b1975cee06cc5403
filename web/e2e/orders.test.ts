import { viewArrest } from '@pars/contract'
import { describe, expect, test } from 'vitest'
import { orderWay } from '../../server/tests/orders/order-way.ts'
import { expectSound } from './testing/check-screen.ts'
import { personNamed } from './testing/made-up-person.ts'
import { setStage } from './testing/set-stage.ts'

const stage = setStage()

describe('a court’s order to expunge', () => {
  test('is entered, verified by somebody else and carried out by keyboard alone, and leaves a tombstone', async () => {
    const { arrestId } = await stage.way.toDocket(personNamed('Gone', 'Greta'))
    const api = await stage.server.as('court-clerk')
    const { intakeNumber } = (await api.call(viewArrest, { params: { arrestId } })).report
    const clerk = await stage.sit('court-clerk', { at: `/arrests/${arrestId}` })
    const { page, hand } = clerk
    await hand.press(page.getByRole('link', { name: 'Orders about this record' }))
    await page.getByRole('heading', { level: 1, name: 'Orders about the record of Gone, Greta' }).waitFor()
    await expectSound(page)
    await hand.press(page.getByRole('button', { name: 'Enter the order' }))
    await page.getByText('Choose what the court ordered.').first().waitFor()
    await expectSound(page)
    await page.getByLabel('Expunge: destroy the record').focus()
    await page.keyboard.press('Space')
    await hand.type(page.getByLabel('Number of the order'), 'EXP-2026-000777')
    await hand.type(page.getByLabel('Date of the order'), '01/05/2026')
    await hand.type(page.getByLabel('Judge'), 'Hon. A. Made-Up')
    await hand.choose(page.getByLabel('Law'), 'Order of the court (Pa.R.Crim.P. 490, 790)')
    await hand.press(page.getByRole('button', { name: 'Enter the order' }))
    await page.getByRole('heading', { level: 1, name: 'Expunge: order EXP-2026-000777' }).waitFor()
    await page.getByText('Waits for a second person').waitFor()
    // Who entered it is offered no way to verify it.
    expect(await page.getByRole('button', { name: 'Verify: it is as entered' }).count()).toBe(0)
    await expectSound(page)

    const second = await stage.sit('court-manager', { at: '/orders' })
    await second.page.getByRole('heading', { level: 1, name: '1 order waits' }).waitFor()
    await expectSound(second.page)
    await second.hand.press(second.page.getByRole('link', { name: 'Open order EXP-2026-000777' }))
    await second.hand.press(second.page.getByRole('button', { name: 'Verify: it is as entered' }))
    await second.page.getByText('The order is verified.').waitFor()

    const watcher = await stage.sit('booking-officer', { at: `/arrests/${arrestId}` })
    await watcher.page.getByText('Gone, Greta').first().waitFor()

    await page.reload()
    await hand.press(page.getByRole('button', { name: 'Carry out' }))
    const dialog = page.getByRole('dialog')
    await dialog.getByText('nobody can bring back').waitFor()
    await expectSound(page)
    await hand.press(dialog.getByRole('button', { name: 'Carry out' }))
    await page.getByText('The order is carried out. 0 partners were told.').waitFor()
    await page.getByText('Every leaf and every proof from before stays as it was.').waitFor()
    await expectSound(page)
    expect(await page.getByText('Greta').count()).toBe(0)

    // Whoever had the record open sees it go, and the tombstone in its place.
    await watcher.page.getByRole('heading', { level: 1, name: 'This record was erased by order' }).waitFor()
    expect(await watcher.page.getByText('Greta').count()).toBe(0)
    await expectSound(watcher.page)

    const searcher = await stage.sit('booking-officer', { at: '/search' })
    await searcher.hand.type(searcher.page.getByLabel('Intake number'), intakeNumber)
    await searcher.page.keyboard.press('Enter')
    await searcher.page.getByText('A court ordered this record destroyed.').first().waitFor()
    await searcher.page.getByText('Nothing else is kept.').waitFor()
    await expectSound(searcher.page)
  })
})

describe('a court’s order to unseal', () => {
  test('is entered and carried out as the seal was, and the record is open again to whoever had been shut out', async () => {
    const arrestId = await stage.way.report(personNamed('Open', 'Olga'))
    await orderWay(stage.server).done(arrestId, { act: 'seal' })
    const officer = await stage.sit('booking-officer', { at: `/arrests/${arrestId}` })
    await officer.page.getByRole('heading', { level: 1, name: 'This record is sealed by order' }).waitFor()

    const { page, hand } = await stage.sit('court-clerk', { at: `/arrests/${arrestId}/orders` })
    await page.getByText('no order brings it back').waitFor()
    await page.getByLabel('Unseal: open it again').focus()
    await page.keyboard.press('Space')
    expect(await page.getByLabel('Which charges').count()).toBe(0)
    await hand.type(page.getByLabel('Number of the order'), 'VAC-2026-000778')
    await hand.type(page.getByLabel('Date of the order'), '01/05/2026')
    await hand.type(page.getByLabel('Judge'), 'Hon. A. Made-Up')
    await hand.choose(page.getByLabel('Law'), 'The court vacated its order')
    await expectSound(page)
    await hand.press(page.getByRole('button', { name: 'Enter the order' }))
    await page.getByRole('heading', { level: 1, name: 'Unseal: order VAC-2026-000778' }).waitFor()
    const orderId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await orderWay(stage.server).verify(orderId)
    await page.reload()
    await hand.press(page.getByRole('button', { name: 'Carry out' }))
    const dialog = page.getByRole('dialog')
    await dialog.getByText('The seal is lifted').waitFor()
    await expectSound(page)
    await hand.press(dialog.getByRole('button', { name: 'Carry out' }))
    await page.getByText('The order is carried out. 0 partners were told.').waitFor()

    await officer.page.reload()
    await officer.page.getByText('Open, Olga').first().waitFor()
  })
})

describe('a litigation hold', () => {
  test('stands in the way of an order, and says who set it and why, on a phone too', async () => {
    const { arrestId } = await stage.way.toDocket(personNamed('Kept', 'Kim'))
    const { page, hand } = await stage.sit('police-manager', { at: `/arrests/${arrestId}/orders` })
    await hand.press(page.getByRole('button', { name: 'Hold this record for litigation' }))
    const dialog = page.getByRole('dialog')
    await hand.type(dialog.getByLabel('Matter'), 'Civil action 26-0417')
    await hand.type(dialog.getByLabel('Reason'), 'Counsel asked that nothing be destroyed.')
    await hand.press(dialog.getByRole('button', { name: 'Hold the record' }))
    await page.getByText('The record is held.').waitFor()
    await page.getByText('Only the court’s clerks enter orders.').waitFor()
    const phone = await stage.sit('court-manager', { at: '/orders', size: { width: 390, height: 844 } })
    await phone.page.getByText('Civil action 26-0417').waitFor()
    await phone.page.getByText('Counsel asked that nothing be destroyed.').waitFor()
    await expectSound(phone.page)
    const record = await (await stage.server.as('court-clerk')).call(viewArrest, { params: { arrestId } })
    expect(record.arrestId).toBe(arrestId)
  })
})

test('whoever has no part in orders is told whose they are', async () => {
  const { page } = await stage.sit('booking-officer', { at: '/orders' })
  await page.getByText('the chair of the court’s clerk').waitFor()
  await expectSound(page)
})
