import { type ArrestReportInput, correctArrest, takeCharging, viewArrest } from '@pars/contract'
import { describe, expect, test } from 'vitest'
import { madeUpReport } from '../../server/tests/testing/made-up-report.ts'
import { expectSound } from './testing/check-screen.ts'
import { personNamed } from './testing/made-up-person.ts'
import { setStage } from './testing/set-stage.ts'
import { typedNow } from './testing/typed-now.ts'

const stage = setStage()

const view = async (arrestId: string) =>
  (await stage.server.as('charging-attorney')).call(viewArrest, { params: { arrestId } })

const correct = async (arrestId: string, change: Partial<ArrestReportInput>) => {
  const { version, report } = await view(arrestId)
  const { ssnLastFour: _, ...person } = report.person
  const body = {
    reason: 'It was wrong on the paper.',
    report: { ...report, narrative: '', victimsAndWitnesses: [], person: { ...person, ssn: null }, ...change },
  }
  await (await stage.server.as('booking-officer')).call(correctArrest, { params: { arrestId }, version, body })
}

/** A report with three police charges, so that each kind of decision has one. */
const reportThree = (last: string) => {
  const { charges } = madeUpReport()
  const descriptions = ['Robbery', 'Simple Assault', 'Theft']
  return stage.way.report({
    ...personNamed(last, 'Rosa'),
    charges: descriptions.flatMap(description => charges.map(charge => ({ ...charge, description }))),
    incidents: charges.map(({ dcNumber }) => dcNumber),
  })
}

describe('a charging attorney', () => {
  test('takes, approves, modifies, declines and makes the complaint, by keyboard alone', async () => {
    const arrestId = await reportThree('Threefold')
    const { page, hand } = await stage.sit('charging-attorney', { at: '/charging' })
    await page
      .getByRole('heading', { level: 1, name: /^1 arrest waits for charging; the longest held \d:\d\d/ })
      .waitFor()
    await expectSound(page)
    await hand.key('j')
    await hand.key('Enter')
    await page.getByRole('heading', { level: 1, name: /take the arrest to decide its charges$/ }).waitFor()
    await hand.key('t')
    await page.getByRole('heading', { level: 1, name: /decide each charge$/ }).waitFor()
    await hand.key('a')
    await hand.key('j')
    await hand.key('m')
    await hand.choose(page.getByRole('row', { name: /Simple Assault/ }).getByLabel('Grade'), 'M2')
    await hand.key('j')
    const theft = page.getByRole('row', { name: /Theft/ })
    await hand.pick(theft.getByRole('group', { name: 'Decision on Theft' }), 'Decline')
    await hand.choose(theft.getByLabel('Reason'), 'Not enough evidence')
    await page.getByText('1 approved, 1 modified, 1 declined').waitFor()
    await hand.key('Control+Enter')
    await page.getByRole('heading', { level: 1, name: /make the complaint$/ }).waitFor()
    await page.getByText('The charges of Threefold, Rosa are decided.').waitFor()
    await expectSound(page)

    const { date, time } = typedNow(0)
    await hand.type(page.getByLabel('Verified by the affiant on'), date)
    await hand.type(page.getByLabel('At', { exact: true }), time)
    await hand.key('Control+Enter')
    await page.getByRole('heading', { level: 1, name: /charging is done$/ }).waitFor()
    const { charging, custody } = await view(arrestId)
    expect(custody.stage).toBe('complaint-made')
    expect(charging.decision?.charges.map(({ origin, grade }) => [origin, grade])).toEqual([
      ['approved', 'F1'],
      ['modified', 'M2'],
    ])
    expect(charging.decision?.declined).toMatchObject([{ reason: 'insufficient-evidence' }])
    expect(charging.complaints[0]?.chargeIds).toHaveLength(2)
  })

  test('opens the complaint as a PDF from the screen', async () => {
    const { arrestId } = await stage.way.toComplaint(personNamed('Paper', 'Pat'))
    const { page } = await stage.sit('charging-attorney', { at: `/charging/${arrestId}` })
    const link = page.getByRole('link', { name: /^Open the complaint \(PDF\)/ })
    const answer = await page.request.get((await link.getAttribute('href')) ?? '')
    expect(answer.headers()['content-type']).toBe('application/pdf')
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('is led to every charge that is left, and keeps the decisions when the page is loaded again', async () => {
    const arrestId = await reportThree('Unfinished')
    await (await stage.server.as('charging-attorney')).call(takeCharging, { params: { arrestId } })
    const { page, hand } = await stage.sit('charging-attorney', { at: `/charging/${arrestId}` })
    await hand.key('d')
    await hand.key('Control+Enter')
    const summary = page.getByRole('alert')
    await summary.getByRole('link', { name: 'Robbery, Reason: Choose a reason.' }).waitFor()
    await hand.press(summary.getByRole('link', { name: /^Theft: Approve, modify or decline/ }))
    await expectSound(page)
    await page.reload()
    await page.getByText('What you decided before is back.').waitFor()
    await page.getByText('1 of 3 decided').waitFor()
  })

  test('sends a report back with a reason, and police send it again', async () => {
    const arrestId = await stage.way.report(personNamed('Back', 'Bo'))
    await (await stage.server.as('charging-attorney')).call(takeCharging, { params: { arrestId } })
    const { page, hand } = await stage.sit('charging-attorney', { at: `/charging/${arrestId}` })
    await hand.press(page.getByRole('button', { name: 'Send back to police' }))
    const dialog = page.getByRole('dialog')
    await hand.choose(dialog.getByLabel('Reason'), 'Papers are missing')
    await hand.press(dialog.getByRole('button', { name: 'Send back to police' }))
    await page.getByText('The report about Back, Bo is back with police.').waitFor()
    const police = await stage.sit('detective', { at: `/arrests/${arrestId}` })
    await police.hand.press(police.page.getByRole('button', { name: /again/ }))
    await police.page.locator('.pars-done__box').waitFor()
    expect((await view(arrestId)).custody.stage).toBe('sent-to-charging')
  })

  test('sees that another attorney has the arrest, and whom to ask', async () => {
    const arrestId = await stage.way.report(personNamed('Taken', 'Tia'))
    const { page } = await stage.sit('prosecutor-manager', { at: `/charging/${arrestId}` })
    await (await stage.server.as('charging-attorney')).call(takeCharging, { params: { arrestId } })
    await page.getByRole('heading', { level: 1, name: 'Taken, Tia: Attorney Charging is deciding' }).waitFor()
    await page.getByText('A charging supervisor can take it over.').waitFor()
    expect(await page.getByRole('button', { name: /Record the decision|Take/ }).count()).toBe(0)
  })

  test('is told at once when police correct the report, and decides about the corrected one', async () => {
    const arrestId = await stage.way.report(personNamed('Meanwhile', 'Mae'))
    await (await stage.server.as('charging-attorney')).call(takeCharging, { params: { arrestId } })
    const { page, hand } = await stage.sit('charging-attorney', { at: `/charging/${arrestId}` })
    await hand.key('a')
    await correct(arrestId, { place: '3000 block Corrected Street' })
    await page.getByText('Police corrected the report while it was open here.').waitFor()
    await hand.press(page.getByRole('button', { name: /^Show the corrected report/ }))
    await page.getByText('3000 block Corrected Street').waitFor()
    await hand.key('Control+Enter')
    await page.getByText('The charges of Meanwhile, Mae are decided.').waitFor()
    expect((await view(arrestId)).charging.decision?.arrestVersion).toBe(2)
  })
})
