import type { Locator, Page } from 'playwright-core'

/** More stops than any screen has: Tab has been all the way around. */
const farthest = 250

/** What somebody does who has only a keyboard. Each act fails when the keyboard cannot reach it. */
export interface Hand {
  /** Presses Tab until the focus is on the target. */
  to(target: Locator): Promise<void>
  /** Goes to a field and types; what stood there is replaced. */
  type(field: Locator, text: string): Promise<void>
  /** Goes to a button or a link and presses Enter. */
  press(target: Locator): Promise<void>
  /** Goes to a checkbox and presses Space. */
  tick(box: Locator): Promise<void>
  /** Goes to a group of radios and moves by arrows to the one of this name. */
  pick(group: Locator, name: string): Promise<void>
  /** Goes to a list and moves by arrows to the first option that begins so. */
  choose(list: Locator, option: string): Promise<void>
  key(keys: string): Promise<void>
}

const hasFocus = (target: Locator): Promise<boolean> => target.evaluate(element => element === document.activeElement)

const tabUntil = async (page: Page, target: Locator, isThere: () => Promise<boolean>): Promise<void> => {
  await target.waitFor({ state: 'attached' })
  for (let stops = 0; stops < farthest; stops += 1) {
    if (await isThere()) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reaches ${target}`)
}

const arrowUntil = async (page: Page, what: string, isThere: () => Promise<boolean>): Promise<void> => {
  for (let steps = 0; steps < farthest; steps += 1) {
    if (await isThere()) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the arrows never reach ${what}`)
}

export const handOn = (page: Page): Hand => {
  const { keyboard } = page
  const to = (target: Locator) => tabUntil(page, target, () => hasFocus(target))
  return {
    to,
    async type(field, text) {
      await to(field)
      await keyboard.press('Control+a')
      await keyboard.press('Delete')
      await keyboard.type(text)
    },
    async press(target) {
      await to(target)
      await keyboard.press('Enter')
    },
    async tick(box) {
      await to(box)
      await keyboard.press('Space')
    },
    async pick(group, name) {
      const isInside = () => group.evaluate(element => element.contains(document.activeElement))
      await tabUntil(page, group, isInside)
      const radio = group.getByRole('radio', { name, exact: true })
      await arrowUntil(page, name, () => hasFocus(radio))
      await keyboard.press('Space')
    },
    async choose(list, option) {
      await to(list)
      await keyboard.press('Home')
      const chosen = () => list.evaluate(element => (element as HTMLSelectElement).selectedOptions[0]?.text ?? '')
      await arrowUntil(page, option, async () => (await chosen()).startsWith(option))
    },
    key: keys => keyboard.press(keys),
  }
}
