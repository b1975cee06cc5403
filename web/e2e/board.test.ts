import { recordHold, viewArrest } from '@pars/contract'
import { describe, expect, test } from 'vitest'
import { madeUpReport } from '../../server/tests/testing/made-up-report.ts'
import { expectSound } from './testing/check-screen.ts'
import { forgetLostConnections, whileLost } from './testing/lose-server.ts'
import { personNamed } from './testing/made-up-person.ts'
import { setStage } from './testing/set-stage.ts'

const stage = setStage()

/** An arrest of so many hours ago. */
const reportHeld = (last: string, hours: number) =>
  stage.way.report({ ...madeUpReport({}, hours), ...personNamed(last, 'Bo'), intakeNumber: `BOARD-${last}` })

describe('the live board', () => {
  test('is empty until somebody is arrested, and then nobody has to load it again', async () => {
    const { page } = await stage.sit(null, { at: '/board' })
    await page.getByRole('heading', { level: 1, name: 'Nobody is in custody' }).waitFor()
    await expectSound(page)
    await reportHeld('Newest', 1)
    await page.getByRole('heading', { level: 1, name: '1 person in custody' }).waitFor()
    const row = page.getByRole('row', { name: /Newest, Bo/ })
    await row.getByText('Take for charging').waitFor()
    await reportHeld('Longest', 21)
    await page.getByRole('heading', { level: 1, name: '2 people in custody; 1 past 20 hours' }).waitFor()
    expect(await page.locator('tbody th').allTextContents()).toEqual([
      expect.stringContaining('Longest, Bo'),
      expect.stringContaining('Newest, Bo'),
    ])
  })

  test('moves a line from stage to stage as each seat acts', async () => {
    const { arrestId, complaintId } = await stage.way.toComplaint(personNamed('Moved', 'Mia'))
    const { page } = await stage.sit('court-clerk', { at: '/board' })
    const row = page.getByRole('row', { name: /Moved, Mia/ })
    await row.getByText('Certify and file').waitFor()
    const docketId = await stage.way.file(complaintId)
    await row.getByText('List for court').waitFor()
    await stage.way.list(docketId)
    await row.getByText(/Arraign$/).waitFor()
    const body = { kind: 'bench-warrant' as const, issuer: 'Municipal Court', reference: null }
    await (await stage.server.as('release-desk')).call(recordHold, { params: { arrestId }, body })
    await row.getByText('1 hold').waitFor()
  })

  test('keeps its filters in the address, and each count leads to its lines', async () => {
    const { page, hand } = await stage.sit('court-clerk', { at: '/board' })
    const seats = page.getByRole('navigation', { name: 'Whose turn it is' })
    await hand.press(seats.getByRole('link', { name: /^Prosecutor \d+/ }))
    await page.waitForURL(/\/board\?seat=prosecutor$/)
    await hand.press(page.getByRole('link', { name: /past 20 h$/ }))
    await page.waitForURL(/past=20/)
    await page.getByRole('heading', { level: 1, name: /^1 of \d+ people in custody$/ }).waitFor()
    await page.reload()
    await page.getByRole('row', { name: /Longest, Bo/ }).waitFor()
    expect(await page.locator('tbody tr').count()).toBe(1)
    await page.goto('/board?seat=police&past=20')
    await page.getByText('Nobody in custody fits these filters.').waitFor()
    await hand.press(page.getByRole('link', { name: 'Show everybody' }))
    await page.getByRole('row', { name: /Newest, Bo/ }).waitFor()
    await expectSound(page)
  })

  test('moves no line under the eyes of somebody who reads: what is new waits for a key', async () => {
    const { page, hand } = await stage.sit('court-clerk', { at: '/board' })
    await page.getByRole('row', { name: /Longest, Bo/ }).waitFor()
    await hand.key('j')
    const before = await page.locator('tbody th').allTextContents()
    await reportHeld('Meanwhile', 30)
    await page.getByRole('button', { name: '1 new: Show' }).waitFor()
    expect(await page.locator('tbody th').allTextContents()).toEqual(before)
    await hand.key('n')
    await page.getByRole('row', { name: /Meanwhile, Bo/ }).waitFor()
  })

  test('on a wall shows initials only', async () => {
    const { page } = await stage.sit('court-clerk', { at: '/board?wall=1' })
    await page.getByRole('rowheader', { name: /^B\. L\./ }).waitFor()
    const seen = (await page.locator('main').textContent()) ?? ''
    for (const last of ['Longest', 'Newest', 'Moved']) expect(seen).not.toContain(last)
    await expectSound(page)
  })
})

describe('when the server is away', () => {
  test('the board says since when, and goes on where it was when the server is back', async () => {
    const { page } = await stage.sit('court-clerk', { at: '/board' })
    await page.getByText('Live', { exact: true }).waitFor()
    await whileLost(stage, async () => {
      await page.getByText(/^Connection lost at \d\d:\d\d\. This is what was known then/).waitFor()
      await page.getByRole('row', { name: /Longest, Bo/ }).waitFor()
    })
    await page.getByText('Connected again; nothing was missed.').waitFor()
    await reportHeld('Afterward', 2)
    await page.getByRole('row', { name: /Afterward, Bo/ }).waitFor()
    forgetLostConnections(stage)
  })

  test('an act says that nobody knows, keeps everything, and pressed again is done once', async () => {
    const arrestId = await reportHeld('Unsure', 4)
    const { page, hand } = await stage.sit('charging-attorney', { at: `/charging/${arrestId}` })
    await whileLost(stage, async () => {
      await hand.key('t')
      await page.getByText('The server can’t be reached').waitFor()
      await page.getByText('pressing the button again cannot record it twice').waitFor()
    })
    await hand.key('t')
    await page.getByRole('heading', { level: 1, name: /decide each charge$/ }).waitFor()
    const { history } = await (await stage.server.as('charging-attorney')).call(viewArrest, { params: { arrestId } })
    expect(history.filter(({ kind }) => kind === 'charging.taken')).toHaveLength(1)
    forgetLostConnections(stage)
  })
})
