import type { Pool, QueryResultRow } from 'pg'
import { listRows } from '../db/direct.ts'
import { type Ask, type CallName, type CollectedRow, callCollect, callQuestions } from './inquiry.sql.ts'

/** What came of one question: its token, and what collecting it gave. */
export interface Collected extends CollectedRow {
  readonly token: string
}

interface Waiting {
  readonly call: CallName
  readonly ask: Ask
  readonly resolve: (collected: Collected) => void
  readonly reject: (fault: unknown) => void
}

/** Connections of one agreement that ask at once; what comes meanwhile goes together on the next that is free. */
const mostAtOnce = 3
const mostTogether = 32

const rowsOf = <R extends object>(
  pool: Pool,
  statement: ReturnType<typeof callCollect>,
): Promise<(R & QueryResultRow)[]> => listRows<R & QueryResultRow>(pool, statement)

/** Asks in one transaction, and collects in the next: each question has its own record, quota and answer. */
const askAndCollect = async (pool: Pool, door: string, call: CallName, asks: readonly Ask[]): Promise<Collected[]> => {
  const tokens = (await rowsOf<{ token: string }>(pool, callQuestions(door, call, asks))).map(({ token }) => token)
  const rows = await rowsOf<CollectedRow>(pool, callCollect(tokens))
  if (tokens.length !== asks.length || rows.length !== asks.length) throw new Error('a question gave no token')
  return rows.map((row, index) => ({ ...row, token: tokens[index] ?? '' }))
}

/**
 * Puts the questions of one agreement. Those that wait are put together: what a transaction costs beside its questions, they share. One
 * that fails takes the others back with it, so then each is put alone.
 */
export const askTogether = (pool: Pool, door: string) => {
  const waiting: Waiting[] = []
  let running = 0

  const takeNext = (): Waiting[] => {
    const call = waiting[0]?.call
    const taken: Waiting[] = []
    for (let at = 0; at < waiting.length && taken.length < mostTogether; ) {
      if (waiting[at]?.call === call) taken.push(...waiting.splice(at, 1))
      else at += 1
    }
    return taken
  }
  const settle = async (together: readonly Waiting[]): Promise<void> => {
    const [first] = together
    if (!first) return
    try {
      const answers = await askAndCollect(
        pool,
        door,
        first.call,
        together.map(({ ask }) => ask),
      )
      for (const [index, each] of together.entries()) each.resolve(answers[index] as Collected)
    } catch (fault) {
      if (together.length === 1) first.reject(fault)
      else for (const each of together) await settle([each])
    }
  }
  const run = async (): Promise<void> => {
    running += 1
    while (waiting.length > 0) await settle(takeNext())
    running -= 1
  }
  return (call: CallName, ask: Ask): Promise<Collected> =>
    new Promise((resolve, reject) => {
      waiting.push({ call, ask, resolve, reject })
      if (running < mostAtOnce) void run()
    })
}
