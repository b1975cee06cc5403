import { describe, expect, test } from 'vitest'
import { expectSound } from './testing/check-screen.ts'
import { personNamed } from './testing/made-up-person.ts'
import { setStage, waitUntilDrawn } from './testing/set-stage.ts'

const stage = setStage()

/** The screens of an arrest's way; agreements and partners have theirs. */
const casework = ['Board', 'Booking', 'Charging', 'Court', 'Release desk', 'Search']

/** Whose work each screen is, by its address, and a chair that has no business there. */
const screens = [
  ['/booking', 'court-clerk', 'Booking is worked from a police chair'],
  ['/charging', 'court-clerk', 'Charging is worked from a prosecutor’s chair'],
  ['/release', 'charging-attorney', 'Release desk is worked from the release desk'],
  ['/search', 'defender', 'Search is worked from a chair of the police'],
  ['/people', 'magistrate', 'People is worked from the chair of a seat’s manager'],
] as const

describe('a screen of another chair', () => {
  test.each(screens)('%s says to the %s whose it is, and leads to the chairs', async (at, subject, says) => {
    const { page, hand } = await stage.sit(subject, { at })
    await page.getByRole('heading', { level: 1, name: 'This screen belongs to another chair' }).waitFor()
    await page.getByText(says).waitFor()
    if (at === '/booking') await expectSound(page)
    await hand.press(page.getByRole('link', { name: 'Choose a chair' }))
    await page.getByRole('heading', { level: 2, name: 'Eight chairs to sit in' }).waitFor()
  })

  test('is not in the navigation of those who may not work it', async () => {
    const links = async (subject: string | null) => {
      const { page } = await stage.sit(subject, { at: '/' })
      await page.getByRole('navigation', { name: 'Screens' }).getByRole('link').first().waitFor()
      const all = await page.getByRole('navigation', { name: 'Screens' }).getByRole('link').allTextContents()
      return all.filter(name => casework.includes(name))
    }
    expect(await links('booking-officer')).toEqual(['Board', 'Booking', 'Court', 'Release desk', 'Search'])
    expect(await links('charging-attorney')).toEqual(['Board', 'Charging', 'Court', 'Search'])
    expect(await links('magistrate')).toEqual(['Board', 'Court', 'Search'])
    expect(await links('defender')).toEqual(['Court'])
  })
})

describe('a visitor of the rehearsal', () => {
  test.each(['/booking', '/release', '/search', '/people'])('is asked at %s to sign in first', async at => {
    const { page } = await stage.sit(null, { at })
    await page
      .getByRole('heading', { level: 1, name: /^(Sign in first|This screen belongs to another chair)$/ })
      .waitFor()
    if (at === '/people') await expectSound(page)
  })

  test('looks at board, queue, court and record, and finds no act to do', async () => {
    const { arrestId, docketId } = await stage.way.toListing(personNamed('Looked-At', 'Lou'))
    for (const at of ['/board', '/charging', '/court', `/arrests/${arrestId}`, `/hearings/${docketId}`]) {
      const { page } = await stage.sit(null, { at })
      const buttons = await page.locator('main').getByRole('button').allTextContents()
      expect(
        buttons.filter(name => !/^(Print|✕)$/.test(name)),
        at,
      ).toEqual([])
    }
  })
})

describe('a record', () => {
  test('that is not the defense’s client is not there, and the try has its number', async () => {
    const arrestId = await stage.way.report(personNamed('Undefended', 'Una'))
    const { page } = await stage.sit('defender', { at: `/arrests/${arrestId}` })
    await page.getByText('The defense finds no such record').waitFor()
    await page.getByText(/Recorded as entry \d+/).waitFor()
    expect(await page.getByText('Undefended').count()).toBe(0)
    await expectSound(page)
  })

  test('that nobody has is said to be nowhere', async () => {
    const { page } = await stage.sit('court-clerk', { at: `/arrests/arr_${'0'.repeat(32)}` })
    await page.getByText('There is no such record. Look for it on the board or search for it.').waitFor()
  })

  test('sent already is no draft: the desk leads to the record', async () => {
    const arrestId = await stage.way.report(personNamed('Sent', 'Sal'))
    const { page, hand } = await stage.sit('booking-officer', { at: `/booking/${arrestId}` })
    await page
      .getByRole('heading', { level: 1, name: 'This report was sent already, so there is no draft to finish.' })
      .waitFor()
    await hand.press(page.getByRole('link', { name: 'Open the record' }))
    await page.getByRole('heading', { level: 1, name: /^Sent, Sal/ }).waitFor()
  })
})

test('an address of no screen says so', async () => {
  const { page } = await stage.sit('court-clerk', { at: '/board' })
  await page.evaluate(() => history.pushState({}, '', '/nowhere'))
  await page.goto('/nowhere')
  await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor()
  stage.troubles.length = 0
  await expectSound(page)
})

test('a sign-in that has ended hides the screen, and gives back what was typed to whoever signs in again', async () => {
  const { page, hand } = await stage.sit('booking-officer', { at: '/booking' })
  const last = page.getByRole('group', { name: 'Name', exact: true }).getByLabel('Last name')
  await hand.type(last, 'Interrupted')
  await page.context().clearCookies()
  await hand.type(page.getByRole('textbox', { name: 'Date of arrest' }), '1/5/2026')
  await hand.type(page.getByRole('textbox', { name: 'Time of arrest' }), '2230')
  await hand.key('Enter')
  await page.getByRole('heading', { level: 1, name: 'Your sign-in has ended' }).waitFor()
  expect(await last.count()).toBe(0)
  await expectSound(page)
  await hand.press(page.getByRole('link', { name: 'Sign in again' }))
  await hand.press(page.getByRole('button', { name: /^Officer Booking/ }))
  await waitUntilDrawn(page)
  expect(await last.inputValue()).toBe('Interrupted')
})
