import { type Client, createClient, viewMe } from '@pars/contract'
import type { Subject } from './accounts.ts'
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

export const createCallers = ({ baseUrl, tokens, signal }: CallersOptions): Callers => {
  const clients = new Map(Object.entries(tokens).map(([subject, token]) => [subject, createClient({ baseUrl, token })]))
  return {
    signal,
    as(subject) {
      const client = clients.get(subject)
      if (client === undefined) throw new Error(`no bearer token was given for ${subject}`)
      return client
    },
    async keepAlive() {
      for (const client of clients.values()) await persist(() => client.call(viewMe, { signal }), signal)
    },
  }
}
