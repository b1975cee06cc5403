import { numberOf, placeEntry, putCheckpoint, rebuildTree, rewriteLeaf, signedNote } from './tampered-log.sql.ts'
import { ofKind, sql, type Tampering, type Thief } from './tampering.sql.ts'

const rewriteAll =
  (kind: string, change: (text: string) => string) =>
  async ({ client, origin, signer }: Thief) => {
    await rewriteLeaf(client, await numberOf(client, kind), change)
    await rebuildTree(client, origin, signer)
  }
const otherSecond = (text: string) => text.replace(/:\d\dZ"/, digits => (digits === ':59Z"' ? ':58Z"' : ':59Z"'))

/** Journal, tree and checkpoints. */
export const ofLog: readonly Tampering[] = [
  {
    kind: "an entry's published bytes changed, tree left alone",
    tamper: async ({ client }) => rewriteLeaf(client, await numberOf(client, 'bail.set'), otherSecond),
    finds: ['leaf-altered', 'entry-altered'],
    names: 'bail.set',
    inFiles: true,
  },
  {
    kind: "an entry's stored hash changed",
    tamper: sql(`update journal.place set leaf_hash = sha256('x') where number = ${ofKind('bail.set')}`),
    finds: ['leaf-hash-altered'],
    names: 'bail.set',
    inFiles: false,
  },
  {
    kind: 'two entries swapped',
    tamper:
      sql(`with two as (select number, leaf, leaf_hash, entry_id, batch_at from journal.place where number in (${ofKind('bail.set')}, ${ofKind('arraignment.held')}))
      update journal.place p set leaf = o.leaf, leaf_hash = o.leaf_hash from two o where p.number in (select number from two) and o.number <> p.number`),
    finds: ['place-moved', 'entry-altered', 'content-altered'],
    names: 'bail.set',
    inFiles: true,
  },
  {
    kind: 'an entry taken out and the later ones renumbered',
    tamper: async ({ client }) => {
      // One of the looks at the end: nothing later names an entry by its number.
      const number = (await numberOf(client, 'record.opened')) - 1
      await client.query('delete from journal.place where number = $1', [number])
      await client.query('update journal.place set number = number + 10000 where number > $1', [number])
      await client.query('update journal.place set number = number - 10001 where number > 10000')
    },
    finds: ['place-moved', 'place-missing', 'entry-without-place'],
    names: null,
    inFiles: true,
  },
  {
    kind: 'an entry deleted',
    tamper: sql(`delete from journal.place where number = ${ofKind('bail.set')}`),
    finds: ['place-missing', 'entry-without-place'],
    names: null,
    inFiles: true,
  },
  {
    kind: 'the newest entry deleted',
    tamper: async ({ client }) => {
      const { rows } = await client.query('select entry_id from journal.place order by number desc limit 1')
      for (const table of ['place', 'content', 'arrest_entry', 'entry'])
        await client.query(`delete from journal.${table} where entry_id = $1`, [rows[0].entry_id])
    },
    finds: ['place-missing'],
    names: null,
    inFiles: true,
  },
  {
    kind: 'the journal truncated',
    tamper: sql('truncate journal.place'),
    finds: ['place-missing', 'entry-without-place', 'row-added', 'row-missing'],
    names: null,
    inFiles: true,
  },
  {
    kind: 'an old backup put back, log and all',
    tamper: async ({ client, origin, signer }) => {
      await client.query(
        `create temporary table gone on commit drop as select entry_id from journal.place order by number desc limit 2`,
      )
      for (const table of ['place', 'content', 'arrest_entry', 'entry'])
        await client.query(`delete from journal.${table} where entry_id in (select entry_id from gone)`)
      await rebuildTree(client, origin, signer)
    },
    finds: ['known-checkpoint-beyond-log'],
    names: null,
    inFiles: true,
  },
  {
    kind: 'a tile forked from its entries',
    tamper: sql(`update journal.tile set bytes = overlay(bytes placing sha256('fork') from 33) where level = 0`),
    finds: ['tile-altered'],
    names: null,
    inFiles: true,
  },
  {
    kind: 'a tile deleted',
    tamper: sql('delete from journal.tile where level = 0'),
    finds: ['tile-missing'],
    names: null,
    inFiles: true,
  },
  {
    kind: "the sequencer's head moved back",
    tamper: sql('update journal.head set size = size - 3'),
    finds: ['head-moved-back'],
    names: null,
    inFiles: false,
  },
  {
    kind: "the sequencer's head given another root",
    tamper: sql(`update journal.head set root = sha256('x')`),
    finds: ['head-altered'],
    names: null,
    inFiles: false,
  },
  {
    kind: 'an entry inserted behind the sequencer',
    tamper: async ({ client }) => {
      const { rows } = await client.query(`select w.entry_id from journal.write_entry('system', 'resolution.lapsed',
        '{"agreement": "made-up", "agreementVersion": 1, "resolution": "made-up-r1"}', sha256('n'), '{reason}', array[sha256('s')], '{null}', null, null, null) w`)
      await client.query('delete from journal.waiting')
      await placeEntry(client, rows[0].entry_id)
    },
    finds: ['place-beyond-head', 'row-missing'],
    names: null,
    inFiles: false,
  },
  {
    kind: 'a committed entry thrown out of the queue',
    tamper: async ({ client }) => {
      await client.query(`select journal.write_entry('system', 'act.refused', null, sha256('n'), '{kind,actor,subject,act}',
        array[sha256('1'), sha256('2'), sha256('3'), sha256('4')], array['"act.refused"', null, null, '{}'], null, null, null)`)
      await client.query('delete from journal.waiting')
    },
    finds: ['entry-without-place'],
    names: null,
    inFiles: false,
  },
  {
    kind: 'a checkpoint rewritten without the key',
    tamper: sql(
      `update journal.checkpoint set note = replace(note, split_part(note, e'\\n', 3), encode(sha256('x'), 'base64')) where size = (select max(size) from journal.checkpoint)`,
    ),
    finds: ['checkpoint-signature-wrong', 'cosignature-wrong'],
    names: null,
    inFiles: true,
  },
  {
    kind: 'two sequencers: a checkpoint of another history, signed by the log',
    tamper: async ({ client, origin, signer }) => {
      await client.query('delete from journal.checkpoint where size = 5')
      await putCheckpoint(client, await signedNote(origin, signer, { size: 5, root: Buffer.alloc(32, 7) }), 5)
    },
    finds: ['checkpoint-contradicted'],
    names: null,
    inFiles: false,
  },
  {
    kind: 'a cosignature dropped',
    tamper: sql('delete from journal.cosignature'),
    finds: ['cosignature-missing'],
    names: null,
    inFiles: false,
  },
  {
    kind: 'a cosignature exchanged for one of another checkpoint',
    tamper: sql("update journal.cosignature set line = overlay(line placing 'AAAAAAAA' from length(line) - 40)"),
    finds: ['cosignature-wrong'],
    names: null,
    inFiles: false,
  },
  {
    kind: "an entry rewritten with tree and checkpoint, under the log's stolen key",
    tamper: rewriteAll('bail.set', otherSecond),
    finds: ['entry-altered', 'known-checkpoint-contradicted'],
    names: 'bail.set',
    inFiles: true,
  },
]
