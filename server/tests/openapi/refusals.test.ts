import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { endpoints, partnerEndpoints } from '@pars/contract'
import { expect, test } from 'vitest'

const root = new URL('../../..', import.meta.url).pathname

/** The text of all rules and doors: a reason is a string literal there. */
const sources = ['packages/domain/src', 'packages/terms/src', 'server/src']
  .flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map(name => readFileSync(join(root, folder, name), 'utf8')),
  )
  .join('\n')

test.each(
  [...endpoints, ...partnerEndpoints]
    .filter(endpoint => endpoint.refusals.length > 0)
    .map(endpoint => [endpoint.name, endpoint] as const),
)('%s names no refusal that no rule gives', (_, endpoint) => {
  for (const reason of endpoint.refusals) expect(sources.includes(`'${reason}'`), reason).toBe(true)
  expect(new Set(endpoint.refusals).size).toBe(endpoint.refusals.length)
})
