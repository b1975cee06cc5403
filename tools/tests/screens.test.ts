import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const named = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, path]) => path ?? '')

// A screen that only the web knows is lost when its page is loaded again.
test('the server serves every address that the web has a screen for', () => {
  const screens = named(read('server/src/http/static.ts'), /^ {2}'(\/[^']*)',$/gm)
  const served = screens.map(path => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`))
  const routes = named(read('web/src/routes.tsx'), /\.\.\.at\('([^']+)'\)/g)
  expect(routes.length).toBeGreaterThan(20)
  expect(routes.filter(path => !served.some(each => each.test(path)))).toEqual([])
})
