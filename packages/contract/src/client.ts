import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from './endpoint.ts'
import { isProblem } from './is-problem.ts'
import type { Problem } from './problem.ts'

export interface ClientOptions {
  /** For example `http://localhost:7277`; empty in a browser. */
  baseUrl: string
  token?: string
  fetch?: typeof fetch
}
export interface CallOptions<E> {
  params?: ParamsOf<E>
  query?: QueryOf<E>
  body?: BodyOf<E> | Record<string, unknown>
  idempotencyKey?: string
  /** The version that the caller has seen; sent as If-Match. */
  version?: number
  signal?: AbortSignal
}

/** The server's "no", or its fault, with the problem as it was sent. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(sent: Problem) {
    super(`${sent.status} ${sent.reason}: ${sent.detail}`)
    this.name = 'ProblemError'
    this.problem = sent
  }
}

/** Path and query of a call. */
export const urlOf = (e: Endpoint, options: CallOptions<Endpoint>): string => {
  const path = e.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((options.params as Record<string, unknown>)?.[name] ?? '')),
  )
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(options.query ?? {}))
    if (value !== undefined && value !== '') query.set(key, String(value))
  return query.size > 0 ? `${path}?${query}` : path
}

/** The problem of an answer that is not 2xx. */
export const problemOf = async (response: Response): Promise<Problem> => {
  const body: unknown = await response.json().catch(() => undefined)
  if (isProblem(body)) return body
  return {
    type: 'about:blank',
    title: response.statusText,
    status: response.status,
    detail: 'The server gave no explanation. Try again.',
    reason: 'fault',
  }
}

/** A client typed by the contract. Throws ProblemError on every answer that is not 2xx; network failures throw as fetch throws them. */
export const createClient = (client: ClientOptions) => ({
  async call<E extends Endpoint>(e: E, options: CallOptions<E> = {}): Promise<AnswerOf<E>> {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (client.token) headers['authorization'] = `Bearer ${client.token}`
    if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey
    if (options.version !== undefined) headers['if-match'] = `"${options.version}"`
    if (e.method !== 'GET') headers['content-type'] = 'application/json'
    const response = await (client.fetch ?? fetch)(client.baseUrl + urlOf(e, options as CallOptions<Endpoint>), {
      method: e.method,
      headers,
      body: e.method === 'GET' ? undefined : JSON.stringify(options.body ?? {}),
      signal: options.signal,
    })
    if (!response.ok) throw new ProblemError(await problemOf(response))
    return (await response.json()) as AnswerOf<E>
  },
})
export type Client = ReturnType<typeof createClient>
