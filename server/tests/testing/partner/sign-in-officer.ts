import { type CallOptions, createClient, type Endpoint } from '@pars/contract'

type Jar = Map<string, { value: string; path: string }>

const keep = (jar: Jar, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';').map(part => part.trim())
    const at = pair.indexOf('=')
    const path = attributes.find(each => /^path=/i.test(each))?.slice(5) ?? '/'
    jar.set(pair.slice(0, at), { value: pair.slice(at + 1), path })
  }
}

const cookiesFor = (jar: Jar, url: string): string =>
  [...jar]
    .filter(([, { path, value }]) => value !== '' && new URL(url).pathname.startsWith(path))
    .map(([name, { value }]) => `${name}=${value}`)
    .join('; ')

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
  let url = `${baseUrl}/partner-sign-in?account=${encodeURIComponent(subject)}&to=${encodeURIComponent(to)}`
  let response: Response
  for (let hop = 0; ; hop++) {
    response = await fetch(url, { redirect: 'manual', headers: { cookie: cookiesFor(jar, url) } })
    keep(jar, response)
    const location = response.headers.get('location')
    if (location === null || hop > 12) break
    url = new URL(location, url).href
    if (new URL(url).pathname === to) break
  }
  const cookie = cookiesFor(jar, `${baseUrl}/api/partner/me`)
  const withCookie: typeof fetch = (input, init) =>
    fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), cookie } })
  const client = createClient({ baseUrl, fetch: withCookie })
  return {
    landedAt: url.slice(baseUrl.length),
    status: response.status,
    page: await response.text(),
    cookie,
    fetch: (path, init) => withCookie(baseUrl + path, init),
    call: client.call,
  }
}
