import type { Client } from 'pg'

/** Asks over a raw connection as an agreement's role: a program that is none of ours. */
export const askRaw = async (
  raw: Client,
  door: string,
  question: string,
  args: readonly unknown[],
  request: object,
): Promise<string> => {
  const holes = [...args.map((_, index) => `$${index + 1}`), `$${args.length + 1}::jsonb`]
  const { rows } = await raw.query<{ token: string }>(`select ${door}.${question}(${holes.join(', ')}) as token`, [
    ...args,
    JSON.stringify(request),
  ])
  return rows[0]?.token ?? ''
}

export interface CollectedRow {
  answer: string | null
  at: string | null
  ended: string | null
}
export const collectRaw = async (raw: Client, token: string): Promise<CollectedRow> => {
  const { rows } = await raw.query<CollectedRow>(
    `select answer, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, ended from inquiry.collect(array[$1])`,
    [token],
  )
  return rows[0] ?? { answer: null, at: null, ended: null }
}
