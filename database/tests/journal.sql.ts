import type { Client } from 'pg'

export const becomeOwner = 'set local role pars_owner'
export const becomeReplica = `set local session_replication_role = 'replica'`

const columnOf: Record<string, string> = {
  'journal.entry': 'kind',
  'journal.place': 'leaf',
  'journal.checkpoint': 'note',
  'pars.creation': 'origin',
}

/** Every way to change what is there; a table without rows refuses all the same. */
export const changesOf = (table: string): string[] => [
  `update ${table} set ${columnOf[table]} = ${columnOf[table]}`,
  `delete from ${table}`,
  `truncate ${table} cascade`,
]

export const changeEntry = (client: Client, entryId: string) =>
  client.query(
    `insert into journal.entry select * from journal.entry where entry_id = $1
     on conflict (entry_id) do update set kind = excluded.kind`,
    [entryId],
  )

export const dropEntry = (client: Client, entryId: string) =>
  client.query('delete from journal.entry where entry_id = $1', [entryId])

/** Gives an entry the place that is next, or one further on. */
export const placeEntry = (client: Client, entryId: string, gap = 0) =>
  client.query(
    `insert into journal.place (number, entry_id, batch_at, leaf, leaf_hash)
     select coalesce(max(number), 0) + 1 + $2, $1, now(), 'leaf'::bytea, sha256('leaf'::bytea) from journal.place`,
    [entryId, gap],
  )

export const dropWaiting = (client: Client, entryId: string) =>
  client.query('delete from journal.waiting where ticket = (select ticket from journal.waiting where entry_id = $1)', [
    entryId,
  ])

export const renumberWaiting = 'update journal.waiting set ticket = ticket + 1000000'
export const emptyWaiting = 'truncate journal.waiting'

export const shrinkHead = (client: Client) =>
  client.query('update journal.head set latest_at = latest_at - interval $$1 second$$')

/** A tile of this many hashes, all of the same bytes. */
export const growTile = (client: Client, width: number) =>
  client.query(
    `insert into journal.tile (level, index, width, bytes) values (7, 0, $1, decode(repeat('ab', 32 * $1), 'hex'))
     on conflict (level, index) do update set width = excluded.width, bytes = excluded.bytes`,
    [width],
  )

export const rewriteTile = (client: Client) =>
  client.query(`update journal.tile set bytes = decode(repeat('cd', 32), 'hex') where level = 7 and index = 0`)

export const listWaiting = async (client: Client, entryId: string): Promise<string[]> =>
  (
    await client.query<{ ticket: string }>('select ticket from journal.waiting where entry_id = $1', [entryId])
  ).rows.map(row => row.ticket)
