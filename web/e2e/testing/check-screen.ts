import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export const desktop = { width: 1366, height: 768 }
export const phone = { width: 390, height: 844 }

/** What axe holds against a screen as it stands, as far as it is serious; each with the elements it means. */
export const seriousFindings = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** How many pixels a screen is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** A screen is sound when axe finds nothing serious on a desk and on a phone, and no phone has to scroll sideways. */
export const expectSound = async (page: Page, size: { width: number; height: number } = desktop): Promise<void> => {
  for (const each of [desktop, phone]) {
    await page.setViewportSize(each)
    expect(await seriousFindings(page), `axe at ${each.width}`).toEqual([])
    expect(await overflowOf(page), `wider than ${each.width} px by`).toBe(0)
  }
  await page.setViewportSize(size)
}
