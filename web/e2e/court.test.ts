import { viewArrest } from '@pars/contract'
import { describe, expect, test } from 'vitest'
import { expectSound } from './testing/check-screen.ts'
import { personNamed } from './testing/made-up-person.ts'
import { setStage } from './testing/set-stage.ts'
import { typedNow } from './testing/typed-now.ts'

const stage = setStage()

describe('a court clerk', () => {
  test('opens a session, files a complaint and lists the person, by keyboard alone', async () => {
    const { arrestId } = await stage.way.toComplaint(personNamed('Filed', 'Fern'))
    const { page, hand } = await stage.sit('court-clerk', { at: '/court' })
    const dialog = page.getByRole('dialog')
    await page.getByRole('heading', { level: 1, name: '1 complaint to file' }).waitFor()

    await hand.press(page.getByRole('button', { name: 'Open a session' }))
    const { date, time } = typedNow(1)
    await hand.type(dialog.getByLabel('Date'), date)
    await hand.type(dialog.getByLabel('Time'), time)
    await hand.choose(dialog.getByLabel('Room'), 'B-08')
    await hand.press(dialog.getByRole('button', { name: 'Open it' }))
    // In the last hour of a day the session is tomorrow's, and says so.
    await page.getByText(new RegExp(`^The .*${time} session in room B-08 is open\\.$`)).waitFor()

    await hand.press(page.getByRole('button', { name: 'Certify and file the complaint against Filed, Fern' }))
    await hand.press(dialog.getByRole('button', { name: 'File it' }))
    await dialog.getByRole('link', { name: /Certify that the complaint is complete/ }).waitFor()
    await expectSound(page)
    await hand.press(dialog.getByRole('button', { name: 'Take the next number' }))
    await page.waitForFunction(() =>
      /^MC-51-CR-/.test(document.querySelector<HTMLInputElement>('dialog input[type=text]')?.value ?? ''),
    )
    await hand.pick(dialog.getByRole('group', { name: 'Who is on record for the person' }), 'Defender Association')
    await hand.tick(dialog.getByRole('checkbox', { name: /^I certify/ }))
    await hand.press(dialog.getByRole('button', { name: 'File it' }))
    await page.getByText(/^The complaint against Filed, Fern is filed as MC-51-CR-/).waitFor()

    await hand.press(page.getByRole('button', { name: 'List Filed, Fern for the session' }))
    await page.getByText(new RegExp(`^Filed, Fern is in slot 1 of the .*${time} session\\.$`)).waitFor()
    await page.getByRole('heading', { level: 1, name: 'Nothing waits for the clerk' }).waitFor()
    await expectSound(page)
    const { custody, dockets } = await (await stage.server.as('magistrate')).call(viewArrest, { params: { arrestId } })
    expect(custody.stage).toBe('listed')
    expect(dockets[0]).toMatchObject({ counsel: 'defender', listings: [{ slot: 1, room: 'B-08' }] })
  })

  test('is told when a docket number is taken, and what was typed stays', async () => {
    const taken = await stage.way.toDocket(personNamed('First', 'Flo'))
    const record = await (await stage.server.as('court-clerk')).call(viewArrest, { params: taken })
    await stage.way.toComplaint(personNamed('Second', 'Sam'))
    const { page, hand } = await stage.sit('court-clerk', { at: '/court' })
    await hand.press(page.getByRole('button', { name: 'Certify and file the complaint against Second, Sam' }))
    const dialog = page.getByRole('dialog')
    const number = dialog.getByLabel('Docket number')
    await hand.type(number, record.dockets[0]?.docketNumber ?? '')
    await hand.tick(dialog.getByRole('checkbox', { name: /^I certify/ }))
    await hand.key('Enter')
    await dialog.getByRole('alert').waitFor()
    expect(await number.inputValue()).toBe(record.dockets[0]?.docketNumber)
    await hand.key('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  test('marks who was not produced; the docket waits for another session', async () => {
    const { docketId } = await stage.way.toListing(personNamed('Absent', 'Abe'))
    const { page, hand } = await stage.sit('court-clerk', { at: `/hearings/${docketId}` })
    await hand.press(page.getByRole('button', { name: 'Not produced' }))
    const dialog = page.getByRole('dialog')
    await hand.press(dialog.getByRole('button', { name: 'Record it' }))
    await dialog.getByRole('link', { name: 'Choose a reason.' }).waitFor()
    await hand.choose(dialog.getByLabel('Reason'), 'In hospital')
    await hand.press(dialog.getByRole('button', { name: 'Record it' }))
    await page.getByText('Absent, Abe was not produced; the docket waits for another session.').waitFor()
    await hand.press(page.getByRole('link', { name: 'Put it into a session' }))
    await page.getByText('Not produced: In hospital').waitFor()
  })

  test('reads the list of a session by slot, and opens a hearing from it', async () => {
    const session = await stage.way.openSession()
    for (const last of ['One', 'Two']) {
      const { docketId } = await stage.way.toDocket(personNamed(last, 'Lou'))
      await stage.way.list(docketId, session)
    }
    const { page, hand } = await stage.sit('magistrate', { at: `/court/${session}` })
    await page.getByRole('heading', { level: 1, name: '0 of 2 heard; 2 wait' }).waitFor()
    await expectSound(page)
    await hand.key('j')
    await hand.key('j')
    await hand.key('Enter')
    await page.getByRole('heading', { level: 1, name: 'Two, Lou' }).waitFor()
  })
})
