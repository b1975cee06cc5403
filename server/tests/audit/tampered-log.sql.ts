import {
  appendToBundles,
  appendToFrontier,
  bundlePath,
  emptyFrontier,
  emptyTail,
  formatCheckpoint,
  formatNote,
  frontierRoot,
  hashLeaf,
  type NoteSigner,
  signNote,
  tilePath,
} from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import type { Client } from 'pg'
import { leafOfRow, type WaitingRow } from '../../src/journal/leaf-of-row.ts'

/** What a superuser can do who knows the log: all of it inside one transaction, which the test rolls back. */

/** Nothing refuses any more: triggers and foreign keys are off for this transaction, those of the journal too. */
export const openTheWalls = async (client: Client): Promise<void> => {
  await client.query('set local session_replication_role = replica')
  for (const { table, trigger } of await listTriggers(client, 'A'))
    await client.query(`alter table ${table} disable trigger ${trigger}`)
}
/** As they were: what switched them off leaves no trace. A trigger that was off before, or is now by the tampering, stays off. */
export const closeTheWalls = async (client: Client): Promise<void> => {
  for (const { table, trigger } of await listTriggers(client, 'D'))
    if (table.startsWith('journal.') || table.startsWith('pars.'))
      await client.query(`alter table ${table} enable always trigger ${trigger}`)
  await client.query('set local session_replication_role = origin')
}
const listTriggers = async (client: Client, enabled: 'A' | 'D') => {
  const { rows } = await client.query<{ table: string; trigger: string }>(
    'select tgrelid::regclass::text as table, tgname as trigger from pg_trigger where not tgisinternal and tgenabled = $1',
    [enabled],
  )
  return rows
}

export const numberOf = async (client: Client, kind: string, nth = 'desc'): Promise<number> => {
  const { rows } = await client.query<{ number: number }>(
    `select p.number::int as number from journal.place p join journal.entry e using (entry_id) where e.kind = $1 order by p.number ${nth} limit 1`,
    [kind],
  )
  if (!rows[0]) throw new Error(`no entry of kind ${kind}`)
  return rows[0].number
}

/** The leaf's bytes under another text, with its hash beside it: the tree is left alone. */
export const rewriteLeaf = async (client: Client, number: number, change: (text: string) => string): Promise<void> => {
  const { rows } = await client.query<{ leaf: Buffer }>('select leaf from journal.place where number = $1', [number])
  const leaf = Buffer.from(change(rows[0]?.leaf.toString('utf8') ?? ''), 'utf8')
  await client.query('update journal.place set leaf = $2, leaf_hash = $3 where number = $1', [
    number,
    leaf,
    Buffer.from(hashLeaf(sha256, leaf)),
  ])
}

/** Tiles, head and a new checkpoint that fit the leaves as they stand now, no cosignature left to contradict it: what a thief of the log's key would leave behind. */
export const rebuildTree = async (client: Client, origin: string, signer: NoteSigner | null): Promise<void> => {
  const { rows } = await client.query<{ leaf: Buffer }>('select leaf from journal.place order by number')
  const hashes = rows.map(row => hashLeaf(sha256, row.leaf))
  const { frontier, tiles } = appendToFrontier(sha256, emptyFrontier, hashes)
  const root = Buffer.from(frontierRoot(sha256, frontier))
  await client.query('delete from journal.tile')
  for (const { level, index, width, bytes } of tiles)
    await client.query('insert into journal.tile (level, index, width, bytes) values ($1, $2, $3, $4)', [
      level,
      index,
      width,
      Buffer.from(bytes),
    ])
  await client.query('update journal.head set size = $1, root = $2, frontier = $3', [
    hashes.length,
    root,
    Buffer.concat(frontier.peaks),
  ])
  if (signer === null) return
  for (const table of ['cosignature', 'cosigner_state', 'checkpoint'])
    await client.query(`delete from journal.${table}`)
  await putCheckpoint(client, await signedNote(origin, signer, { size: hashes.length, root }), hashes.length)
}

export const signedNote = async (
  origin: string,
  signer: NoteSigner,
  { size, root }: { size: number; root: Uint8Array },
): Promise<string> => {
  const text = formatCheckpoint({ origin, size, root })
  return formatNote({ text, signatures: [await signNote(text, signer)] })
}
export const putCheckpoint = (client: Client, note: string, size: number) =>
  client.query('insert into journal.checkpoint (size, note, made_at) values ($1, $2, now())', [size, note])

/** An entry of conduct as the owner can write it, which no seat voted for, at any time: numbered, in the tree, and signed by nobody yet. */
export const forgeEntry = async (
  client: Client,
  { kind, clear, at }: { kind: string; clear: object; at: string },
): Promise<void> => {
  const { rows } = await client.query<{ entry_id: string }>(
    `select w.entry_id from journal.kind k cross join lateral journal.write_entry('system', k.kind, $2, sha256('nonce'), k.slots,
       array(select sha256(s::bytea) from unnest(k.slots) s), array(select null::text from unnest(k.slots)), null, null, null) w where k.kind = $1`,
    [kind, JSON.stringify(clear)],
  )
  const entryId = rows[0]?.entry_id
  await client.query('delete from journal.waiting where entry_id = $1', [entryId])
  await client.query('update journal.entry set made_at = $2 where entry_id = $1', [entryId, at])
  await placeEntry(client, entryId ?? '')
}

const leafOf = async (client: Client, entryId: string): Promise<{ leaf: Buffer; batchAt: string }> => {
  const { rows } = await client.query<WaitingRow & { batch_at: string }>(
    `select e.*, c.names, c.salts, c.texts as contents,
       coalesce((select batch_at from journal.place where entry_id = $1), (select max(batch_at) from journal.place)) as batch_at
     from journal.entry e join journal.content c using (entry_id) where e.entry_id = $1`,
    [entryId],
  )
  const row = rows[0]
  if (!row) throw new Error('no such entry')
  return { leaf: Buffer.from(leafOfRow(sha256, row, row.batch_at).bytes), batchAt: row.batch_at }
}

/** The leaf of a number, made anew from the entry's content as it stands now. */
export const recommitEntry = async (client: Client, number: number, entryId: string): Promise<void> => {
  const { leaf } = await leafOf(client, entryId)
  await client.query('update journal.place set leaf = $2, leaf_hash = $3 where number = $1', [
    number,
    leaf,
    Buffer.from(hashLeaf(sha256, leaf)),
  ])
}

/** Gives an entry the next number with its own leaf, head and tree left alone. */
export const placeEntry = async (client: Client, entryId: string): Promise<void> => {
  const { leaf, batchAt } = await leafOf(client, entryId)
  await client.query(
    'insert into journal.place (number, entry_id, batch_at, leaf, leaf_hash) select max(number) + 1, $1, $2, $3, $4 from journal.place',
    [entryId, batchAt, leaf, Buffer.from(hashLeaf(sha256, leaf))],
  )
}

/** The log's files as /log would serve them now. */
export const publishedFiles = async (client: Client): Promise<Map<string, Uint8Array>> => {
  const files = new Map<string, Uint8Array>()
  const notes = await client.query<{ note: string; size: number }>(
    'select note, size::int as size from journal.checkpoint order by size desc limit 1',
  )
  const newest = notes.rows[0]
  if (newest) files.set('checkpoint', Buffer.from(newest.note, 'utf8'))
  const tiles = await client.query<{ level: number; index: number; width: number; bytes: Buffer }>(
    'select level, index::int as index, width, bytes from journal.tile',
  )
  for (const { level, index, width, bytes } of tiles.rows) files.set(tilePath({ level, index, width }), bytes)
  const places = await client.query<{ leaf: Buffer }>(
    'select leaf from journal.place where number <= $1 order by number',
    [newest?.size ?? 0],
  )
  if (places.rows.length > 0)
    for (const bundle of appendToBundles(
      emptyTail,
      places.rows.map(row => row.leaf),
    ).bundles)
      files.set(bundlePath(bundle), bundle.bytes)
  return files
}

export const keepCosignature = async (
  client: Client,
  { size, cosigner, line }: { size: number; cosigner: string; line: string },
): Promise<void> => {
  await client.query('insert into journal.cosignature (size, cosigner, line, made_at) values ($1, $2, $3, now())', [
    size,
    cosigner,
    line,
  ])
  await client.query(
    'insert into journal.cosigner_state (cosigner, size, line, answered_at) values ($1, $2, $3, now())',
    [cosigner, size, line],
  )
}
