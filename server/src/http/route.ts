import type { AnswerOf, Endpoint } from '@pars/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JournaledRead, LookRefused } from '../access/journaled-read.ts'
import type { Actor } from '../actor.ts'
import { retryOf } from '../retry.ts'
import type { Runtime } from '../runtime.ts'
import type { Outcome, Verb } from '../verb.ts'
import { type Parsed, parseRequest, readRetryKey } from './parse.ts'
import { HttpProblem, refusalStatus } from './problem.ts'

export interface Asked {
  readonly runtime: Runtime
  /** Undefined where nobody is signed in. */
  readonly actor: Actor | undefined
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** What a door does with one endpoint. The answer is JSON unless the handler has sent something itself. */
export interface Route {
  readonly endpoint: Endpoint
  readonly handle: (asked: Asked) => Promise<unknown>
}

const mustBeSignedIn = (actor: Actor | undefined): Actor => {
  if (actor) return actor
  throw new HttpProblem(401, 'not-signed-in', 'Sign in and send it again.')
}

/** Throws the problem of an outcome that is not done. */
export const answerOf = <O>(endpoint: Endpoint, outcome: Outcome<O>): O => {
  if (outcome.kind === 'done') return outcome.answer
  if (outcome.kind === 'key-reused') {
    throw new HttpProblem(
      422,
      'key-reused',
      'This Idempotency-Key came before with another request. Use a new key for a new request.',
    )
  }
  throw refusalProblem(endpoint, outcome)
}

/** A refusal as a problem, with the entry under which it was recorded. */
export const refusalProblem = (endpoint: Endpoint, refused: LookRefused): HttpProblem =>
  new HttpProblem(refusalStatus(refused.reason, refused.at !== undefined), refused.reason, refused.say, {
    ...(refused.entryId === undefined ? {} : { entryId: refused.entryId }),
    ...errorsOf(endpoint, refused),
  })

/** A rule names a path in the paper it was given; on the wire the report of a correction lies one level deeper. */
const errorsOf = (endpoint: Endpoint, { at, say }: { at?: string; say: string }) => {
  if (at === undefined) return {}
  const isInReport = endpoint.name === 'arrest.correct' && at !== 'reason' && !at.startsWith('report.')
  return { errors: [{ pointer: `${isInReport ? '/report' : ''}/${at.replaceAll('.', '/')}`, message: say }] }
}

/** An endpoint that acts: parses, runs the verb, answers its outcome. */
export const act = <E extends Endpoint, I>(
  endpoint: E,
  verb: Verb<I, AnswerOf<E> & object>,
  inputOf: (parsed: Parsed<E>) => I,
): Route => ({
  endpoint,
  async handle({ runtime, actor, request }) {
    const signedIn = mustBeSignedIn(actor)
    const parsed = parseRequest(endpoint, request)
    const key = readRetryKey(request)
    const retry =
      key === undefined ? undefined : retryOf(key, [endpoint.name, parsed.params, parsed.body, parsed.version])
    return answerOf(endpoint, await verb.run(runtime, signedIn, inputOf(parsed), retry))
  },
})

/** An endpoint that only reads. Who may read is the reader's own first question. */
export const look = <E extends Endpoint>(
  endpoint: E,
  read: (asked: Asked, parsed: Parsed<E>) => Promise<AnswerOf<E>>,
): Route => ({
  endpoint,
  handle: async asked => read(asked, parseRequest(endpoint, asked.request)),
})

/** An endpoint that opens or searches records: its entry is written before the answer leaves. */
export const open = <E extends Endpoint, I>(
  endpoint: E,
  read: JournaledRead<I, AnswerOf<E>>,
  inputOf: (parsed: Parsed<E>) => I,
  tagOf?: (answer: AnswerOf<E>) => string,
): Route => {
  // Callers are told by the contract: one that polled it would fill the journal.
  if (!endpoint.journaled) throw new Error(`${endpoint.name} writes an entry and does not say so in the contract`)
  return {
    endpoint,
    async handle({ runtime, actor, request, reply }) {
      const shown = await read.run(runtime, actor, inputOf(parseRequest(endpoint, request)))
      if (shown.kind === 'refused') throw refusalProblem(endpoint, shown)
      if (tagOf) reply.header('etag', tagOf(shown.answer))
      return shown.answer
    },
  }
}
