import { Agent, request as ask } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpProblem } from './problem.ts'

/** Between two hops only; the rest goes through as it is. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
])

const passed = (raw: readonly string[]): string[] => {
  const kept: string[] = []
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [name = '', value = ''] = [raw[at], raw[at + 1]]
    if (!hopByHop.has(name.toLowerCase())) kept.push(name, value)
  }
  return kept
}

/** Where the partner door is not there: while it starts, or starts again. */
const away = (): HttpProblem =>
  new HttpProblem(503, 'partner-door-away', 'The partner door is not open at the moment. Try again in some seconds.')

/**
 * Passes what is the partners' through to the process that is their door, byte for byte, so that there is one address. This server
 * neither reads it nor holds anything that could answer it.
 */
export const registerPartnerPass = (app: FastifyInstance, socketPath: string): void => {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 })
  app.addHook('onClose', async () => agent.destroy())
  const pass = (request: FastifyRequest, reply: FastifyReply): void => {
    reply.hijack()
    const { raw } = request
    const inner = ask(
      { socketPath, agent, method: raw.method, path: raw.url, headers: passed(raw.rawHeaders) },
      answer => {
        reply.raw.writeHead(answer.statusCode ?? 502, passed(answer.rawHeaders))
        answer.pipe(reply.raw)
        // A file or a stream that was cut off inside is cut off outside too, not quietly complete.
        answer.once('aborted', () => reply.raw.destroy())
      },
    )
    inner.once('error', () => {
      if (reply.raw.headersSent) reply.raw.destroy()
      else sendAway(reply)
    })
    reply.raw.once('close', () => inner.destroy())
    raw.pipe(inner)
  }
  const sendAway = (reply: FastifyReply): void => {
    const { problem } = away()
    reply.raw.writeHead(problem.status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
    reply.raw.end(JSON.stringify(problem))
  }
  app.register(async scope => {
    scope.removeAllContentTypeParsers()
    // Bodies are read by the other process.
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    for (const url of ['/api/partner/*', '/partner-sign-in', '/partner-sign-in/*'])
      scope.route({ method: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'], url, handler: pass, exposeHeadRoute: false })
  })
}
