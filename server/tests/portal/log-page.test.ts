import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
const open = async (path: string) => {
  const response = await fetch(server.baseUrl + path)
  return { status: response.status, page: await response.text(), headers: response.headers }
}
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

describe('the page of the log, to somebody who never signed in and runs no script', () => {
  test('says how many entries are signed, who confirmed them, and when it was audited', async () => {
    const { status, page } = await open('/log')
    expect(status).toBe(200)
    expect(page).toMatch(/<h1>The signed log: [\d,]+ entr/)
    expect(page).toContain('no agency has appointed its cosigner yet')
    expect(page).toContain('none yet')
    expect(page).toContain('There was none.')
  })

  test('gives the key of its log, and the commands that check it', async () => {
    const { page } = await open('/log')
    const key = (await open('/log/key')).page.trim()
    expect(page).toContain(`<code>${key}</code>`)
    expect(page).toContain('npx pars verify-log')
    expect(page).toContain('npx pars verify FILE')
  })

  test('runs only scripts of its own that lie in files, and says what to do without them', async () => {
    for (const path of ['/log', '/verify']) {
      const { page, headers } = await open(path)
      expect(headers.get('content-security-policy')).toContain("script-src 'self'")
      expect(page.match(/<script/g)).toHaveLength(1)
      expect(page).toContain('<script src="/verifier.js" defer></script>')
      expect(page).not.toMatch(/<style|style=|onclick/)
      expect(page).toMatch(/<noscript>.*npx pars verify FILE/)
      expect(page).toContain('href="/pars-verifier.html"')
    }
  })

  test('stands beside the log’s own files, which stay as they are', async () => {
    expect((await open('/log/checkpoint')).headers.get('content-type')).toContain('text/plain')
    expect((await open('/public')).page).toContain('href="/log"')
  })
})
