import { describe, expect, test } from 'vitest'
import { expectSound } from './testing/check-screen.ts'
import { personNamed } from './testing/made-up-person.ts'
import { setStage, waitUntilDrawn } from './testing/set-stage.ts'

const stage = setStage()

describe('the start page', () => {
  test('seats somebody in a chair by keyboard, and signs out so that nothing typed stays', async () => {
    const { page, hand } = await stage.sit(null)
    await expectSound(page)
    await hand.press(page.getByRole('link', { name: 'Sit here as Booking officer' }))
    await page.getByRole('heading', { level: 1, name: 'Book an arrest' }).waitFor()
    await page.getByText('Officer Booking, Booking officer').waitFor()
    await hand.type(page.getByRole('group', { name: 'Name', exact: true }).getByLabel('Last name'), 'Left-Behind')
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toContain('Left-Behind')

    await hand.press(page.getByRole('button', { name: 'Sign out' }))
    const dialog = page.getByRole('dialog', { name: 'Sign out and lose what you typed?' })
    await hand.press(dialog.getByRole('button', { name: 'Stay here' }))
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toContain('Left-Behind')
    await hand.press(page.getByRole('button', { name: 'Sign out' }))
    await hand.press(dialog.getByRole('button', { name: 'Sign out anyway' }))
    await page.getByRole('heading', { level: 1, name: 'You are signed out' }).waitFor()
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('Left-Behind')
    await expectSound(page)
    await page.goto('/booking')
    await waitUntilDrawn(page)
    await page.getByText('Just looking').waitFor()
    expect(await page.getByLabel('Last name').count()).toBe(0)
  })

  test('forgets what was typed even when signing out gets no answer', async () => {
    const { page, hand } = await stage.sit('detective', { at: '/booking' })
    await hand.type(page.getByRole('group', { name: 'Name', exact: true }).getByLabel('Last name'), 'Left-Behind')
    await page.route('**/sign-out', route => route.fulfill({ body: '<h1>nothing of ours</h1>' }))
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign out anyway' }).click()
    await page.getByText('nothing of ours').waitFor()
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('Left-Behind')
  })

  test('says how many are in custody and whose turn it is, and each count opens its lines', async () => {
    await stage.way.report(personNamed('Waiting', 'Wes'))
    const { page, hand } = await stage.sit(null)
    await page.getByRole('heading', { level: 1, name: '1 person is in custody now' }).waitFor()
    await hand.press(page.getByRole('link', { name: '1 for the prosecutor' }))
    await page.getByRole('heading', { level: 1, name: '1 of 1 person in custody' }).waitFor()
    expect(page.url()).toMatch(/\/board\?seat=prosecutor$/)
  })

  test('changes the chair without signing out first', async () => {
    const { page, hand } = await stage.sit('court-clerk', { at: '/board' })
    await hand.press(page.getByRole('link', { name: 'Change chair' }))
    await page.getByText('● You sit here').waitFor()
    await hand.press(page.getByRole('link', { name: 'Sit here as Release desk' }))
    await page.getByText('Officer Release, Release desk').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Nobody is ready to leave' }).waitFor()
  })

  test('tells every window of the browser when one of them changes the chair', async () => {
    const { page } = await stage.sit('court-clerk', { at: '/court' })
    const other = await page.context().newPage()
    await other.goto('/sign-in?account=magistrate&to=/court')
    await other.getByText('Magistrate Bench').waitFor()
    await page.bringToFront()
    await page.clock.setSystemTime(Date.now() + 60_000)
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
    await page.getByText(/^You now sit as Magistrate Bench/).waitFor()
  })

  test('offers every person of the city where the chair is not known yet', async () => {
    const { page, hand } = await stage.sit(null)
    await page.goto('/sign-in?to=/people')
    await page.getByRole('heading', { level: 1, name: 'Choose a chair' }).waitFor()
    await expectSound(page)
    await hand.press(page.getByRole('button', { name: /^Manager Police/ }))
    await page.getByRole('heading', { level: 1, name: /^Police: \d+ people/ }).waitFor()
  })
})

describe('every screen', () => {
  test('lists its keys under the question mark, and leads past the navigation to its work', async () => {
    const { page, hand } = await stage.sit('court-clerk', { at: '/board' })
    await hand.key('?')
    const dialog = page.getByRole('dialog', { name: 'Keyboard' })
    await dialog.getByRole('row', { name: 'g then b Go to the board' }).waitFor()
    await dialog.getByRole('row', { name: 'n Show what is new' }).waitFor()
    await expectSound(page)
    await hand.key('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.reload()
    await waitUntilDrawn(page)
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await hand.key('Tab')
    await hand.press(page.getByRole('link', { name: 'Skip to main content' }))
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  })
})
