import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { HttpProblem, sendProblem } from './problem.ts'

const csp =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** Headers of every answer. */
export const protect = (reply: FastifyReply): void => {
  reply.header('content-security-policy', csp)
  reply.header('x-content-type-options', 'nosniff')
  reply.header('referrer-policy', 'no-referrer')
  reply.header('cross-origin-opener-policy', 'same-origin')
  reply.header('cross-origin-resource-policy', 'same-origin')
}

/** A form on another site must not act in the name of somebody signed in here. Bearer tokens carry no such danger. */
export const refuseCrossSite = (request: FastifyRequest): void => {
  if (request.method === 'GET' || request.method === 'HEAD' || request.headers.authorization) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new HttpProblem(403, 'cross-site', 'This came from another site. Open PARS itself and try there.')
}

/** Sends what was thrown: a problem as it is, anything else as a fault with a number to quote. */
export const onFault = (
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
