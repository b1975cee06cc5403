import type { Endpoint } from '@pars/contract'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { HttpProblem } from './problem.ts'

const pointerOf = (path: PropertyKey[]): string =>
  path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const errorsOf = (issues: z.core.$ZodIssue[]): { pointer: string; message: string }[] =>
  issues
    .slice(0, 50)
    .flatMap(issue =>
      issue.code === 'unrecognized_keys'
        ? issue.keys
            .slice(0, 20)
            .map(key => ({ pointer: pointerOf([...issue.path, key]), message: 'is not a field of this request' }))
        : [{ pointer: pointerOf(issue.path), message: issue.message }],
    )

const readShape = <S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new HttpProblem(400, 'malformed', `Correct the fields named in "errors" (${where}) and send it again.`, {
    errors: errorsOf(parsed.error.issues),
  })
}

/** A body is JSON only if it says so: other content types have slipped past validation in every framework. */
const readBody = (request: FastifyRequest): unknown => {
  const body = request.body
  if (body === undefined || body === null || body === '') return {}
  if (typeof body !== 'string')
    throw new HttpProblem(415, 'wrong-content-type', 'Send JSON with the content type application/json.')
  if (body.includes('"__proto__"'))
    throw new HttpProblem(400, 'malformed', 'A field name of this request is not allowed.')
  try {
    return JSON.parse(body)
  } catch {
    throw new HttpProblem(
      400,
      'malformed-json',
      'The body is not JSON. Check quotes, commas and braces, and that it was sent whole.',
    )
  }
}

const readVersion = (request: FastifyRequest): number => {
  const header = request.headers['if-match']
  if (header === undefined)
    throw new HttpProblem(
      428,
      'version-needed',
      'Send the version that you have seen as If-Match, for example If-Match: "3".',
    )
  const match = /^"(\d{1,9})"$/.exec(header)
  if (!match) throw new HttpProblem(400, 'malformed', 'If-Match must be a version in quotes, for example "3".')
  return Number(match[1])
}

export interface Parsed<E extends Endpoint> {
  params: z.output<E['params']>
  query: z.output<E['query']>
  body: z.output<E['body']>
  /** The version in If-Match; 0 where the endpoint wants none. */
  version: number
}

/** The one parse step of every handler, whatever the framework did before. Throws HttpProblem. */
export const parseRequest = <E extends Endpoint>(endpoint: E, request: FastifyRequest): Parsed<E> => ({
  params: readShape(endpoint.params, request.params, 'path') as z.output<E['params']>,
  query: readShape(endpoint.query, request.query, 'query') as z.output<E['query']>,
  body: (endpoint.method === 'GET' || endpoint.body.type === 'undefined'
    ? readNothing(endpoint, request)
    : readShape(endpoint.body, readBody(request), 'body')) as z.output<E['body']>,
  version: endpoint.ifMatch ? readVersion(request) : 0,
})

const readNothing = (endpoint: Endpoint, request: FastifyRequest): undefined => {
  if (endpoint.method === 'GET') return undefined
  const body = readBody(request)
  if (typeof body !== 'object' || body === null || Object.keys(body).length > 0)
    throw new HttpProblem(400, 'malformed', 'This request takes no body.')
  return undefined
}

/** The Idempotency-Key, if one was sent: 8 to 255 printable ASCII characters. */
export const readRetryKey = (request: FastifyRequest): string | undefined => {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,255}$/.test(key)) {
    throw new HttpProblem(400, 'malformed', 'Idempotency-Key must have 8 to 255 printable characters without spaces.')
  }
  return key
}
