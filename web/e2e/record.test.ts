import { viewArrest } from '@pars/contract'
import { describe, expect, test } from 'vitest'
import { listEntries } from '../../server/tests/testing/expect-refused.ts'
import { expectSound } from './testing/check-screen.ts'
import { personNamed } from './testing/made-up-person.ts'
import { setStage } from './testing/set-stage.ts'

const stage = setStage()

const openings = async (arrestId: string, role: string) =>
  (await listEntries(stage.server, arrestId, 'record.opened')).filter(({ slots }) => slots.actor.role === role)

describe('a record', () => {
  test('is read version by version by keyboard alone, each with what changed', async () => {
    const { arrestId } = await stage.way.toOrder(undefined, personNamed('Versions', 'Vera'))
    const { page, hand } = await stage.sit('court-clerk', { at: `/arrests/${arrestId}` })
    await page.getByRole('heading', { level: 1, name: 'Versions, Vera, 34, female' }).waitFor()
    await expectSound(page)
    await hand.press(page.getByRole('link', { name: 'Complaint filed' }))
    await page.waitForURL(/[?&]asof=\d+/)
    const banner = page.getByRole('region', { name: 'Earlier version' })
    await banner.getByText(/^As it stood after entry \d+\.$/).waitFor()
    await banner.getByText(/Changed by it: stage, docket\.$/).waitFor()
    await page.getByText('◀ shown').waitFor()
    await expectSound(page)
    await hand.press(banner.getByRole('link', { name: /^Entry before: \d+/ }))
    await banner.getByText(/Changed by it: stage, complaint/).waitFor()
    await page.getByText('No docket yet: the court has not filed a complaint.').waitFor()
    await hand.key('n')
    await banner.waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('asof')
  })

  test('is opened once when somebody opens it: not by the focus, and not for the marks of a version', async () => {
    const { arrestId } = await stage.way.toComplaint(personNamed('Once', 'Otto'))
    const { page } = await stage.sit('magistrate', { at: `/arrests/${arrestId}` })
    expect(await openings(arrestId, 'magistrate')).toHaveLength(1)
    // A minute later everything on the screen counts as old.
    await page.clock.setSystemTime(Date.now() + 60_000)
    const askedAgain = page.waitForResponse(answer => answer.url().endsWith('/api/me'))
    for (const seen of ['hidden', 'visible'])
      await page.evaluate(state => {
        Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
      }, seen)
    await askedAgain
    const { history } = await (await stage.server.as('court-clerk')).call(viewArrest, { params: { arrestId } })
    const last = history.findLast(({ number }) => number !== null)?.number
    await page.goto(`/arrests/${arrestId}?asof=${last}`)
    await page.getByText(/Changed by it:/).waitFor()
    expect((await openings(arrestId, 'magistrate')).map(({ slots }) => slots['act'])).toEqual([
      expect.not.objectContaining({ previous: expect.anything() }),
      expect.objectContaining({ number: last, previous: expect.any(Number) }),
    ])
  })

  test('changes by itself when an act is recorded elsewhere', async () => {
    const arrestId = await stage.way.report(personNamed('Moving', 'Mo'))
    const { page } = await stage.sit('detective', { at: `/arrests/${arrestId}` })
    await stage.way.decide(arrestId)
    await page.getByRole('link', { name: 'Charges decided' }).waitFor()
  })

  test('shows a seat what is its own to see, and marks nothing it may not', async () => {
    const arrestId = await stage.way.report(personNamed('Walled', 'Will'))
    const police = await stage.sit('detective', { at: `/arrests/${arrestId}` })
    await police.page.getByText('A. Made-up').first().waitFor()
    const court = await stage.sit('court-clerk', { at: `/arrests/${arrestId}` })
    await court.page.getByRole('heading', { level: 1, name: /^Walled, Will/ }).waitFor()
    const seen = (await court.page.locator('main').textContent()) ?? ''
    expect(seen).not.toContain('A. Made-up')
    expect(seen).not.toContain('flash description')
    expect(await court.page.getByRole('heading', { name: /Victims|Narrative/ }).count()).toBe(0)
  })
})

describe('a search', () => {
  test('is typed, run and opened by keyboard alone, with its purpose and for whom in the journal', async () => {
    const arrestId = await stage.way.report(personNamed('Sought', 'Sid'))
    const { page, hand } = await stage.sit('charging-attorney', { at: '/board' })
    await hand.key('/')
    await page.getByRole('heading', { level: 1, name: 'Find an arrest' }).waitFor()
    await hand.type(page.getByLabel('First name'), 'Sid')
    await hand.key('Enter')
    await page.getByRole('link', { name: /A first name alone finds too many/ }).waitFor()
    await expectSound(page)
    await hand.type(page.getByLabel('Last name'), 'Sought')
    await hand.choose(page.getByLabel('Purpose'), 'Supervision')
    await hand.pick(page.getByRole('group', { name: 'For whom' }), 'Somebody else')
    await hand.type(page.getByLabel('Who asked you'), 'Judge M. Made-Up')
    await hand.key('Enter')
    await page.getByRole('heading', { level: 1, name: '1 arrest found' }).waitFor()
    await expectSound(page)
    await hand.press(page.getByRole('link', { name: 'Sought, Sid' }))
    await page.getByText('Purpose: Supervision. For: Judge M. Made-Up.').waitFor()
    expect(await openings(arrestId, 'charging-attorney')).toMatchObject([
      { slots: { act: { purpose: 'supervision', forWhom: 'Judge M. Made-Up' } } },
    ])
  })

  test('that finds nobody says so, and what was typed stays', async () => {
    const { page, hand } = await stage.sit('detective', { at: '/search' })
    await hand.type(page.getByLabel('Last name'), 'Nobody-Of-This-Name')
    await hand.key('Enter')
    await page.getByText('No arrest fits.').first().waitFor()
    expect(await page.getByLabel('Last name').inputValue()).toBe('Nobody-Of-This-Name')
  })
})
