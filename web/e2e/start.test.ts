import { describe, expect, test } from 'vitest'
import { setStage } from './testing/set-stage.ts'

const stage = setStage()

describe('the start page', () => {
  test('seats somebody by keyboard and shows who sits here', async () => {
    const { page, hand } = await stage.sit(null)
    await hand.press(page.getByRole('link', { name: 'Sit here as Booking officer' }))
    await page.getByRole('heading', { level: 1, name: 'Book an arrest' }).waitFor()
    expect(await page.locator('.pars-seat__who').textContent()).toContain('Officer Booking')
  })
})
