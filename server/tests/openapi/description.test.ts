import { readFile } from 'node:fs/promises'
import { endpoints, partnerEndpoints } from '@pars/contract'
import { permissionTable } from '@pars/domain'
import { validate } from '@readme/openapi-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeApi } from '../../src/http/openapi/describe-api.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

interface Operation {
  readonly operationId: string
  readonly parameters: readonly { readonly name?: string; readonly $ref?: string }[]
  readonly responses: Record<string, unknown>
  readonly requestBody?: { readonly content: Record<string, { readonly examples?: object }> }
  readonly security?: readonly object[]
  readonly 'x-roles': readonly string[]
}
type Paths = Record<string, Record<string, Operation>>

const all = [...endpoints, ...partnerEndpoints]
const description = describeApi() as { paths: Paths; openapi: string }
const operationOf = ({ path, method }: { path: string; method: string }): Operation | undefined =>
  description.paths[path]?.[method.toLowerCase()]

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

describe('the description of the API', () => {
  test('is valid by the official schema of OpenAPI 3.1', async () => {
    expect(description.openapi).toBe('3.1.0')
    const copy = structuredClone(description) as unknown as Parameters<typeof validate>[0]
    expect(await validate(copy)).toMatchObject({ valid: true })
  })

  test('is served, and is the one that is committed', async () => {
    const served = await (await fetch(`${server.baseUrl}/api/openapi.json`)).json()
    expect(served).toEqual(JSON.parse(JSON.stringify(description)))
    const committed = await readFile(new URL('../../../docs/openapi.json', import.meta.url), 'utf8')
    expect(JSON.parse(committed)).toEqual(served)
  })

  test('holds every endpoint of the contract, each under an id of its own, and nothing else', () => {
    for (const endpoint of all) expect(operationOf(endpoint), endpoint.name).toBeDefined()
    const ids = Object.values(description.paths).flatMap(path => Object.values(path).map(one => one.operationId))
    expect(ids).toHaveLength(all.length)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('says of each act which roles may, which headers it takes, and shows a body', () => {
    for (const endpoint of all) {
      const operation = operationOf(endpoint)
      const roles: readonly string[] = ['open', 'partner'].includes(endpoint.permission)
        ? []
        : permissionTable[endpoint.permission as keyof typeof permissionTable].roles
      expect(operation?.['x-roles'], endpoint.name).toEqual(roles)
      const refs = operation?.parameters.map(one => one.$ref) ?? []
      expect(refs.includes('#/components/parameters/IfMatch'), endpoint.name).toBe(endpoint.ifMatch)
      const json = operation?.requestBody?.content['application/json']
      if (json) expect(json.examples, endpoint.name).toBeDefined()
      expect(Object.keys(operation?.responses ?? {}), endpoint.name).toContain(String(endpoint.status))
    }
  })

  test('holds no date that is no text and no reference that leads nowhere', () => {
    const text = JSON.stringify(description)
    expect(text).not.toMatch(/\{"format":"date(-time)?"\}/)
    for (const [, path = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const target = path.split('/').reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], description)
      expect(target, path).toBeDefined()
    }
  })
})
