import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  type AnswerOf,
  chargingQueue,
  createClient,
  type Endpoint,
  listCourtSessions,
  viewBoard,
  viewCity,
  viewCourtSession,
  viewHearing,
} from '@pars/contract'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium, type Page } from 'playwright-core'
import { startBenchServer } from './bench/started-server.ts'
import { compressPng } from './compress-png.ts'
import { projectFolder } from './source-files.ts'

const folder = join(projectFolder, 'docs/screenshots')
const desk = { width: 1366, height: 768 }
const phone = { width: 390, height: 844 }
/** The pictures come with every clone. */
const mostBytes = 200_000

interface Chair {
  readonly page: Page
  /** Reads through the sign-in of this chair. */
  read<E extends Endpoint>(endpoint: E, params?: Record<string, string>): Promise<AnswerOf<E>>
}

/** The city has met the present: the pictures show an ordinary hour. */
const untilFilled = async (baseUrl: string): Promise<void> => {
  const city = createClient({ baseUrl })
  const latest = Date.now() + 15 * 60_000
  while (!(await city.call(viewCity)).clock.meetsPresent) {
    if (Date.now() > latest) throw new Error('the city did not meet the present in fifteen minutes')
    await wait(2_000)
  }
}

const sitDown = async (browser: Browser, baseUrl: string, chair: string, size = desk): Promise<Chair> => {
  const context = await browser.newContext({ viewport: size, baseURL: baseUrl, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`/sign-in?account=${chair}&to=/board`)
  return {
    page,
    async read(endpoint, params = {}) {
      const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
      const answer = await page.request.get(path)
      if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`)
      return answer.json()
    },
  }
}

const show = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('.pars-loading').waitFor({ state: 'detached' })
  await page.evaluate('document.fonts.ready')
}

const take = async (page: Page, name: string): Promise<void> => {
  const png = compressPng(await page.screenshot())
  await page.context().close()
  console.log(`docs/screenshots/${name}.png  ${Math.ceil(png.length / 1000)} KB`)
  if (png.length > mostBytes) throw new Error(`${name}.png is larger than ${mostBytes / 1000} KB: show less on it`)
  writeFileSync(join(folder, `${name}.png`), png)
}

const found = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`the city has no ${what} now: take the pictures a little later`)
  return value
}

/** The longest held that waits, taken, with its first charge approved. */
const showCharging = async ({ page, read }: Chair): Promise<void> => {
  const { rows } = await read(chargingQueue)
  const free = rows.filter(row => row.takenBy === null)
  const row = found(free.find(({ chargeCount }) => chargeCount > 2) ?? free[0], 'arrest that waits for charging')
  await show(page, `/charging/${row.arrestId}`)
  await page.keyboard.press('t')
  await page.getByRole('heading', { level: 1, name: /decide each charge$/ }).waitFor()
  await page.keyboard.press('a')
  await page.getByText(/^1 of \d+ decided/).waitFor()
  await page.getByRole('button', { name: 'Dismiss this notice' }).click()
}

/** In the latest session: the city holds its hearings too, and must not be faster. */
const findWaitingDocket = async ({ read }: Chair): Promise<string> => {
  const { sessions } = await read(listCourtSessions)
  for (const { courtSessionId } of sessions.toSorted((one, other) => (one.startsAt < other.startsAt ? 1 : -1))) {
    const { listings } = await read(viewCourtSession, { courtSessionId })
    for (const { docketId } of listings.filter(({ state }) => state === 'waiting'))
      if ((await read(viewHearing, { docketId })).docket.counsel === 'defender') return docketId
  }
  throw new Error('nobody waits for a hearing now: take the pictures a little later')
}

/** Each of the three enters what it asks, where the city has not yet. */
const statements = [
  { chair: 'charging-attorney', fact: 'request', type: 'Money', amount: '25,000' },
  { chair: 'defender', fact: 'defenseRequest', type: 'ROR', amount: undefined },
  { chair: 'pretrial-officer', fact: 'guideline', type: 'Unsecured', amount: '5,000' },
] as const

const enterStatements = async (browser: Browser, baseUrl: string, docketId: string): Promise<void> => {
  for (const { chair, fact, type, amount } of statements) {
    const { page, read } = await sitDown(browser, baseUrl, chair)
    if ((await read(viewHearing, { docketId })).docket.bail[fact] === null) {
      await show(page, `/hearings/${docketId}`)
      await page.locator('.hearing-bail__own').getByText(type, { exact: true }).click()
      if (amount) await page.getByLabel('Amount').fill(amount)
      await page.keyboard.press('Control+Enter')
      await page.locator('.pars-done__box').waitFor()
    }
    await page.context().close()
  }
}

/** A hearing for which all three have said what they ask, half way through. */
const showHearing = async (browser: Browser, baseUrl: string, bench: Chair): Promise<void> => {
  const docketId = await findWaitingDocket(bench)
  await enterStatements(browser, baseUrl, docketId)
  const { page } = bench
  await show(page, `/hearings/${docketId}`)
  for (const item of await page.locator('.hearing-checks label').all()) await item.click()
  await page.getByText('Found', { exact: true }).click()
  const order = page.locator('.hearing-order')
  await order.getByText('Money', { exact: true }).click()
  await order.getByLabel('Amount').fill('10,000')
  await order.getByText('Ability to pay was considered', { exact: true }).click()
  await order.getByText('Nature of the offense', { exact: true }).click()
  const [year = '', month = '', day = ''] = new Date(Date.now() + 14 * 86_400_000).toISOString().split(/[-T]/)
  await page.getByRole('textbox', { name: 'Date', exact: true }).fill(`${month}/${day}/${year}`)
  await page.getByLabel('Room', { exact: true }).selectOption('803')
  await page.mouse.click(0, 0)
}

const showRecord = async ({ page, read }: Chair): Promise<void> => {
  const { rows } = await read(viewBoard)
  const row = rows.find(({ bailWords }) => bailWords?.startsWith('HELD')) ?? rows.find(({ bailWords }) => bailWords)
  await show(page, `/arrests/${found(row, 'person with a bail order').arrestId}`)
}

const takeAll = async (browser: Browser, baseUrl: string): Promise<void> => {
  const sit = (chair: string, size = desk) => sitDown(browser, baseUrl, chair, size)
  const scenes: readonly [name: string, chair: Promise<Chair>, draw: (chair: Chair) => Promise<void>][] = [
    ['board', sit('court-clerk'), ({ page }) => show(page, '/board')],
    ['board-phone', sit('court-clerk', phone), ({ page }) => show(page, '/board')],
    ['charging', sit('charging-attorney'), showCharging],
    ['hearing', sit('magistrate'), chair => showHearing(browser, baseUrl, chair)],
    ['record', sit('court-clerk'), showRecord],
  ]
  for (const [name, chair, draw] of scenes) {
    const seated = await chair
    await draw(seated)
    await take(seated.page, name)
  }
}

/** Takes the pictures of the README from a running system: of the address given, or of one that is started for it. */
const main = async (address: string | undefined): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  const server = address === undefined ? await startBenchServer({ withCity: true }) : undefined
  const browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: [...sparticuz.args.filter(one => !one.includes('single-process')), '--no-sandbox'],
    headless: true,
  })
  try {
    const baseUrl = server?.baseUrl ?? address ?? ''
    await untilFilled(baseUrl)
    await takeAll(browser, baseUrl)
  } finally {
    await browser.close()
    await server?.stop()
  }
}

await main(process.argv[2])
