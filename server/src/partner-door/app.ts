import cookie from '@fastify/cookie'
import { partnerEndpoints } from '@pars/contract'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { onFault, protect, refuseCrossSite } from '../http/guard.ts'
import { actRoutes } from './acts.ts'
import type { PartnerDoor } from './door.ts'
import { exportRoute } from './export-answer.ts'
import { openFeeds } from './feed.ts'
import { historyRoutes } from './history.ts'
import { inquiryRoutes } from './inquiries.ts'
import { packageRoute } from './package.ts'
import { receiptRoute } from './receipt.ts'
import type { PartnerRoute } from './route.ts'
import { registerPartnerSignIn, signOutRoute } from './sign-in.ts'
import { waitForSlot } from './slots.ts'
import { standingRoutes } from './standing.ts'

/** Whether the time and size of an answer could tell what was found. */
const isQuestion = ({ endpoint }: PartnerRoute): boolean => endpoint.path.startsWith('/api/partner/inquiries/')

const handlerOf =
  (door: PartnerDoor, route: PartnerRoute) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const cameAt = performance.now()
    const slot = (): Promise<void> => (isQuestion(route) ? waitForSlot(cameAt) : Promise.resolve())
    try {
      const text = await route.handle(door, request, reply)
      if (text === undefined) return reply
      await slot()
      return reply
        .code(route.endpoint.status)
        .header('content-type', 'application/json; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(text)
    } catch (error) {
      await slot()
      throw error
    }
  }

/** The partner door: every endpoint of the partners' contract, and their sign-in. Throws when an endpoint has no route. */
export const createPartnerApp = async (
  door: PartnerDoor,
  questions: readonly PartnerRoute[] = inquiryRoutes,
): Promise<FastifyInstance> => {
  const app = fastify({
    // A request is kept with its inquiry; the longest is a letter.
    bodyLimit: 131_072,
    logger: false,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 300 },
  })
  await app.register(cookie)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.addHook('onRequest', async (request, reply) => {
    protect(reply)
    refuseCrossSite(request)
  })
  app.setErrorHandler((error, request, reply) => onFault(error, request, reply, door.log))
  const feeds = openFeeds(door)
  app.addHook('preClose', async () => feeds.stop())
  const routes = [
    ...questions,
    exportRoute,
    receiptRoute,
    packageRoute,
    feeds.route,
    ...historyRoutes,
    ...standingRoutes,
    ...actRoutes,
    signOutRoute,
  ]
  const missing = partnerEndpoints.filter(endpoint => !routes.some(route => route.endpoint === endpoint))
  if (missing.length > 0)
    throw new Error(`endpoints without a route: ${missing.map(endpoint => endpoint.name).join(', ')}`)
  for (const route of routes)
    app.route({
      method: route.endpoint.method,
      url: route.endpoint.path.replace(/\{(\w+)\}/g, ':$1'),
      handler: handlerOf(door, route),
    })
  registerPartnerSignIn(app, door)
  return app
}
