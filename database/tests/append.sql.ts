import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { conductClear, conductSlots } from './agreement-act-tables.ts'

export interface Appended {
  entry_id: string
  made_at: Date
}

export interface Slots {
  names: (string | null)[] | null
  salts: (Buffer | null)[] | null
  contents: (string | null)[] | null
}

export const recordSlots = (kind: string): Slots => ({
  names: ['kind', 'actor', 'subject', 'act'],
  salts: [randomBytes(32), randomBytes(32), randomBytes(32), randomBytes(32)],
  contents: [JSON.stringify(kind), null, null, '{"made":"up"}'],
})
const slotsOf = (kind: string): Slots => {
  const names = conductSlots[kind]
  if (names === undefined) return recordSlots(kind)
  return { names, salts: names.map(() => randomBytes(32)), contents: names.map(() => null) }
}

export interface AppendCall {
  kind: string
  clear?: string | null
  nonce?: Buffer | null
  slots?: Slots
  arrestId?: string | null
  accountId?: string | null
  actAt?: string | null
}

/** One call of journal.append, well-formed unless the call says otherwise. */
export const append = async (client: Client, call: AppendCall): Promise<Appended> => {
  const {
    kind,
    clear = conductClear[kind] === undefined ? null : JSON.stringify(conductClear[kind]),
    nonce = randomBytes(32),
    slots = slotsOf(kind),
    arrestId = null,
    accountId = null,
    actAt = null,
  } = call
  const { rows } = await client.query<Appended>(
    'select entry_id, made_at from journal.append($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [kind, clear, nonce, slots.names, slots.salts, slots.contents, arrestId, accountId, actAt],
  )
  const appended = rows[0]
  if (appended === undefined) throw new Error('journal.append gave no row')
  return appended
}

/** Inserts one row; keys are columns. */
export const insertRow = (client: Client, table: string, row: Record<string, unknown>) => {
  const columns = Object.keys(row)
  const values = columns.map((_, index) => `$${index + 1}`)
  return client.query(
    `insert into ${table} (${columns.join(', ')}) values (${values.join(', ')})`,
    columns.map(column => row[column]),
  )
}
