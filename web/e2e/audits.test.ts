import { Client } from 'pg'
import { expect, test } from 'vitest'
import { expectSound } from './testing/check-screen.ts'
import { personNamed } from './testing/made-up-person.ts'
import { setStage } from './testing/set-stage.ts'
import { moveArrestTime } from './testing/tamper.sql.ts'

const stage = setStage()

test('an audit is started by keyboard and holds; once somebody changed a row from outside, the next one names it', async () => {
  const { arrestId } = await stage.way.toDocket(personNamed('Sound', 'Sam'))
  const { page, hand } = await stage.sit('police-manager', { at: '/audits' })
  await page.getByRole('heading', { level: 1, name: 'Nobody has audited this database yet' }).waitFor()
  await expectSound(page)
  await hand.press(page.getByRole('button', { name: 'Start an audit' }))
  await page.getByRole('heading', { level: 1, name: /entries hold$/ }).waitFor()
  await expectSound(page)

  const admin = new Client(stage.server.database.admin)
  await admin.connect()
  await moveArrestTime(admin, arrestId)
  await admin.end()
  await hand.press(page.getByRole('button', { name: 'Start an audit' }))
  await page.getByRole('heading', { level: 1, name: /^The last audit found \d+ faults?$/ }).waitFor()
  await page.getByRole('table', { name: 'What the last audit found' }).waitFor()
  await page.getByText('Do not repair anything').waitFor()
  expect(await page.getByText('Sam').count()).toBe(0)
  await expectSound(page)
})

test('who has no part in audits is told whose they are', async () => {
  const { page } = await stage.sit('booking-officer', { at: '/audits' })
  await page.getByText('the chair of a seat’s manager or representative').waitFor()
  await expectSound(page)
})
