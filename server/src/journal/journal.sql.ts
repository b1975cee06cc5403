import type { Statement } from '../db/statement.ts'

export interface AppendArguments {
  kind: string
  nonce: Buffer
  names: readonly string[]
  salts: readonly Buffer[]
  contents: readonly (string | null)[]
  /** When the act was done, in this transaction; null: now. */
  actAt: string | null
  arrestId: string | null
  accountId: string
}

export const callAppend = (entry: AppendArguments): Statement => ({
  name: 'append-entry',
  text: `select entry_id from journal.append(kind => $1, clear => null, nonce => $2, slot_names => $3::text[], slot_salts => $4::bytea[],
    slot_contents => $5::text[], arrest_id => $6::uuid, account_id => $7::uuid, act_at => $8::timestamptz)`,
  values: [
    entry.kind,
    entry.nonce,
    entry.names,
    entry.salts,
    entry.contents,
    entry.arrestId,
    entry.accountId,
    entry.actAt,
  ],
})

export interface AppendConductArguments extends Omit<AppendArguments, 'arrestId' | 'accountId'> {
  clear: object
}

export const callAppendConduct = (entry: AppendConductArguments): Statement => ({
  name: 'append-conduct',
  text: `select entry_id from journal.append(kind => $1, clear => $2::jsonb, nonce => $3, slot_names => $4::text[],
    slot_salts => $5::bytea[], slot_contents => $6::text[], act_at => $7::timestamptz)`,
  values: [entry.kind, JSON.stringify(entry.clear), entry.nonce, entry.names, entry.salts, entry.contents, entry.actAt],
})

export const selectPlaceOf = (entryId: string): Statement => ({
  name: 'select-place-of',
  text: 'select number from journal.place where entry_id = $1',
  values: [entryId],
})

export const lockHead: Statement = {
  name: 'lock-head',
  text: 'select size, root, frontier from journal.head for update',
  values: [],
}

export const selectWaiting = (limit: number): Statement => ({
  name: 'select-waiting',
  text: `select w.ticket, e.entry_id, e.kind, e.class, e.party, e.made_at, e.nonce, e.clear, c.names, c.salts, c.texts as contents
    from (select ticket, entry_id from journal.waiting order by ticket limit $1) w
    join journal.entry e using (entry_id)
    join journal.content c using (entry_id)
    order by w.ticket`,
  values: [limit],
})

export const insertPlaces = (
  from: number,
  entryIds: readonly string[],
  batchAt: string,
  leaves: readonly Buffer[],
  hashes: readonly Buffer[],
): Statement => ({
  name: 'insert-places',
  text: `insert into journal.place (number, entry_id, batch_at, leaf, leaf_hash)
    select $1::bigint + n, entry_id, $3, leaf, leaf_hash
    from unnest($2::uuid[], $4::bytea[], $5::bytea[]) with ordinality x (entry_id, leaf, leaf_hash, n)`,
  values: [from, entryIds, batchAt, leaves, hashes],
})

export const deleteWaiting = (tickets: readonly number[]): Statement => ({
  name: 'delete-waiting',
  text: 'delete from journal.waiting where ticket = any ($1::bigint[])',
  values: [tickets],
})

export const writeTiles = (levels: number[], indexes: number[], widths: number[], bytes: Buffer[]): Statement => ({
  name: 'write-tiles',
  text: `insert into journal.tile (level, index, width, bytes) select * from unnest($1::int[], $2::bigint[], $3::int[], $4::bytea[])
    on conflict (level, index) do update set width = excluded.width, bytes = excluded.bytes`,
  values: [levels, indexes, widths, bytes],
})

/** Compare and swap: no row means that another sequencer moved the head. */
export const moveHead = (
  from: number,
  size: number,
  root: Buffer,
  frontier: Buffer,
  latestAt: string,
  batchAt: string,
): Statement => ({
  name: 'move-head',
  text: `update journal.head set size = $2, root = $3, frontier = $4, latest_at = greatest(latest_at, $5), batch_at = $6 where size = $1 returning size`,
  values: [from, size, root, frontier, latestAt, batchAt],
})

export const selectHead: Statement = { name: 'select-head', text: 'select size, root from journal.head', values: [] }
export const countWaiting: Statement = {
  name: 'count-waiting',
  text: 'select count(*)::int as waiting from journal.waiting',
  values: [],
}

export const ringDoorbell: Statement = { name: 'ring-doorbell', text: `select pg_notify('journal', '')`, values: [] }

export const insertCheckpoint = (size: number, note: string): Statement => ({
  name: 'insert-checkpoint',
  text: 'insert into journal.checkpoint (size, note, made_at) values ($1, $2, pars.instant()) on conflict (size) do nothing',
  values: [size, note],
})
export const selectNewestCheckpoint: Statement = {
  name: 'select-newest-checkpoint',
  text: 'select size, note, made_at from journal.checkpoint order by size desc limit 1',
  values: [],
}
export const selectSignedSize: Statement = {
  name: 'select-signed-size',
  text: 'select size from journal.checkpoint order by size desc limit 1',
  values: [],
}

export interface ServedCheckpoint {
  size: number
  note: string
  /** Signature lines of cosigners, each its newest under this checkpoint. */
  lines: string[]
}

/**
 * The newest checkpoint that two cosigners signed; the newest at all while nobody cosigns, and after three seconds in which they did
 * not: who asks for two of three must not be refused for the moment in between.
 */
export const selectServedCheckpoint: Statement = {
  name: 'select-served-checkpoint',
  text: `with newest as (select k.size, k.signed_at from journal.checkpoint k order by k.size desc limit 1),
      counted as (select s.size from journal.cosignature s group by s.size having count(*) >= 2 order by s.size desc limit 1)
    select k.size, k.note, array(
        select case when t.size = k.size then t.line else s.line end
        from journal.cosignature s join journal.cosigner c on c.name = s.cosigner left join journal.cosigner_state t on t.cosigner = s.cosigner
        where s.size = k.size order by array_position('{police,prosecutor,court}', c.seat)) as lines
    from journal.checkpoint k cross join newest n left join counted c on true
    where k.size = case when c.size is null or exists (
        select from journal.checkpoint u where u.size > c.size and u.signed_at < clock_timestamp() - interval '3 seconds')
      then n.size else c.size end`,
  values: [],
}

export const callLayOpen = (number: number): Statement => ({
  name: 'call-lay-open',
  text: 'select slot, salt, content, commitments, statement, terms from journal.lay_open($1)',
  values: [number],
})

export const selectTile = (level: number, index: number): Statement => ({
  name: 'select-tile',
  text: 'select width, bytes from journal.tile where level = $1 and index = $2',
  values: [level, index],
})
export const selectLeaves = (from: number, count: number): Statement => ({
  name: 'select-leaves',
  text: 'select leaf from journal.place where number > $1 and number <= $1 + $2 order by number',
  values: [from, count],
})
/** The first signed head that counts and holds this many entries, with its cosignatures. */
export const selectCheckpointOf = (number: number): Statement => ({
  name: 'select-checkpoint-of',
  text: 'select size, note from journal.find_counted_head($1)',
  values: [number],
})
/** As the portal. */
export const selectNewestAudit: Statement = {
  name: 'select-newest-audit',
  text: 'select number, leaf from journal.find_newest_audit()',
  values: [],
}
