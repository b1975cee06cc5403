import type { Endpoint } from '@pars/contract'
import { isOpen, isPartners, problemsOf, refusalsText, rolesOf, takesBody } from './problems.ts'
import type { JsonSchema, Schemas } from './schemas.ts'

const parameter = (where: 'path' | 'query', shape: JsonSchema): JsonSchema[] => {
  const required = (shape['required'] ?? []) as readonly string[]
  return Object.entries((shape['properties'] ?? {}) as Record<string, JsonSchema>).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }))
}

const component = (name: string) => ({ $ref: `#/components/parameters/${name}` })

/** Only acts are kept for retries; moving a rehearsal's clock is none. */
const isRetried = (endpoint: Endpoint): boolean =>
  endpoint.method !== 'GET' && endpoint.name !== 'rehearsal.clock' && !isPartners(endpoint)

const parametersOf = (endpoint: Endpoint, schemas: Schemas): JsonSchema[] => [
  ...parameter('path', schemas.of(endpoint.params, 'input')),
  ...parameter('query', schemas.of(endpoint.query, 'input')),
  ...(isRetried(endpoint) ? [component('IdempotencyKey')] : []),
  ...(endpoint.ifMatch ? [component('IfMatch')] : []),
]

const exampleOf = ({ example }: Endpoint): JsonSchema => {
  const body = (example as { body?: unknown } | undefined)?.body
  return body === undefined ? {} : { examples: { madeUp: { summary: 'Made up; nobody is real', value: body } } }
}

const bodyOf = (endpoint: Endpoint, schemas: Schemas): JsonSchema =>
  takesBody(endpoint)
    ? {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: schemas.of(endpoint.body, 'input'), ...exampleOf(endpoint) } },
        },
      }
    : {}

const describedAs: { readonly [type: string]: string } = {
  'application/json': 'Done.',
  'application/pdf': 'The paper: a tagged PDF.',
  'text/event-stream': 'Server-sent events. The schema is that of the JSON in each `data`.',
}

const answerOf = (endpoint: Endpoint, schemas: Schemas): JsonSchema => ({
  description: describedAs[endpoint.produces] ?? 'Done.',
  ...(endpoint.etag ? { headers: { ETag: { $ref: '#/components/headers/ETag' } } } : {}),
  content: { [endpoint.produces]: { schema: schemas.of(endpoint.answer, 'output') } },
})

/** Partners have a proof and a sign-in of their own; the staff's opens nothing there. */
const securityOf = (endpoint: Endpoint): JsonSchema => {
  if (isOpen(endpoint)) return { security: [] }
  return isPartners(endpoint) ? { security: [{ signature: [] }, { partnerCookie: [] }] } : {}
}

/** `arrest.change-draft` becomes `arrestChangeDraft`. */
const operationIdOf = ({ name }: Endpoint): string =>
  name.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase())

/** One endpoint of the contract as OpenAPI says it, with who may and every reason for which it can be refused. */
export const operationOf = (endpoint: Endpoint, schemas: Schemas): JsonSchema => ({
  operationId: operationIdOf(endpoint),
  summary: endpoint.summary,
  ...refusalsText(endpoint),
  tags: [endpoint.tag],
  ...securityOf(endpoint),
  parameters: parametersOf(endpoint, schemas),
  ...bodyOf(endpoint, schemas),
  responses: { [endpoint.status]: answerOf(endpoint, schemas), ...problemsOf(endpoint) },
  'x-permission': endpoint.permission,
  'x-roles': rolesOf(endpoint),
  'x-refusals': endpoint.refusals,
})
