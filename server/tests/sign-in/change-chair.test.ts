import { createClient, viewMe } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookiesFor, follow, type Jar } from '../testing/cookie-jar.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const sitDown = (jar: Jar, subject: string) =>
  follow(jar, `${server.baseUrl}/sign-in?to=/board&account=${subject}`, '/board')
const seenBy = async (cookie: string): Promise<string | null> => {
  const withCookie: typeof fetch = (input, init) =>
    fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } })
  return (await createClient({ baseUrl: server.baseUrl, fetch: withCookie }).call(viewMe)).role
}
const sitsAs = (jar: Jar) => seenBy(cookiesFor(jar, server.baseUrl))
const signOut = (jar: Jar) =>
  fetch(`${server.baseUrl}/sign-out`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: cookiesFor(jar, server.baseUrl),
      origin: server.baseUrl,
      'content-type': 'application/x-www-form-urlencoded',
    },
  })

describe('in one browser, the local provider', () => {
  test('seats one chair after another, and the chair that was left is signed out', async () => {
    const jar: Jar = new Map()
    await sitDown(jar, 'booking-officer')
    const left = cookiesFor(jar, server.baseUrl)
    for (const subject of ['charging-attorney', 'court-clerk', 'booking-officer', 'magistrate']) {
      expect((await sitDown(jar, subject)).url).toBe(`${server.baseUrl}/board`)
      expect(await sitsAs(jar)).toBe(subject)
    }
    expect(await seenBy(left)).not.toBe('booking-officer')
  })

  test('seats another chair after signing out', async () => {
    const jar: Jar = new Map()
    await sitDown(jar, 'booking-officer')
    expect((await signOut(jar)).status).toBe(303)
    expect(await sitsAs(jar)).not.toBe('booking-officer')
    await sitDown(jar, 'release-desk')
    expect(await sitsAs(jar)).toBe('release-desk')
  })

  test('seats the chair of the second tab while the first tab stands before the list of chairs', async () => {
    const jar: Jar = new Map()
    await sitDown(jar, 'booking-officer')
    const waiting = await follow(jar, `${server.baseUrl}/sign-in?to=/board`, '/board')
    expect(waiting.page).toContain('Choose a chair')
    await sitDown(jar, 'detective')
    expect(await sitsAs(jar)).toBe('detective')
  })
})
