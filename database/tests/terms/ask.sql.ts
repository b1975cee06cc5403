import type { Client } from 'pg'
import type { Answer, Request } from './opened-agreement.ts'

export interface Ask {
  /** The function, without its schema. */
  question: string
  args: readonly unknown[]
}

/** Asks, and commits by itself unless a transaction is open. Answers the token. */
export const ask = async (
  door: Client,
  schema: string,
  { question, args }: Ask,
  request: Request | null,
): Promise<string> => {
  const places = [...args, request].map((_, index) => `$${index + 1}`).join(', ')
  const { rows } = await door.query<{ token: string }>(`select ${schema}.${question}(${places}) as token`, [
    ...args,
    request && JSON.stringify(request),
  ])
  const token = rows[0]?.token
  if (token === undefined) throw new Error('asking gave no token')
  return token
}

export interface Collected {
  answer: Answer | null
  at: Date | null
  ended: string | null
}

export const collectTogether = async (door: Client, tokens: readonly (string | null)[]): Promise<Collected[]> => {
  const { rows } = await door.query<{ answer: string | null; at: Date | null; ended: string | null }>(
    'select c.answer, c.at, c.ended from inquiry.collect($1) c',
    [tokens],
  )
  return rows.map(row => ({ ...row, answer: row.answer === null ? null : JSON.parse(row.answer) }))
}

export const collect = async (door: Client, token: string): Promise<Collected> => {
  const [collected] = await collectTogether(door, [token])
  if (collected === undefined) throw new Error('collecting gave no row')
  return collected
}

export interface AskedRow {
  question: string
  filters: string[]
  term: string | null
  ground: string | null
  outcome: string
  row_count: number
  classes: string[]
  persons: string[]
}

/** What the custodians have on record, oldest first. */
export const listAsked = async (admin: Client, door: string): Promise<AskedRow[]> => {
  const { rows } = await admin.query<AskedRow>(
    `select a.question, a.filters, a.term, a.ground, a.outcome, a.row_count, a.classes, a.persons::text[] as persons
     from inquiry.asked a where a.door = $1 order by a.asked_at, a.inquiry_id`,
    [door],
  )
  return rows
}
/** The newest inquiry of a door. */
export const findLastAsked = async (admin: Client, door: string): Promise<AskedRow | undefined> =>
  (await listAsked(admin, door)).at(-1)
