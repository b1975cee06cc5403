import type { AnswerOf, Endpoint } from '@pars/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findRow } from '../db/direct.ts'
import { type Parsed, parseRequest } from '../http/parse.ts'
import { HttpProblem } from '../http/problem.ts'
import { recordRefusal } from './ask.ts'
import type { Asker } from './asker.ts'
import type { PartnerDoor } from './door.ts'
import { findAsker, findDoor } from './find-asker.ts'
import { callUseNonce } from './partner.sql.ts'
import { refusalProblem } from './refusal.ts'

export interface PartnerAsked<E extends Endpoint> {
  readonly door: PartnerDoor
  readonly asker: Asker
  readonly parsed: Parsed<E>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** What the partner door does with one endpoint. It answers the text that leaves, or has sent something itself. */
export interface PartnerRoute {
  readonly endpoint: Endpoint
  readonly handle: (door: PartnerDoor, request: FastifyRequest, reply: FastifyReply) => Promise<string | undefined>
}

const agreementOf = (parsed: { body: unknown; query: unknown }): string | undefined => {
  const { agreement } = { ...(parsed.query as object), ...(parsed.body as object | undefined) } as {
    agreement?: string
  }
  return agreement
}

/** A sign-in from before an agreement's end reads nothing more, and what it wanted is on record. */
const refuseEnded = async (door: PartnerDoor, asker: Asker): Promise<void> => {
  if (asker.by !== 'sign-in' || asker.endedBy === undefined) return
  const { term, agreement } = asker.endedBy
  const agreementDoor = await findDoor(door, asker, agreement)
  const said = { purpose: '', cites: null, behalf: '' }
  const refused =
    agreementDoor === undefined
      ? { term, entryId: undefined }
      : await recordRefusal(door, asker, { agreementDoor, what: 'page', said, term })
  throw refusalProblem(refused.term, refused.entryId)
}

/** Of an inquiry the nonce is kept with it; of every other signed request here. */
const useNonce = async (door: PartnerDoor, asker: Asker): Promise<void> => {
  if (asker.by !== 'signed') return
  const row = await findRow<{ is_new: boolean }>(door.pools.of(asker.partner), callUseNonce(asker.evidence.nonce))
  if (!row?.is_new)
    throw new HttpProblem(409, 'replayed', 'This request came before. Send a new one, with a new nonce.')
}

/** The nonce of a signed body is the signature's: one request, one nonce. */
const checkNonce = (asker: Asker, body: unknown): void => {
  const { nonce } = (body ?? {}) as { nonce?: string }
  if (asker.by === 'signed' && nonce !== undefined && nonce !== asker.evidence.nonce)
    throw new HttpProblem(400, 'nonce-differs', 'The nonce of the body must be the one of the signature.')
}

/** An endpoint that puts a question: whether unit, key and time are right, the agreement itself says, on record. */
export const question = <E extends Endpoint>(
  endpoint: E,
  answer: (asked: PartnerAsked<E>) => Promise<string | undefined>,
): PartnerRoute => ({
  endpoint,
  async handle(door, request, reply) {
    const parsed = parseRequest(endpoint, request)
    const asker = await findAsker(door, request, agreementOf(parsed))
    checkNonce(asker, parsed.body)
    await refuseEnded(door, asker)
    return answer({ door, asker, parsed, request, reply })
  },
})

/** Every other endpoint of a partner: refused while the unit or its key is stopped, and a signed request counts once. */
export const page = <E extends Endpoint>(
  endpoint: E,
  answer: (asked: PartnerAsked<E>) => Promise<AnswerOf<E>>,
): PartnerRoute => ({
  endpoint,
  async handle(door, request, reply) {
    const parsed = parseRequest(endpoint, request)
    const asker = await findAsker(door, request, agreementOf(parsed))
    checkNonce(asker, parsed.body)
    if (asker.by === 'signed' && asker.stopped) throw refusalProblem('unit-stopped', undefined)
    await refuseEnded(door, asker)
    await useNonce(door, asker)
    const answered = await answer({ door, asker, parsed, request, reply })
    return reply.raw.headersSent || reply.sent ? undefined : JSON.stringify(answered)
  },
})
