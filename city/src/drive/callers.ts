import { type Client, createClient, viewMe } from '@pars/contract'
import { type Subject, subjects } from './accounts.ts'
import { persist } from './persist.ts'

export interface CallersOptions {
  readonly baseUrl: string
  /** Bearer tokens by subject. */
  readonly tokens: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** One client for each demo account. */
export interface Callers {
  readonly signal: AbortSignal
  as(subject: Subject): Client
  /** Uses every token once: one that rests for half an hour ends. */
  keepAlive(): Promise<void>
}

/** Names the accounts without a token. */
export class TokensMissing extends Error {
  constructor(missing: readonly string[]) {
    super(`The city needs a bearer token for each of its accounts; there is none for ${missing.join(', ')}.`)
    this.name = 'TokensMissing'
  }
}

/** Throws TokensMissing. */
export const createCallers = ({ baseUrl, tokens, signal }: CallersOptions): Callers => {
  const missing = subjects.filter(subject => !Object.hasOwn(tokens, subject))
  if (missing.length > 0) throw new TokensMissing(missing)
  const clients = new Map<string, Client>(
    Object.entries(tokens).map(([subject, token]) => [subject, createClient({ baseUrl, token })]),
  )
  return {
    signal,
    as(subject) {
      const client = clients.get(subject)
      if (client === undefined) throw new TokensMissing([subject])
      return client
    },
    async keepAlive() {
      for (const client of clients.values()) await persist(() => client.call(viewMe, { signal }), signal)
    },
  }
}
