import { type CallOptions, createClient, type Endpoint } from '@pars/contract'
import { cookiesFor, follow, type Jar } from '../cookie-jar.ts'

export interface SignedInOfficer {
  /** Where the browser was led in the end. */
  readonly landedAt: string
  readonly status: number
  readonly page: string
  readonly cookie: string
  fetch(path: string, init?: RequestInit): Promise<Response>
  call<E extends Endpoint>(e: E, options?: CallOptions<E>): ReturnType<ReturnType<typeof createClient>['call']>
}

/** Signs an officer in as a browser does: every redirect of the identity provider and back, cookies by their paths. */
export const signInOfficer = async (baseUrl: string, subject: string, to = '/partner'): Promise<SignedInOfficer> => {
  const jar: Jar = new Map()
  const first = `${baseUrl}/partner-sign-in?account=${encodeURIComponent(subject)}&to=${encodeURIComponent(to)}`
  const { url, page, status } = await follow(jar, first, to)
  const cookie = cookiesFor(jar, `${baseUrl}/api/partner/me`)
  const withCookie: typeof fetch = (input, init) =>
    fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } })
  const client = createClient({ baseUrl, fetch: withCookie })
  return {
    landedAt: url.slice(baseUrl.length),
    status,
    page,
    cookie,
    fetch: (path, init) => withCookie(baseUrl + path, init),
    call: client.call,
  }
}
