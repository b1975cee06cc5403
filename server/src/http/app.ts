import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import { endpoints } from '@pars/contract'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Runtime } from '../runtime.ts'
import { findActor } from '../sign-in/find-actor.ts'
import { HttpProblem, sendProblem } from './problem.ts'
import type { Route } from './route.ts'

const csp =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const protect = (reply: FastifyReply): void => {
  reply.header('content-security-policy', csp)
  reply.header('x-content-type-options', 'nosniff')
  reply.header('referrer-policy', 'no-referrer')
  reply.header('cross-origin-opener-policy', 'same-origin')
  reply.header('cross-origin-resource-policy', 'same-origin')
}

/** A form on another site must not act in the name of somebody signed in here. Bearer tokens carry no such danger. */
const refuseCrossSite = (request: FastifyRequest): void => {
  if (request.method === 'GET' || request.method === 'HEAD' || request.headers.authorization) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new HttpProblem(403, 'cross-site', 'This came from another site. Open PARS itself and try there.')
}

const onFault = (
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: (line: string) => void,
): FastifyReply => {
  if (error instanceof HttpProblem) return sendProblem(reply, error.problem)
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return sendProblem(
      reply,
      new HttpProblem(413, 'too-large', 'A request holds at most 1 MB. Send less at a time.').problem,
    )
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || code === 'FST_ERR_CTP_INVALID_TYPE') {
    return sendProblem(
      reply,
      new HttpProblem(415, 'wrong-content-type', 'Send JSON with the content type application/json.').problem,
    )
  }
  if (error instanceof Error && 'statusCode' in error && error.statusCode === 400) {
    return sendProblem(
      reply,
      new HttpProblem(400, 'malformed', 'The request could not be read. Check that it was sent whole.').problem,
    )
  }
  // The client gets a number to quote; what broke stays here, without any data of a record.
  const faultId = randomUUID()
  const database = /^[0-9A-Z]{5}$/.test(code) ? ` sqlstate=${code}` : ''
  log(
    `fault ${faultId} ${request.method} ${request.routeOptions?.url ?? ''}${database} ${error instanceof Error ? stackOf(error) : 'unknown'}`,
  )
  return sendProblem(
    reply,
    new HttpProblem(
      500,
      'fault',
      `Something broke on our side; nothing was recorded. Try again, and quote ${faultId} if it stays.`,
    ).problem,
  )
}

/** The message of a database error can quote values, so only the stack's places are kept. */
const stackOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .slice(1, 5)
    .map(line => line.trim())
    .join(' | ')

export interface AppOptions {
  readonly log?: (line: string) => void
}

/** The staff door: every endpoint of the contract, parsed in our own handler. Throws when an endpoint has no route. */
export const createApp = async (
  runtime: Runtime,
  routes: readonly Route[],
  options: AppOptions = {},
): Promise<FastifyInstance> => {
  const log = options.log ?? (() => {})
  const app = fastify({
    bodyLimit: 1_048_576,
    logger: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
  })
  await app.register(cookie)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.addHook('onRequest', async (request, reply) => {
    protect(reply)
    refuseCrossSite(request)
  })
  app.setErrorHandler((error, request, reply) => onFault(error, request, reply, log))
  const missing = endpoints.filter(endpoint => !routes.some(route => route.endpoint === endpoint))
  if (missing.length > 0)
    throw new Error(`endpoints without a route: ${missing.map(endpoint => endpoint.name).join(', ')}`)
  for (const { endpoint, handle } of routes) {
    app.route({
      method: endpoint.method,
      url: endpoint.path.replace(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => {
        const actor = await findActor(runtime, request)
        const answer = await handle({ runtime, actor, request, reply })
        if (reply.sent || reply.raw.headersSent) return reply
        if (endpoint.produces !== 'application/json') return reply.send(answer)
        return reply
          .code(endpoint.status)
          .header('content-type', 'application/json; charset=utf-8')
          .header('cache-control', 'no-store')
          .send(JSON.stringify(answer))
      },
    })
  }
  return app
}
