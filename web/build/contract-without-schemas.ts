import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const virtual = '\0contract-without-schemas'
const client = fileURLToPath(import.meta.resolve('@pars/contract').replace(/index\.ts$/, 'client.ts'))

const isEndpoint = (value: unknown): value is { name: string; method: string; path: string; journaled: boolean } =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value

/**
 * Ships of the contract only what a browser calls with: name, method and path of each endpoint, whether looking is journaled, and the client. The schemas
 * stay types; together with the schema library they would weigh more than everything else on the start page.
 * A screen that imports a schema as a value fails the build by its name.
 */
export const contractWithoutSchemas = (): Plugin => ({
  name: 'contract-without-schemas',
  enforce: 'pre',
  resolveId: source => (source === '@pars/contract' ? virtual : null),
  load: async id => {
    if (id !== virtual) return null
    const contract: Record<string, unknown> = await import('@pars/contract')
    const lines = Object.entries(contract).flatMap(([exported, value]) => {
      if (!isEndpoint(value)) return []
      const { name, method, path, journaled } = value
      return [
        `export const ${exported} = ${JSON.stringify({ name, method, path, ...(journaled ? { journaled } : {}) })}`,
      ]
    })
    return [`export { createClient, ProblemError } from ${JSON.stringify(client)}`, ...lines].join('\n')
  },
})
