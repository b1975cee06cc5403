import { readFileSync } from 'node:fs'
import { askByIdentifier, reportArrest } from '@pars/contract'
import { cityDateOf, instantOf, type PlainDate } from '@pars/domain'
import { answersOf, checkPackage } from '@pars/ledger'
import { sha256, verifyEd25519, verifyEs256 } from '@pars/ledger/node'
import type { Terms } from '@pars/terms'
import { termsOf2017, withoutAttributes } from '@pars/terms/stories'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AgreementWay, agreementWay, cityNow, moveClock } from '../../server/tests/testing/agreement-way.ts'
import { madeUpReport } from '../../server/tests/testing/made-up-report.ts'
import { expectSound } from './testing/check-screen.ts'
import { type PartnerHouse, registerHouse } from './testing/partner-house.ts'
import { setStage, waitUntilDrawn } from './testing/set-stage.ts'

// The last two days of the year that the story tells.
const stage = setStage({ partnerDoor: true, startsAt: '2018-08-30T14:00:00.000Z' })
const lastDay = '2018-08-31' as PlainDate
const theEnd = Date.parse('2018-09-01T04:00:00.000Z')
const otn = 'N7654321'
const canary = '9 Canary Street'

let way: AgreementWay
let older: PartnerHouse
let newer: PartnerHouse

const withFeed = (terms: Terms): Terms => ({ ...terms, questions: [...terms.questions, { kind: 'feed', days: 30 }] })
const codes = new Map<PartnerHouse, string>()
const inForce = async (house: PartnerHouse, isOlder: boolean): Promise<void> => {
  const { agreement, version, units } = way.termsOf(house)
  codes.set(house, agreement)
  const startsOn = cityDateOf(await cityNow(stage.server))
  const wide = {
    ...termsOf2017({ agreement, version, partner: house.name, units, startsOn, endsOn: lastDay }),
    governs: 'data' as const,
  }
  const closesAt = instantOf(theEnd - 3_600_000)
  await way.putInForce(house, isOlder ? wide : withFeed(withoutAttributes(wide)), { closesAt })
}

beforeAll(async () => {
  const { server } = stage
  way = agreementWay(server, cityDateOf(await cityNow(server)))
  await way.genesis()
  older = await registerHouse(server, 'Agency of the Older Terms')
  newer = await registerHouse(server, 'Agency of the Newer Terms')
  await inForce(older, true)
  await inForce(newer, false)
  const hoursAgo = (Date.now() - Date.parse(await cityNow(server))) / 3_600_000 + 1
  const report = madeUpReport({ otn }, hoursAgo)
  const person = {
    ...report.person,
    countryOfBirth: { kind: 'self-reported' as const, codeSystem: 'genc' as const, code: 'ITA' },
    addresses: [{ line: canary, city: 'Testville', state: 'PA', zip: '19000' }],
  }
  await (await server.as('booking-officer')).call(reportArrest, { body: { ...report, person } })
})

const ask = (page: Page) => page.getByRole('button', { name: 'Ask', exact: true })
const purpose = (page: Page) => page.getByLabel('Purpose', { exact: true })

describe('an outside agency asks', () => {
  test('about one person for a purpose: an answer with its notice and receipt, by keyboard', async () => {
    const { page, hand } = await stage.sitAsOfficer(older.officer)
    await expectSound(page)
    await hand.type(page.getByLabel('Number', { exact: true }), otn)
    await hand.choose(purpose(page), 'Civil immigration enforcement')
    await hand.press(ask(page))
    await page.getByRole('heading', { name: '1 record available to you' }).waitFor()
    await page
      .getByText(/Recorded as entry [\d,]+/)
      .first()
      .waitFor()
    await page.getByText('Not to be passed on without the written consent of the custodians.').waitFor()
    expect(await page.locator('.console-record').textContent()).toContain(canary)
    await page.getByText(/Checked in this browser: your inquiry is entry [\d,]+ of a signed log/).waitFor()
    const [kept] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Keep the receipt' }).click(),
    ])
    expect(kept.suggestedFilename()).toMatch(/^inquiry-\d+\.tlog-proof$/)
    const receipt = readFileSync(await kept.path(), 'utf8')
    expect(receipt.startsWith('c2sp.org/tlog-proof@v1\n')).toBe(true)
    expect(Buffer.from(/^extra (.*)$/m.exec(receipt)?.[1] ?? '', 'base64').toString('utf8')).not.toContain(canary)
    await expectSound(page)
    for (const [link, heading] of [
      ['History', /inquir/],
      ['Agreement', /version 1/],
      ['Votes', /vote|answer/],
      ['Duties', /owed/],
      ['Letters', /letter/],
    ] as const) {
      await page.getByRole('link', { name: link, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
      await waitUntilDrawn(page)
      await expectSound(page)
    }
  })

  test('takes the evidence: an audit package that holds, by its coordinator', async () => {
    const { page, hand } = await stage.sitAsOfficer(older.officer, '/partner/history')
    await page
      .getByText(/Recorded|inquir/)
      .first()
      .waitFor()
    await page.getByText('Receipt', { exact: true }).first().click()
    await page.getByText(/Checked in this browser/).waitFor()
    await hand.type(page.getByLabel('From'), '1')
    const [kept] = await Promise.all([
      page.waitForEvent('download'),
      hand.press(page.getByRole('button', { name: 'Export', exact: true })),
    ])
    await page.getByText(/Exported: entries 1 to [\d,]+/).waitFor()
    const checks = { ed25519: verifyEd25519, es256: verifyEs256 }
    const report = await checkPackage(new Uint8Array(readFileSync(await kept.path())), { sha256, checks })
    expect(report.faults).toEqual([])
    expect(answersOf(report).answered).toBeGreaterThan(0)
    await expectSound(page)
  })

  test('about nobody whom it may see: the one sentence, and nothing else', async () => {
    const { page, hand } = await stage.sitAsOfficer(older.officer)
    await hand.type(page.getByLabel('Number', { exact: true }), 'N0000000')
    await hand.choose(purpose(page), 'Civil immigration enforcement')
    await hand.press(ask(page))
    await page.getByRole('heading', { name: 'No record available to you.' }).waitFor()
    expect(await page.locator('.console-record').count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Take it as CSV' }).count()).toBe(0)
  })

  test('"everyone born abroad": answered under the older agreement', async () => {
    const { page, hand } = await stage.sitAsOfficer(older.officer)
    await hand.pick(page.getByRole('group', { name: 'Question', exact: true }), 'Everyone with an attribute')
    await hand.type(page.getByLabel('Value'), 'abroad')
    await hand.type(page.getByLabel('Arrested since'), '08/01/2018')
    await hand.choose(purpose(page), 'Civil immigration enforcement')
    await hand.press(ask(page))
    await page.getByRole('heading', { name: '1 record available to you' }).waitFor()
  })

  test('"everyone born abroad": absent under the newer; asked for all the same, it is refused by its section', async () => {
    const { page, hand } = await stage.sitAsOfficer(newer.officer)
    await page.getByRole('radio', { name: 'All recent arrests' }).waitFor()
    expect(await page.getByRole('radio', { name: 'Everyone with an attribute' }).count()).toBe(0)
    await hand.press(page.getByText('Ask for something that your agreement does not hold'))
    await hand.press(page.getByRole('button', { name: 'Everyone with an attribute' }))
    await hand.type(page.getByLabel('Value'), 'abroad')
    await hand.type(page.getByLabel('Arrested since'), '08/01/2018')
    await hand.choose(purpose(page), 'Civil immigration enforcement')
    await hand.press(ask(page))
    await page.getByRole('heading', { name: 'Your agreement has no such question (section 3).' }).waitFor()
    await page
      .getByText(/Recorded as entry [\d,]+/)
      .first()
      .waitFor()
    await expectSound(page)
  })

  test('somebody who is no officer is asked to sign in, and shown nothing', async () => {
    const { page } = await stage.sit(null, { at: '/partner' })
    await page.getByRole('heading', { level: 1, name: 'Sign in as an officer of your agency' }).waitFor()
    await expectSound(page)
  })
})

describe('the end', () => {
  const isDark = (page: Page) =>
    page
      .getByRole('heading', { level: 1, name: 'This agreement ended on August 31, 2018. Nothing can be asked.' })
      .waitFor({ timeout: 30_000 })

  test('in the same second the open screen, a second tab and the back button hold one sentence and nothing more', async () => {
    const { page, hand } = await stage.sitAsOfficer(older.officer)
    await hand.type(page.getByLabel('Number', { exact: true }), otn)
    await hand.choose(purpose(page), 'Civil immigration enforcement')
    await hand.press(ask(page))
    await page.locator('.console-record').waitFor()
    const second = await page.context().newPage()
    await second.goto('/partner/history')
    await second.getByRole('heading', { level: 1, name: /inquir/ }).waitFor()
    const away = await page.context().newPage()
    await away.goto('/partner/history')
    await away.getByRole('heading', { level: 1, name: /inquir/ }).waitFor()
    await away.goto('/public')

    const { page: follower, hand: other } = await stage.sitAsOfficer(newer.officer)
    await other.pick(
      follower.getByRole('group', { name: 'Question', exact: true }),
      'What changed about persons asked about before',
    )
    await other.choose(purpose(follower), 'Civil immigration enforcement')
    await other.press(ask(follower))
    await other.press(follower.getByRole('button', { name: 'Follow by itself' }))
    await follower.getByText('Following. Each look is a question on record.').waitFor()

    await moveClock(stage.server, new Date(theEnd - 12_000).toISOString())
    // Nobody asks anything: the screens know the hour by the city's clock.
    await page.reload()
    await page.getByRole('link', { name: 'History', exact: true }).click()
    await page.getByRole('link', { name: 'Ask', exact: true }).click()
    await hand.type(page.getByLabel('Number', { exact: true }), otn)
    await hand.choose(purpose(page), 'Civil immigration enforcement')
    await hand.press(ask(page))
    await page.locator('.console-record').waitFor()
    // The one that follows a feed was not loaded anew: its clock is behind, and the stream's last word tells it.
    const over = follower.getByRole('heading', { level: 1, name: /^This agreement (has )?ended/ })
    await Promise.all([isDark(page), isDark(second), over.waitFor({ timeout: 30_000 })])
    const seen = Date.parse(await cityNow(stage.server))
    expect(seen - theEnd, 'milliseconds after the end').toBeLessThan(1500)
    expect(seen - theEnd).toBeGreaterThanOrEqual(0)

    await page.getByText(/^Last answer here: Aug 31, 2018, 23:59:/).waitFor()
    await page.getByText(/^First refusal here: Sep 1, 2018, 00:00:/).waitFor()
    await page.getByText(/Recorded as entry [\d,]+/).waitFor()
    for (const each of [page, second]) {
      const html = await each.content()
      expect(html).not.toContain('Canary')
      expect(html).not.toContain(otn)
      expect(await each.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))).not.toMatch(
        /Canary|N7654321/,
      )
    }
    await page.goBack()
    await isDark(page)
    // Opened after the end, it never read the terms: it knows of no date.
    await away.goBack()
    await away
      .getByRole('heading', { level: 1, name: /^This agreement (has )?ended.* Nothing can be asked\.$/ })
      .waitFor()
    expect(await away.content()).not.toContain(otn)
    await expectSound(page)
  })

  test('a request by hand with the same sign-in is refused, on record', async () => {
    const { page } = await stage.sitAsOfficer(newer.officer)
    // A sign-in after the end asks and is refused by the agreement itself; its own papers are still there.
    await page.getByText('This agreement ended on August 31, 2018. Nothing can be asked.').waitFor()
    const answer = await page.evaluate(
      async ({ path, body }) => {
        const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
        return { status: response.status, text: await response.text() }
      },
      {
        path: askByIdentifier.path,
        body: JSON.stringify({
          agreement: codes.get(newer),
          purpose: 'civil-immigration',
          cites: null,
          behalf: 'own unit',
          nonce: 'ab'.repeat(32),
          identifier: 'otn',
          value: otn,
        }),
      },
    )
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('agreement-ended')
    await page.getByRole('link', { name: 'Duties', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: /owed/ }).waitFor()
  })
})
