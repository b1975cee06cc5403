import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { listSeatKeys, recordConstraint, serveNotice } from '@pars/contract'
import { addDays, cityDateOf, instantOf } from '@pars/domain'
import { checkPackage, formatVkey } from '@pars/ledger'
import { noteSigner, sha256, verifyEd25519, verifyEs256 } from '@pars/ledger/node'
import { termsOf2017, withoutAddresses } from '@pars/terms/stories'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AgreementWay, agreementWay } from '../../server/tests/testing/agreement-way.ts'
import { expectSound } from './testing/check-screen.ts'
import { type PartnerHouse, registerHouse } from './testing/partner-house.ts'
import { setStage, waitUntilDrawn } from './testing/set-stage.ts'
import { plugInPasskey } from './testing/virtual-passkey.ts'

const stage = setStage({ partnerDoor: true })
const today = cityDateOf(instantOf(Date.now()))
const usDate = (date: string) => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`

let way: AgreementWay
let house: PartnerHouse
beforeAll(async () => {
  way = agreementWay(stage.server, today)
  house = await registerHouse(stage.server, 'Made-Up Removal Agency')
})

/** Registers a passkey of the seat where it has none yet, votes and signs, all on the resolution's page. */
const voteInBrowser = async (seat: string, resolution: string, choice: 'For' | 'Against'): Promise<Page> => {
  const { page, hand } = await stage.sit(`${seat}-representative`)
  await plugInPasskey(page)
  await page.goto(resolution)
  await waitUntilDrawn(page)
  await page.getByText('The SQL that this browser makes of the terms: the same as in the resolution').waitFor()
  await hand.type(page.getByLabel('Who holds it'), `Head of the ${seat}`)
  await hand.press(page.getByRole('button', { name: 'Make and register the passkey' }))
  await page.getByText(`The passkey of Head of the ${seat} is in the register.`).waitFor()
  await hand.pick(page.getByRole('group', { name: 'Your seat’s vote' }), choice)
  await hand.type(page.getByLabel('Reason'), 'What it grants is needed, and no more.')
  await hand.type(page.getByLabel('On whose authority'), 'The head of the agency')
  await hand.press(page.getByRole('button', { name: 'Sign with a passkey and cast' }))
  await page.getByText(`Your seat’s ballot is cast: ${choice.toLowerCase()}.`).waitFor()
  return page
}

describe('the vote, in a real browser', () => {
  test('an agreement is drafted, voted for by two passkeys, accepted by a key file, and in force', async () => {
    const solicitor = await stage.sit('city-solicitor', { at: '/agreements/draft' })
    const { page, hand } = solicitor
    await hand.choose(page.getByLabel('Partner'), house.name)
    await hand.pick(page.getByRole('group', { name: 'Begin with' }), 'Warrants: a police department that serves them')
    await hand.press(page.getByRole('button', { name: 'Begin' }))
    await page.getByRole('heading', { name: '3 things to settle before this is complete' }).waitFor()
    await hand.type(page.getByLabel('Code of the agreement'), 'warrants-by-browser')
    await hand.type(page.getByLabel('First day'), usDate(today))
    await hand.type(page.getByLabel('Last day'), usDate(addDays(today, 90)))
    // The plain words follow while one types.
    await page.getByText('The partner may ask about one person by offense tracking number').first().waitFor()
    await hand.tick(page.getByRole('checkbox', { name: 'Everyone arrested for one incident' }))
    await page.locator('.terms-summary__rare', { hasText: 'everyone arrested for one incident' }).waitFor()
    await expectSound(page)
    await hand.press(page.getByRole('button', { name: 'Put on file' }))
    await page.getByText('Version 1 of warrants-by-browser is on file.').waitFor()

    await hand.press(page.getByRole('link', { name: /^Votes/ }))
    await hand.press(page.getByRole('button', { name: 'Open a resolution' }))
    const dialog = page.getByRole('dialog')
    await hand.choose(dialog.getByLabel('What it does'), 'Adopt')
    await hand.type(dialog.getByLabel('Reason'), 'The department serves our warrants too.')
    await hand.type(dialog.getByLabel('Votes close on'), usDate(addDays(today, 10)))
    await hand.press(dialog.getByRole('button', { name: 'Open it' }))
    await page.getByRole('heading', { level: 1, name: /^Adopt version 1 of the terms/ }).waitFor()
    const resolution = new URL(page.url()).pathname
    await expectSound(page)

    const police = await voteInBrowser('police', resolution, 'For')
    await police.getByText('One more seat must vote for it.').waitFor()
    expect(await police.getByRole('heading', { name: 'The ballot of Police' }).count()).toBe(0)
    await voteInBrowser('court', resolution, 'For')

    const officer = await stage.sitAsOfficer(house.officer, '/partner/votes')
    await officer.hand.press(officer.page.getByRole('button', { name: 'Answer it' }))
    const answer = officer.page.getByRole('dialog')
    await officer.hand.pick(answer.getByRole('group', { name: 'Your agency’s answer' }), 'Accepts exactly these terms')
    await answer.getByLabel('Key file of your unit').setInputFiles(house.keyFile)
    await answer.getByText(house.key.keyId).waitFor()
    await officer.hand.press(answer.getByRole('button', { name: 'Sign and answer' }))
    await officer.page.getByText('Your agency’s answer is on record.').waitFor()

    await page.goto('/agreements')
    await page.locator('tr', { hasText: 'warrants-by-browser' }).getByText('In force').waitFor()
    const keys = await (await stage.server.as('court-clerk')).call(listSeatKeys)
    expect(keys.keys.filter(({ genesis, algorithm }) => genesis && algorithm !== 'ed25519')).toHaveLength(2)
  })

  test('somebody who presses cancel has cast nothing, and is told so', async () => {
    const drafted = await way.draft(house, way.termsOf(house))
    const resolution = await way.open(drafted)
    const { page, hand } = await stage.sit('police-representative', { at: `/resolutions/${resolution}` })
    // No authenticator is plugged in that holds the seat's key, and the browser is told to refuse at once.
    await page.evaluate(() => {
      navigator.credentials.get = () => Promise.reject(new DOMException('closed', 'NotAllowedError'))
    })
    await hand.pick(page.getByRole('group', { name: 'Your seat’s vote' }), 'For')
    await hand.type(page.getByLabel('Reason'), 'Reason.')
    await hand.type(page.getByLabel('On whose authority'), 'The Mayor')
    await hand.press(page.getByRole('button', { name: 'Sign with a passkey and cast' }))
    await page.getByText('The device signed nothing').waitFor()
    expect((await way.see(resolution)).ballots).toEqual([])
    expect(await page.getByLabel('Reason').inputValue()).toBe('Reason.')
  })

  test('terms on the page that are not those of the resolution are found, and nobody can vote', async () => {
    const drafted = await way.draft(house, way.termsOf(house))
    const resolution = await way.open(drafted)
    const { page } = await stage.sit('police-representative')
    await page.route('**/versions/1', async route => {
      const response = await route.fetch()
      const body = await response.json()
      await route.fulfill({
        response,
        json: { ...body, termsText: body.termsText.replace('"rowsPerAnswer":10', '"rowsPerAnswer":11') },
      })
    })
    await page.goto(`/resolutions/${resolution}`)
    await page.getByText('Do not vote. The text on this page is not the text of the resolution').waitFor()
    expect(await page.getByRole('button', { name: 'Sign with a passkey and cast' }).count()).toBe(0)
  })
})

describe('one agreement', () => {
  let agreementId: string
  beforeAll(async () => {
    await way.registerFile('prosecutor').then(key => way.files.set('prosecutor', key))
    way.files.set('police', await way.registerFile('police'))
    way.passkeys.set('court', await way.registerPasskey('court', 'es256'))
    const { agreement, version, units, startsOn, endsOn } = way.termsOf(house)
    const terms = {
      ...termsOf2017({ agreement, version, partner: house.name, units, startsOn, endsOn }),
      governs: 'data' as const,
    }
    const put = await way.putInForce(house, terms)
    agreementId = put.agreementId
    const next = await way.draft(house, withoutAddresses(terms, startsOn))
    await way.open(next, { action: 'amend', reason: 'Addresses are not needed.' })
    const solicitor = await stage.server.as('city-solicitor')
    const body = {
      kind: 'request' as const,
      recipient: 'Director',
      subject: 'Use of the record',
      body: 'Who reviews it?',
      released: true,
      replyDueAt: instantOf(Date.now() + 86_400_000),
      repliesTo: null,
    }
    await solicitor.call(serveNotice, { params: { agreementId }, body })
    await solicitor.call(recordConstraint, {
      body: {
        citation: 'Made-up Code § 1',
        text: 'No address.',
        binds: ['police'],
        effectiveFrom: today,
        effectiveTo: null,
      },
    })
  })

  test('shows rare grants first, every part in words, and reads on a phone', async () => {
    const { page } = await stage.sit('court-clerk', { at: `/agreements/${agreementId}` })
    const first = page.locator('.terms-summary li').first()
    expect(await first.textContent()).toContain('The partner may ask for everyone born abroad')
    expect(await first.evaluate(line => getComputedStyle(line.querySelector('strong') ?? line).fontWeight)).toBe('700')
    await expectSound(page)
    for (const [part, sign] of [
      ['What the machine does', 'clauses that the machine holds are as they were voted.'],
      ['Versions', 'The partner no longer sees addresses.'],
      ['Votes', 'On the authority of'],
      ['Letters', 'Reply due'],
      ['Duties', 'Audit of its own use'],
    ] as const) {
      await page.getByRole('navigation', { name: 'Parts of this agreement' }).getByRole('link', { name: part }).click()
      await page.getByText(sign).first().waitFor()
      await expectSound(page)
    }
  })

  test('"Extend as administrator": the database refuses each role, in its own words', async () => {
    const { page, hand } = await stage.sit('police-manager', { at: `/agreements/${agreementId}` })
    const before = await way.seeAgreement(agreementId)
    await hand.press(page.getByRole('button', { name: 'Extend as administrator' }))
    const dialog = page.getByRole('dialog')
    await hand.press(dialog.getByRole('button', { name: 'Extend as administrator' }))
    await dialog.getByText(/The database refused all \d+ tries/).waitFor()
    expect(await dialog.getByText(/permission denied/).count()).toBeGreaterThan(5)
    expect((await way.seeAgreement(agreementId)).endsAt).toBe(before.endsAt)
    await expectSound(page)
  })

  test('the evidence is exported by a custodian as one file that holds', async () => {
    const { page, hand } = await stage.sit('city-solicitor', { at: `/agreements/${agreementId}` })
    await hand.press(page.getByRole('button', { name: 'Export evidence' }))
    const dialog = page.getByRole('dialog')
    await hand.type(dialog.getByLabel('From'), '1')
    await expectSound(page)
    const [kept] = await Promise.all([
      page.waitForEvent('download'),
      hand.press(dialog.getByRole('button', { name: 'Export', exact: true })),
    ])
    expect(kept.suggestedFilename()).toMatch(/^pars-package-.+-1-\d+\.jsonl$/)
    await dialog.getByText(/Exported: entries 1 to/).waitFor()
    const checks = { ed25519: verifyEd25519, es256: verifyEs256 }
    const report = await checkPackage(new Uint8Array(readFileSync(await kept.path())), { sha256, checks })
    expect(report.faults).toEqual([])
    await hand.type(dialog.getByLabel('From'), 'yesterday')
    await hand.press(dialog.getByRole('button', { name: 'Export', exact: true }))
    await dialog.getByText('Name the first and the last entry by number').waitFor()
  })

  test('who sees this person today: cells that are there, and rows that are not', async () => {
    const { arrestId } = await stage.way.toDocket()
    const { page } = await stage.sit('detective', { at: `/arrests/${arrestId}/readers` })
    const cell = async (row: string, reader: string) => {
      const column = (await page.locator('.readers-table thead th').allInnerTexts()).findIndex(text =>
        text.startsWith(reader),
      )
      return page
        .locator('.readers-table tbody tr', { has: page.locator('th', { hasText: row }) })
        .locator('td')
        .nth(column - 1)
    }
    // Two agreements of one partner: the wide one shows addresses, the one for warrants says one sentence.
    const heads = await page.locator('.readers-table thead th').allInnerTexts()
    expect(heads.filter(text => text.startsWith(house.name))).toHaveLength(2)
    expect(await page.getByText('No record available to you.').count()).toBe(1)
    expect(await (await cell('Victims and witnesses', 'Police')).textContent()).not.toBe('')
    expect(await (await cell('Victims and witnesses', 'Court')).textContent()).toBe('')
    expect(await (await cell('Addresses', 'Court')).textContent()).toContain('Example Street')
    await expectSound(page)
  })

  test('seats stop alone only where the terms let them, with a reason', async () => {
    const { page, hand } = await stage.sit('court-representative', { at: `/agreements/${agreementId}` })
    await hand.press(page.getByRole('button', { name: 'Emergency stop' }))
    const dialog = page.getByRole('dialog')
    await hand.press(dialog.getByRole('button', { name: 'Stop now' }))
    await dialog.getByText('Type the reason.').first().waitFor()
    await hand.type(dialog.getByLabel('Reason'), 'A list was found with a reporter.')
    await hand.press(dialog.getByRole('button', { name: 'Stop now' }))
    await page.getByRole('heading', { level: 1, name: /suspended, nothing can be asked/ }).waitFor()
    await page.getByText('Because stopped by one seat in an emergency.').waitFor()
  })
})

describe('registers', () => {
  test.each(['/agreements', '/partners', '/seat-keys', '/legal-constraints'])(
    '%s reads on a desk and a phone',
    async at => {
      const { page } = await stage.sit('city-solicitor', { at })
      await expectSound(page)
    },
  )
  test('the representative of a seat appoints its cosigner by the line that it printed, and another in its place', async () => {
    // As long as the embedded default's own names are.
    const name = `cosigner.test/rehearsal/${'0'.repeat(32)}/cosigner/prosecutor`
    const vkeyOf = (cosigner: string) =>
      formatVkey(noteSigner(cosigner, 'cosignature', generateKeyPairSync('ed25519').privateKey))
    const { page, hand } = await stage.sit('prosecutor-representative', { at: '/seat-keys' })
    await page
      .getByRole('row', { name: /none appointed/ })
      .nth(2)
      .waitFor()
    await hand.press(page.getByRole('button', { name: 'Appoint a cosigner' }))
    const dialog = page.getByRole('dialog')
    await hand.press(dialog.getByRole('button', { name: 'Appoint it' }))
    await dialog.getByText('Paste the line that the program prints.').first().waitFor()
    await hand.type(dialog.getByLabel('Verifier key'), 'cosigner.test/prosecutor')
    await hand.press(dialog.getByRole('button', { name: 'Appoint it' }))
    await dialog
      .getByText('This is not the verifier key of a cosigner. Copy the line that it prints.')
      .first()
      .waitFor()
    await expectSound(page)
    await dialog.getByLabel('Verifier key').fill(vkeyOf(name))
    await hand.press(dialog.getByRole('button', { name: 'Appoint it' }))
    await page.getByText(`${name} is your seat’s cosigner now.`).waitFor()
    await page.getByText('Appointed. It has confirmed nothing yet').waitFor()
    await hand.press(page.getByRole('button', { name: 'Appoint another cosigner' }))
    await dialog.getByText(`It takes the place of ${name}`).waitFor()
    expect(await dialog.evaluate(box => box.scrollWidth - box.clientWidth)).toBe(0)
    await dialog.getByLabel('Verifier key').fill(vkeyOf(name))
    await hand.press(dialog.getByRole('button', { name: 'Appoint it' }))
    await dialog.getByText('Another cosigner had this name; start it with another --name.').first().waitFor()
    await dialog.getByLabel('Verifier key').fill(vkeyOf(`${name}-2`))
    await hand.press(dialog.getByRole('button', { name: 'Appoint it' }))
    await page.getByText(`${name}-2 is your seat’s cosigner now.`).waitFor()
    await expectSound(page)
  })
  test('who votes for no seat sees the cosigners and appoints none', async () => {
    const { page } = await stage.sit('city-solicitor', { at: '/seat-keys' })
    await page.getByRole('heading', { level: 2, name: 'Cosigners' }).waitFor()
    expect(await page.getByRole('button', { name: /Appoint/ }).count()).toBe(0)
  })
  test('one partner, with its officers and the switch that stops it', async () => {
    const { page, hand } = await stage.sit('city-solicitor', { at: `/partners/${house.partnerId}` })
    await hand.press(page.getByRole('button', { name: 'Stop Removal Unit on every path' }))
    const dialog = page.getByRole('dialog')
    await hand.type(dialog.getByLabel('Reason'), 'A password was found on a wall.')
    await hand.press(dialog.getByRole('button', { name: 'Stop' }))
    await page.getByText('Removal Unit is stopped.').waitFor()
    await page.getByText('STOPPED').first().waitFor()
    await expectSound(page)
  })
  test('whoever has no part in agreements is told whose they are', async () => {
    const { page } = await stage.sit('defender', { at: '/agreements' })
    await page.getByRole('heading', { level: 1, name: 'This screen belongs to another chair' }).waitFor()
  })
  test('the public register needs no script and no sign-in', async () => {
    const { page } = await stage.sit(null, { at: '/public' })
    expect(await page.locator('script').count()).toBe(0)
    await page
      .getByRole('heading', { level: 1, name: /outside agenc(y|ies) may look into the arrest record/ })
      .waitFor()
    await expectSound(page)
    await page.getByRole('link', { name: 'I reported a crime: is my name shared?' }).first().click()
    await page.getByText('No. No outside agency is given the names').waitFor()
    await expectSound(page)
    await page.getByRole('link', { name: 'Agreements' }).first().click()
    await page.getByRole('link', { name: house.name }).first().click()
    await page.getByRole('heading', { name: 'Who voted how, and why' }).waitFor()
    await expectSound(page)
  })
})
