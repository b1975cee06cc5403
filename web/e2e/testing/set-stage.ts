import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { type ArrestWay, arrestWay } from '../../../server/tests/testing/arrest-way.ts'
import {
  type PartnerDoorProcess,
  startPartnerDoorProcess,
} from '../../../server/tests/testing/partner/partner-door-process.ts'
import {
  startTestServer,
  type TestServer,
  type TestServerOptions,
} from '../../../server/tests/testing/start-test-server.ts'
import { desktop } from './check-screen.ts'
import { type Hand, handOn } from './hand.ts'
import { openBrowser } from './open-browser.ts'
import { watchPage } from './watch-page.ts'

export interface Sitting {
  readonly page: Page
  readonly hand: Hand
}

export interface SittingOptions {
  /** The address of the first screen; the start page when absent. */
  readonly at?: string
  readonly size?: { width: number; height: number }
}

/** One server with a database of its own and one browser, for the tests of one file. */
export interface Stage {
  readonly server: TestServer
  /** Brings an arrest as far as a test wants it, by the API. */
  readonly way: ArrestWay
  /** What went wrong on any page since the last test: looked at after each, and then forgotten. */
  readonly troubles: string[]
  /** Signs in to a chair at the local provider, in a browser of its own. Null is a visitor. */
  sit(subject: string | null, options?: SittingOptions): Promise<Sitting>
  /** Signs in an officer of a partner, at the partners' own sign-in. */
  sitAsOfficer(subject: string, at?: string): Promise<Sitting>
}

export type StageOptions = Pick<TestServerOptions, 'startsAt' | 'partnerDoor'>

/** The screen has its sentence, and waits for nothing. A key pressed earlier would be nobody's. */
export const waitUntilDrawn = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('.pars-loading').waitFor({ state: 'detached' })
}

/** What the pages showed when a test failed, for whoever looks into it. */
const keepPictures = async (contexts: readonly BrowserContext[], name: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pars-e2e-'))
  for (const [index, page] of contexts.flatMap(context => context.pages()).entries())
    await page.screenshot({ path: join(folder, `${index + 1}.png`), fullPage: true }).catch(() => undefined)
  console.log(`${name}: see ${folder}`)
}

const openDoor = async ({ partnerLines, folder }: TestServer): Promise<PartnerDoorProcess | undefined> =>
  partnerLines && startPartnerDoorProcess(partnerLines, join(folder, 'partner-door.key'))

/** Sets up server and browser for the tests of this file, and clears the pages after each. */
export const setStage = (options: StageOptions = {}): Stage => {
  let server: TestServer
  let door: PartnerDoorProcess | undefined
  let way: ArrestWay
  let browser: Browser
  const contexts: BrowserContext[] = []
  const troubles: string[] = []
  beforeAll(async () => {
    const started = [startTestServer({ ...options, webFolder: inject('screens') }), openBrowser()] as const
    server = await started[0]
    door = await openDoor(server)
    way = arrestWay(server)
    browser = await started[1]
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepPictures(contexts, task.name)
    for (const context of contexts.splice(0)) await context.close()
    expect(troubles.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await door?.stop()
    await server.stop()
  })
  const open = async (who: string, address: string, size: SittingOptions['size'] = desktop): Promise<Sitting> => {
    const context = await browser.newContext({ viewport: size, baseURL: server.baseUrl, reducedMotion: 'reduce' })
    contexts.push(context)
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    watchPage(page, who, troubles)
    await page.goto(address)
    await waitUntilDrawn(page)
    return { page, hand: handOn(page) }
  }
  const sit = (subject: string | null, { at = '/', size }: SittingOptions = {}): Promise<Sitting> =>
    subject === null
      ? open('visitor', at, size)
      : open(subject, `/sign-in?${new URLSearchParams({ account: subject, to: at })}`, size)
  const sitAsOfficer = (subject: string, at = '/partner'): Promise<Sitting> =>
    open(subject, `/partner-sign-in?${new URLSearchParams({ account: subject, to: at })}`)
  return {
    get server() {
      return server
    },
    get way() {
      return way
    },
    troubles,
    sit,
    sitAsOfficer,
  }
}
