import { recordHold, viewArrest } from '@pars/contract'
import { describe, expect, test } from 'vitest'
import { moneyOrder, orderOf } from '../../server/tests/testing/arrest-way.ts'
import { expectSound } from './testing/check-screen.ts'
import { personNamed } from './testing/made-up-person.ts'
import { setStage } from './testing/set-stage.ts'

const stage = setStage()

const view = async (arrestId: string) =>
  (await stage.server.as('release-desk')).call(viewArrest, { params: { arrestId } })

describe('the release desk', () => {
  test('lets somebody go in three steps by two people, by keyboard alone', async () => {
    const { arrestId } = await stage.way.toOrder(orderOf(), personNamed('Free', 'Fay'))
    const first = await stage.sit('release-desk', { at: '/release' })
    await first.page.getByRole('heading', { level: 1, name: '1 person goes free; nobody stays held' }).waitFor()
    await first.hand.press(first.page.getByRole('link', { name: 'Free, Fay' }))
    await first.page.getByText('This person GOES FREE.').waitFor()
    await first.hand.press(first.page.getByRole('button', { name: 'Propose RELEASE' }))
    await first.page.getByRole('link', { name: /Check for holds first/ }).waitFor()
    await expectSound(first.page)
    await first.hand.tick(first.page.getByRole('checkbox', { name: /^I have just checked for holds/ }))
    await first.hand.key('Control+Enter')
    await first.page.getByText('Proposed for Free, Fay: RELEASE - ROR. A second person confirms it.').waitFor()
    await first.page.getByText('Somebody else must confirm it.').waitFor()
    expect(await first.page.getByRole('button', { name: 'Confirm RELEASE' }).count()).toBe(0)

    const second = await stage.sit('release-desk-2', { at: `/release?arrest=${arrestId}` })
    await second.hand.tick(second.page.getByRole('checkbox', { name: /^I have checked the holds again/ }))
    await second.hand.press(second.page.getByRole('button', { name: 'Confirm RELEASE' }))
    await second.page.getByText('Confirmed for Free, Fay: RELEASE - ROR.').waitFor()
    await second.hand.type(second.page.getByLabel('Who saw the person leave'), 'Officer Second-Release')
    await second.hand.key('Control+Enter')
    await second.page.getByText('Free, Fay has left custody. The clock stopped.').waitFor()
    expect((await view(arrestId)).custody).toMatchObject({ stage: 'released', stoppedAt: expect.any(String) })
  })

  test('is stopped by a hold that comes after the proposal, and goes on when it is lifted', async () => {
    const { arrestId } = await stage.way.toOrder(orderOf(), personNamed('Stopped', 'Stan'))
    const { page, hand } = await stage.sit('release-desk', { at: `/release?arrest=${arrestId}` })
    await hand.tick(page.getByRole('checkbox', { name: /^I have just checked for holds/ }))
    await hand.key('Control+Enter')
    await page.getByText(/^Proposed for Stopped, Stan/).waitFor()

    await hand.press(page.getByRole('button', { name: 'Record a hold' }))
    const dialog = page.getByRole('dialog')
    await hand.choose(dialog.getByLabel('Kind'), 'Bench warrant')
    await hand.type(dialog.getByLabel('Issued by'), 'Municipal Court')
    await hand.press(dialog.getByRole('button', { name: 'Record the hold' }))
    await page.getByText('The hold on Stopped, Stan is recorded.').waitFor()
    await page.getByText('HELD - AN ORDER OR A HOLD SPEAKS AGAINST RELEASE').waitFor()
    await page.getByText('This person DOES NOT GO FREE.').waitFor()
    await expectSound(page)

    await hand.press(page.getByRole('button', { name: /^Lift the hold: Bench warrant/ }))
    await hand.type(dialog.getByLabel('Why it no longer holds'), 'Recalled by the court.')
    await hand.press(dialog.getByRole('button', { name: 'Lift the hold' }))
    await page.getByText('The hold is lifted.').waitFor()
    await page.getByText('This person GOES FREE.').waitFor()
    expect((await view(arrestId)).holds).toMatchObject([{ lifted: { reason: 'Recalled by the court.' } }])
  })

  test('reads the record again when a hold comes from elsewhere', async () => {
    const { arrestId } = await stage.way.toOrder(orderOf(), personNamed('Elsewhere', 'Ella'))
    const { page } = await stage.sit('release-desk', { at: `/release?arrest=${arrestId}` })
    await page.getByText('This person GOES FREE.').waitFor()
    const body = { kind: 'bench-warrant' as const, issuer: 'Municipal Court', reference: null }
    await (await stage.server.as('booking-officer')).call(recordHold, { params: { arrestId }, body })
    await page.getByText('This person DOES NOT GO FREE.').waitFor()
  })

  test('hands over who is held for money, and takes a wrong proposal back with its reason', async () => {
    const { arrestId } = await stage.way.toOrder(moneyOrder(), personNamed('Handed', 'Hugo'))
    const { page, hand } = await stage.sit('release-desk', { at: `/release?arrest=${arrestId}` })
    await page.getByText('This person DOES NOT GO FREE.').waitFor()
    await hand.tick(page.getByRole('checkbox', { name: /^I have just checked for holds/ }))
    await hand.press(page.getByRole('button', { name: 'Propose to hand over: HELD' }))
    await page.getByText(/^Proposed for Handed, Hugo: HELD/).waitFor()
    await hand.press(page.getByRole('button', { name: 'Withdraw' }))
    const dialog = page.getByRole('dialog')
    await hand.type(dialog.getByLabel('Reason'), 'Wrong facility.')
    await hand.press(dialog.getByRole('button', { name: 'Withdraw it' }))
    await page.getByText('The departure of Handed, Hugo is withdrawn.').waitFor()
    expect((await view(arrestId)).departures).toMatchObject([{ withdrawn: { reason: 'Wrong facility.' } }])
  })
})
