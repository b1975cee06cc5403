import { streamBoard, viewBoard } from '@pars/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { LiveBoard } from '../board/live-board.ts'
import { findSignInHash } from '../sign-in/find-actor.ts'
import { readerFor } from './look-at.ts'
import { parseRequest } from './parse.ts'
import { HttpProblem } from './problem.ts'
import { type Asked, look, type Route } from './route.ts'

/** A browser that comes back says in a header how far it got; the address still holds where it began. */
const readLastEventId = (request: FastifyRequest): number | undefined => {
  const header = request.headers['last-event-id']
  if (header === undefined || header === '') return undefined
  if (typeof header === 'string' && /^\d{1,15}$/.test(header)) return Number(header)
  throw new HttpProblem(400, 'malformed', 'Last-Event-ID must be the number of the last event.')
}

/** From here on the answer is ours: it stays open. */
const beginStream = (reply: FastifyReply): FastifyReply['raw'] => {
  reply.hijack()
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Buffering proxies would hold events back.
    'x-accel-buffering': 'no',
  })
  return reply.raw
}

const stream = async (board: LiveBoard, asked: Asked): Promise<void> => {
  const { request, reply, actor } = asked
  await readerFor(asked, 'board.view')
  const { query } = parseRequest(streamBoard, request)
  const after = readLastEventId(request) ?? query.after
  if (actor) await board.openings.note(actor, after ?? board.number)
  const signIn = actor && findSignInHash(request)
  await board.open(() => beginStream(reply), { actor, signIn }, after)
}

/** The live board and its stream. */
export const boardRoutes = (board: LiveBoard): readonly Route[] => [
  look(viewBoard, async asked => {
    await readerFor(asked, 'board.view')
    const answer = await board.view()
    if (asked.actor) await board.openings.note(asked.actor, answer.number)
    return answer
  }),
  { endpoint: streamBoard, handle: asked => stream(board, asked) },
]
