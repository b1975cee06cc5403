import type { AnswerOf, BodyOf, CallOptions, Client, Endpoint, ParamsOf } from '@pars/contract'
import type { Course } from '../../plan/act.ts'
import type { Basis } from '../../plan/plan-departure.ts'
import type { Subject } from '../accounts.ts'
import type { CaseIds } from '../case-ids.ts'

/** One act as it goes over the wire. */
export interface Request {
  readonly endpoint: Endpoint
  readonly subject: Subject
  readonly params: unknown
  readonly body: unknown
  readonly version: number | undefined
  /** Sends it and keeps the ids that the answer tells. Throws what the client throws. */
  send(client: Client, idempotencyKey: string, signal: AbortSignal): Promise<void>
}

/** What surrounds an act when it is done. */
export interface Setting {
  readonly course: Course
  readonly ids: CaseIds
  /** The time that papers give, in milliseconds since 1970. */
  readonly saidAt: number
  /** Rooms of the Municipal Court, in a fixed order. */
  readonly rooms: readonly string[]
  /** The sitting that a docket is listed in; for `list` only. */
  readonly courtSessionId?: string | undefined
  /** A number from the court, where the planned one is taken; for `file` only. */
  readonly docketNumber?: string | undefined
  /** What the orders say, where somebody ordered otherwise than planned; for `propose` only. */
  readonly basis?: Basis | undefined
}

interface Wanted<E extends Endpoint> {
  readonly params?: ParamsOf<E>
  readonly body?: BodyOf<E> | Record<string, unknown>
  readonly version?: number
  readonly learn?: (answer: AnswerOf<E>) => void
}

export const request = <E extends Endpoint>(endpoint: E, subject: Subject, wanted: Wanted<E>): Request => ({
  endpoint,
  subject,
  params: wanted.params,
  body: wanted.body,
  version: wanted.version,
  async send(client, idempotencyKey, signal) {
    const { params, body, version } = wanted
    const options: CallOptions<E> = {
      idempotencyKey,
      signal,
      ...(params === undefined ? {} : { params }),
      ...(body === undefined ? {} : { body }),
      ...(version === undefined ? {} : { version }),
    }
    const answer = await client.call(endpoint, options)
    wanted.learn?.(answer)
  },
})
