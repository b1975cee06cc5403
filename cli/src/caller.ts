import { setTimeout as sleep } from 'node:timers/promises'
import { type AnswerOf, type CallOptions, type Client, createClient, type Endpoint, ProblemError } from '@pars/contract'
import { CommandProblem } from './command.ts'
import type { ServerAtHand } from './with-server.ts'

/** Calls endpoints as one account or another, by its subject at the identity provider. */
export interface Caller {
  call<E extends Endpoint>(subject: string, endpoint: E, options?: CallOptions<E>): Promise<AnswerOf<E>>
}

const patience = [100, 300, 1000, 3000, 9000]

const isTransient = (error: unknown): boolean =>
  error instanceof ProblemError
    ? error.problem.status >= 500
    : // Of fetch: no connection, or one that broke.
      error instanceof TypeError && error.cause !== undefined

/** Who may not act can't go on with the next row either. */
const notPermitted = (subject: string, error: unknown): unknown =>
  error instanceof ProblemError && [401, 403].includes(error.problem.status)
    ? new CommandProblem(`The account "${subject}" may not do this (${error.problem.detail})`)
    : error

const isTokenEnded = (error: unknown): boolean => error instanceof ProblemError && error.problem.status === 401

/** Tries again while the server is away. Whatever is written carries an Idempotency-Key, or changes nothing the second time. */
const withPatience = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (const pause of patience) {
    try {
      return await attempt()
    } catch (error) {
      if (!isTransient(error)) throw error
      await sleep(pause)
    }
  }
  return attempt().catch(error => {
    if (!isTransient(error)) throw error
    const why = error instanceof ProblemError ? error.problem.detail : 'it does not answer'
    throw new CommandProblem(
      `The server cannot go on (${why}). Run the same command again later: what is there already stays, the rest follows.`,
    )
  })
}

/** A caller that keeps one token of each account, and asks for another when it has ended. */
export const createCaller = ({ baseUrl, tokenOf }: ServerAtHand): Caller => {
  const clients = new Map<string, Promise<Client>>()
  const signIn = async (subject: string): Promise<Client> => createClient({ baseUrl, token: await tokenOf(subject) })
  const clientOf = (subject: string): Promise<Client> => {
    const client = clients.get(subject) ?? signIn(subject)
    clients.set(subject, client)
    return client
  }
  const callAs = async <E extends Endpoint>(subject: string, endpoint: E, options?: CallOptions<E>) => {
    const client = clientOf(subject)
    try {
      return await (await client).call(endpoint, options)
    } catch (error) {
      if (!isTokenEnded(error)) throw error
      if (clients.get(subject) === client) clients.delete(subject)
      return (await clientOf(subject)).call(endpoint, options)
    }
  }
  return {
    call: (subject, endpoint, options) =>
      withPatience(() => callAs(subject, endpoint, options)).catch(error => {
        throw notPermitted(subject, error)
      }),
  }
}
