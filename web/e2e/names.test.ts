import { correctArrest, viewArrest } from '@pars/contract'
import { describe, expect, test } from 'vitest'
import { desktop, expectSound, overflowOf, phone } from './testing/check-screen.ts'
import { personNamed } from './testing/made-up-person.ts'
import { setStage } from './testing/set-stage.ts'
import { typedNow } from './testing/typed-now.ts'

const stage = setStage()
const arrested = typedNow(-3)
const longest = /Q{200}/
const markup = '<img src=x onerror="document.title=1">'

const draftNamed = async (last: string, first: string) => {
  const sitting = await stage.sit('booking-officer', { at: '/booking' })
  const { page, hand } = sitting
  const name = page.getByRole('group', { name: 'Name', exact: true })
  await name.getByLabel('Last name').fill(last)
  await name.getByLabel('First name').fill(first)
  await hand.type(page.getByRole('textbox', { name: 'Date of arrest' }), arrested.date)
  await hand.type(page.getByRole('textbox', { name: 'Time of arrest' }), arrested.time)
  await hand.key('Enter')
  return sitting
}

describe('a name that somebody has', () => {
  test.each([
    ["O'Dea-Núñez", 'Ana María'],
    ['Y', ''],
    ['阮', '氏梅'],
    ['حسن', 'ليلى'],
    ['Ólafsdóttir-van der Berg y García-Montgomery de la Featherstonehaugh', 'Æthelthryth'],
  ])('%s, %s is taken unchanged and shown so on board and record', async (last, first) => {
    const { page, hand } = await draftNamed(last, first)
    await page.getByText(/^Draft saved at/).waitFor()
    await page.goto('/board')
    const shown = first === '' ? last : `${last}, ${first}`
    await hand.press(page.getByRole('link', { name: shown, exact: true }))
    await page.waitForURL(/\/booking\/arr_/)
    const name = page.getByRole('group', { name: 'Name', exact: true })
    expect(await name.getByLabel('Last name').inputValue()).toBe(last)
    const arrestId = page.url().split('/').at(-1) ?? ''
    const { report } = await (await stage.server.as('detective')).call(viewArrest, { params: { arrestId } })
    expect(report.person.names[0]).toMatchObject({ last, first: first === '' ? null : first })
    await page.goto(`/arrests/${arrestId}`)
    await page.getByRole('heading', { level: 1, name: shown }).waitFor()
  })
})

describe('a name that nobody has', () => {
  test.each([
    ['markup', markup, 'holds an angle bracket (U+003C)'],
    ['reversed text', 'Quill\u202e4202', 'holds a character that reverses what is read (U+202E)'],
    ['hidden text', 'Qu\u200bill', 'holds a character that nobody can see (U+200B)'],
    ['300 characters', 'Q'.repeat(300), 'has 300 characters; 200 is the most that fits'],
  ])('of %s is refused beside its field, by what is wrong with it, and stays as typed', async (_, last, says) => {
    const { page } = await draftNamed(last, 'Hal')
    const field = page.getByRole('group', { name: 'Name', exact: true }).getByLabel('Last name')
    await page.getByRole('alert').getByText(says).waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await field.inputValue()).toBe(last)
    expect(await page.title()).not.toBe('1')
    if (last.length > 200) await expectSound(page)
  })
})

describe('text that tries to be more', () => {
  test('is text on every screen that shows it', async () => {
    const arrestId = await stage.way.report({
      ...personNamed('Plain', 'Pia'),
      place: markup,
      narrative: `</script><script>document.title=1</script>\n${markup}`,
      officers: [{ badge: '1', name: 'O’Malley & Söhne' }],
      victimsAndWitnesses: [{ kind: 'witness', name: 'W. Made-Up', contact: '"><svg onload=alert(1)>' }],
    })
    const police = await stage.server.as('detective')
    const { report, version } = await police.call(viewArrest, { params: { arrestId } })
    const { ssnLastFour: _, ...person } = report.person
    const corrected = {
      ...report,
      narrative: report.narrative ?? '',
      victimsAndWitnesses: report.victimsAndWitnesses ?? [],
      person: { ...person, ssn: null },
      bookingSite: 'East',
    }
    await police.call(correctArrest, {
      params: { arrestId },
      version,
      body: { reason: `<b>bold</b> ${markup}`, report: corrected },
    })
    for (const at of [`/arrests/${arrestId}`, `/charging/${arrestId}`, '/board']) {
      const { page } = await stage.sit('charging-attorney', { at })
      await page.getByText('Plain, Pia').first().waitFor()
      if (at !== '/board') await page.getByText(markup, { exact: true }).first().waitFor()
      expect(await page.title(), at).not.toBe('1')
      expect(await page.locator('main img, main svg[onload], main script, main b').count(), at).toBe(0)
    }
  })

  test('of 200 characters without a break pushes nothing off the screen', async () => {
    const arrestId = await stage.way.report(personNamed('Q'.repeat(200), 'Q'.repeat(200)))
    for (const at of ['/board', `/arrests/${arrestId}`, '/charging', `/charging/${arrestId}`]) {
      const { page } = await stage.sit('charging-attorney', { at, size: phone })
      await page.getByText(longest).first().waitFor()
      for (const size of [phone, desktop]) {
        await page.setViewportSize(size)
        expect(await overflowOf(page), `${at} at ${size.width}`).toBe(0)
      }
    }
  })
})
