import type { Page } from 'playwright-core'

/** The server's "no" is an answer, of the API or to a sign-in, and the browser notes every one of them on its console. */
const isAnswer = (text: string, url: string): boolean =>
  /^Failed to load resource: the server responded with a status of 4\d\d/.test(text) && /\/(api|sign-in)\//.test(url)

/** Collects what went wrong on a page without anybody seeing it: errors on the console, faults, what the security policy blocked. */
export const watchPage = (page: Page, who: string, troubles: string[]): void => {
  page.on('console', message => {
    const url = message.location().url
    if (message.type() === 'error' && !isAnswer(message.text(), url))
      troubles.push(`${who}: ${message.text()} (${url})`)
  })
  page.on('pageerror', fault => troubles.push(`${who}: ${fault.message}`))
}
