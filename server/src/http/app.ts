import cookie from '@fastify/cookie'
import { endpoints } from '@pars/contract'
import fastify, { type FastifyInstance } from 'fastify'
import type { Runtime } from '../runtime.ts'
import { findActor } from '../sign-in/find-actor.ts'
import { onFault, protect, refuseCrossSite } from './guard.ts'
import type { Route } from './route.ts'

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
