import type { Problem } from '@pars/contract'
import type { FastifyReply } from 'fastify'

/** An answer that is a "no" by shape or permission, thrown inside a door and nowhere deeper. */
export class HttpProblem extends Error {
  readonly problem: Problem
  constructor(status: number, reason: string, detail: string, more: Partial<Problem> = {}) {
    super(reason)
    this.name = 'HttpProblem'
    this.problem = {
      type: `urn:pars:problem:${reason}`,
      title: titles[status] ?? 'Problem',
      status,
      detail,
      reason,
      ...more,
    }
  }
}

const titles: Record<number, string> = {
  400: 'The request is malformed',
  401: 'Sign in first',
  403: 'Not permitted',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Refused by rule',
  410: 'Gone',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Wrong content type',
  422: 'Not acceptable as it stands',
  428: 'Version needed',
  500: 'Something broke',
  503: 'Not available now',
}

/** Sends a problem as RFC 9457 wants it. */
export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply
    .code(problem.status)
    .header('content-type', 'application/problem+json')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem))

const statusOf: Record<string, number> = {
  'not-your-act': 403,
  'not-your-role': 403,
  'not-your-client': 403,
  'not-your-reference': 403,
  'not-your-statement': 403,
  'other-seats-people': 403,
  'sign-in-first': 401,
  'not-found': 404,
  'erased-by-order': 410,
  'sealed-by-order': 403,
  'version-changed': 412,
  'key-reused': 422,
}

/** The status of a refusal by rule: a field that the caller can mend is 422, a state that stands against it is 409. */
export const refusalStatus = (reason: string, namesField: boolean): number =>
  statusOf[reason] ?? (namesField ? 422 : 409)
