import { parseId } from '@pars/domain'
import { findRow } from '../db/direct.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Collected } from './ask-together.ts'
import type { Asker } from './asker.ts'
import type { PartnerDoor } from './door.ts'
import { type Ask, type CallName, type CollectedRow, callCollect } from './inquiry.sql.ts'
import type { Question } from './questions.ts'

/** What an asker says beside the question. */
export interface Said {
  readonly purpose: string
  readonly cites: { readonly kind: string; readonly value: string } | null
  readonly behalf: string
  /** Text id; the signed-in officer's own where absent. */
  readonly officer?: string | undefined
  /** Absent for the later questions of one stream, which was opened by one request. */
  readonly nonce?: string | undefined
}

export interface Answered {
  readonly kind: 'answered'
  readonly token: string
  readonly inquiryId: string
  readonly entryId: string
  readonly askedAt: string
  /** The stamp of collecting: before the end of the agreement. */
  readonly at: string
  readonly rows: readonly Record<string, unknown>[]
  readonly cursor: string | null
}
export interface RefusedByAgreement {
  readonly kind: 'refused'
  readonly term: string
  readonly entryId: string | undefined
}
export type Asked = Answered | RefusedByAgreement

/** The answer as the database held it. */
interface HeldAnswer {
  inquiryId: string
  entryId: string
  askedAt: string
  term: string | null
  rows: Record<string, unknown>[]
  cursor?: string
}

/** The officer's uuid, or what was said instead of one: then the agreement refuses, on record. */
export const officerOf = (asker: Asker, named: string | undefined): string => {
  if (asker.by === 'signed') return named === undefined ? '' : parseId('ofc', named)
  if (named !== undefined && parseId('ofc', named) !== asker.officer.officerId)
    throw new HttpProblem(400, 'other-officer', 'You are signed in as another officer. Leave "officer" out.')
  return asker.officer.officerId
}

/** What is kept of a request with its inquiry. */
const requestOf = (asker: Asker, said: Said): string =>
  JSON.stringify({
    unit: asker.unit,
    officer: officerOf(asker, said.officer),
    behalf: said.behalf,
    purpose: said.purpose,
    ...(said.cites === null ? {} : { cites: said.cites }),
    authentication: asker.by,
    ...(said.nonce === undefined ? {} : { nonce: said.nonce }),
    ...(asker.by === 'signed'
      ? {
          key: asker.evidence.key,
          base: asker.evidence.base,
          signature: asker.evidence.signature,
          body: asker.evidence.body,
        }
      : {}),
  })

const isReplay = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '23505' &&
  'constraint' in error &&
  error.constraint === 'asked_nonce'

const put = async (door: PartnerDoor, agreementDoor: string, call: CallName, asked: Ask): Promise<Collected> => {
  try {
    return await door.askOf(agreementDoor)(call, asked)
  } catch (error) {
    if (isReplay(error))
      throw new HttpProblem(409, 'replayed', 'This request came before. Send a new one, with a new nonce.')
    throw error
  }
}

const answerIn = ({ answer }: CollectedRow): HeldAnswer | undefined =>
  answer === null ? undefined : (JSON.parse(answer) as HeldAnswer)

/** Puts on record that something was asked for which the agreement gives no more, and answers with its refusal. */
export const recordRefusal = async (
  door: PartnerDoor,
  asker: Asker,
  { agreementDoor, what, said, term }: { agreementDoor: string; what: string; said: Said; term: string },
): Promise<RefusedByAgreement> => {
  const request = requestOf(asker, { ...said, nonce: undefined })
  const answer = answerIn(await put(door, agreementDoor, 'ungranted', { args: [what, '[]', '{}'], request }))
  return { kind: 'refused', term: answer?.term ?? term, entryId: answer?.entryId }
}

interface Holding {
  agreementDoor: string
  said: Said
}

/** What was collected as an outcome; a refusal is recorded where the agreement gives no more. Undefined where nothing was held. */
const outcomeOf = async (
  door: PartnerDoor,
  asker: Asker,
  { agreementDoor, said }: Holding,
  collected: Collected,
): Promise<Asked | undefined> => {
  const { token, at, ended } = collected
  const answer = answerIn(collected)
  if (!answer && ended === null) return undefined
  if (answer && answer.term !== null) return { kind: 'refused', term: answer.term, entryId: answer.entryId }
  if (!answer || ended !== null)
    return recordRefusal(door, asker, { agreementDoor, what: 'export', said, term: ended ?? 'agreement-ended' })
  const { inquiryId, entryId, askedAt, rows, cursor } = answer
  return { kind: 'answered', token, inquiryId, entryId, askedAt, at: at ?? '', rows, cursor: cursor ?? null }
}

/** An answer that is held, collected again. Undefined where there is none; a refusal is recorded once the agreement gives no more. */
export const collectAgain = async (
  door: PartnerDoor,
  asker: Asker,
  { token, ...holding }: Holding & { token: string },
): Promise<Asked | undefined> => {
  const row = await findRow<CollectedRow & { [column: string]: unknown }>(
    door.pools.of(holding.agreementDoor),
    callCollect([token]),
  )
  return row && outcomeOf(door, asker, holding, { ...row, token })
}

/** Ask, commit, collect. Whatever the answer is, its record was committed before. */
export const ask = async (
  door: PartnerDoor,
  asker: Asker,
  { agreementDoor, question, said }: { agreementDoor: string; question: Question; said: Said },
): Promise<Asked> => {
  const known = await door.termsOf(asker.partner, agreementDoor)
  const request = requestOf(asker, said)
  const { name, args, filters, predicate } = question
  const collected = known.questions.has(name)
    ? await put(door, agreementDoor, name, { args, request })
    : await put(door, agreementDoor, 'ungranted', {
        args: [name, JSON.stringify(filters), JSON.stringify(predicate)],
        request,
      })
  const asked = await outcomeOf(door, asker, { agreementDoor, said }, collected)
  if (asked) return asked
  throw new Error('an answer that was held is gone')
}
