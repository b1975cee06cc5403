/** Of one browser. */
export type Jar = Map<string, { value: string; path: string }>

const keep = (jar: Jar, response: Response): void => {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split(';').map(part => part.trim())
    const at = pair.indexOf('=')
    const path = attributes.find(each => /^path=/i.test(each))?.slice(5) ?? '/'
    jar.set(pair.slice(0, at), { value: pair.slice(at + 1), path })
  }
}

export const cookiesFor = (jar: Jar, url: string): string =>
  [...jar]
    .filter(([, { path, value }]) => value !== '' && new URL(url).pathname.startsWith(path))
    .map(([name, { value }]) => `${name}=${value}`)
    .join('; ')

const ask = async (jar: Jar, url: string, form?: URLSearchParams): Promise<Response> => {
  const headers = { cookie: cookiesFor(jar, url) }
  const response = await fetch(url, { redirect: 'manual', headers, ...(form ? { method: 'POST', body: form } : {}) })
  keep(jar, response)
  return response
}

/** The form that a page submits by itself as soon as it is read; undefined when it does not. */
const submittedBy = (page: string): { action: string; form: URLSearchParams } | undefined => {
  const action = /<form method="post" action="([^"]+)"/.exec(page)?.[1]
  if (action === undefined || !page.includes('document.forms[0].submit()')) return undefined
  const inputs = [...page.matchAll(/name="([^"]+)" value="([^"]*)"/g)]
  return {
    action,
    form: new URLSearchParams(inputs.map(([, name = '', value = '']): [string, string] => [name, value])),
  }
}

/** Goes where redirects and forms that submit themselves lead, until there is none or the path `until` would be next. */
export const follow = async (
  jar: Jar,
  first: string,
  until: string,
): Promise<{ url: string; page: string; status: number }> => {
  let url = first
  let form: URLSearchParams | undefined
  for (let hop = 0; ; hop++) {
    const response = await ask(jar, url, form)
    const page = await response.text()
    const submitted = submittedBy(page)
    const next = response.headers.get('location') ?? submitted?.action
    if (next === undefined || hop > 12) return { url, page, status: response.status }
    form = submitted?.form
    url = new URL(next, url).href
    if (new URL(url).pathname === until) return { url, page, status: response.status }
  }
}
