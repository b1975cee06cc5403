import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/** Debian's, where the packaged one does not start: it lacks a library, or is of another processor. */
const installed = '/usr/bin/chromium'
const safe = ['--no-sandbox', '--disable-dev-shm-usage']

const launch = (executablePath: string, args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...args, ...safe], headless: true })

/** A real Chromium. Throws when there is none, with what both said. */
export const openBrowser = async (): Promise<Browser> => {
  // One process for everything saves memory in the cloud and takes all pages down with one.
  const args = sparticuz.args.filter(one => !one.includes('single-process') && !one.startsWith('--headless'))
  try {
    return await launch(await sparticuz.executablePath(), args)
  } catch (packaged) {
    try {
      return await launch(installed)
    } catch (debian) {
      throw new AggregateError([packaged, debian], `No Chromium starts: neither the packaged one nor ${installed}`)
    }
  }
}
