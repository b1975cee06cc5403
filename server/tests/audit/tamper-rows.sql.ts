import { entryOf, sql, type Tampering } from './tampering.sql.ts'

/** Entries and what lies beside them. */
export const ofEntries: readonly Tampering[] = [
  {
    kind: 'content changed, leaf left alone',
    tamper: sql(
      `update journal.content set texts[4] = replace(texts[4], 'residence', 'character') where entry_id = ${entryOf('bail.set')}`,
    ),
    finds: ['content-altered', 'row-altered'],
    names: 'bail.set',
    inFiles: false,
  },
  {
    kind: 'salts of an entry swapped',
    tamper: sql(
      `update journal.content set salts = array[salts[2], salts[1], salts[3], salts[4]] where entry_id = ${entryOf('bail.set')}`,
    ),
    finds: ['content-altered'],
    names: 'bail.set',
    inFiles: false,
  },
  {
    kind: 'content deleted without an order',
    tamper: sql(`delete from journal.content where entry_id = ${entryOf('record.opened')}`),
    finds: ['content-missing'],
    names: 'record.opened',
    inFiles: false,
  },
  {
    kind: 'one slot erased without an order',
    tamper: sql(
      `update journal.content set texts[4] = null, salts[4] = null where entry_id = ${entryOf('record.opened')}`,
    ),
    finds: ['content-erased-without-order'],
    names: 'record.opened',
    inFiles: false,
  },
  {
    kind: "an entry's own row deleted",
    tamper: sql(`delete from journal.entry where entry_id = ${entryOf('record.opened')}`),
    finds: ['entry-missing'],
    names: 'record.opened',
    inFiles: false,
  },
  {
    kind: "an entry's kind changed",
    tamper: sql(`update journal.entry set kind = 'board.opened' where entry_id = ${entryOf('record.opened')}`),
    finds: ['entry-altered'],
    names: 'record.opened',
    inFiles: false,
  },
  {
    kind: 'the time of a vote changed in its row',
    tamper: sql(
      `update journal.entry set made_at = made_at - interval '1 day' where entry_id = ${entryOf('ballot.cast')}`,
    ),
    finds: ['entry-altered'],
    names: 'ballot.cast',
    inFiles: false,
  },
  {
    kind: 'the time of an act on a record changed in its row',
    tamper: sql(
      `update journal.entry set made_at = made_at - interval '2 days' where entry_id = ${entryOf('bail.set')}`,
    ),
    finds: ['entry-time-wrong'],
    names: 'bail.set',
    inFiles: false,
  },
  {
    kind: 'the index of whose record an entry is about pointed at somebody else',
    tamper: sql(
      `update journal.arrest_entry set account_id = gen_random_uuid() where entry_id = ${entryOf('record.opened')}`,
    ),
    finds: ['index-altered'],
    names: 'record.opened',
    inFiles: false,
  },
]

/** Work tables and what is derived from them; the walls. */
export const ofRows: readonly Tampering[] = [
  {
    kind: 'a bail order changed, the journal left alone',
    tamper: sql(`update court.bail_order set reason_note = 'Made up later.'`),
    finds: ['row-altered'],
    names: 'bail.set',
    inFiles: false,
  },
  {
    kind: 'a condition of bail deleted',
    tamper: sql('delete from narrative.bail_condition'),
    finds: ['row-missing'],
    names: 'bail.set',
    inFiles: false,
  },
  {
    kind: 'a hold added under an entry that wrote none',
    tamper: sql(
      `insert into police.hold select gen_random_uuid(), arrest_id, 'probation-parole-detainer', 'Made up', null, drafted_by, drafted_at, ${entryOf('record.opened')} from police.arrest limit 1`,
    ),
    finds: ['row-added'],
    names: 'record.opened',
    inFiles: false,
  },
  {
    kind: 'a row added under no entry at all',
    tamper: sql(
      `insert into police.hold select gen_random_uuid(), arrest_id, 'probation-parole-detainer', 'Made up', null, drafted_by, drafted_at, gen_random_uuid() from police.arrest limit 1`,
    ),
    finds: ['row-without-entry'],
    names: null,
    inFiles: false,
  },
  {
    kind: 'an arrest set back to an earlier version',
    tamper:
      sql(`update police.arrest a set version = v.version, place = v.content ->> 'place', entry_id = v.entry_id from police.arrest_version v
      where v.arrest_id = a.arrest_id and v.version = 1 and a.version = 2`),
    finds: ['row-set-back', 'disclosure-altered'],
    names: 'arrest.corrected',
    inFiles: false,
  },
  {
    kind: 'a sealed number exchanged for another',
    tamper: sql(`update secret.ssn set ciphertext = sha256('x')`),
    finds: ['row-altered'],
    names: null,
    inFiles: false,
  },
  {
    kind: "an account's role changed",
    tamper: sql(`update staff.account set role = 'police-manager' where subject = 'booking-officer'`),
    finds: ['row-altered'],
    names: null,
    inFiles: false,
  },
  {
    kind: 'what partners are told of a record changed',
    tamper: sql(`update disclosure.record set birth_country_code = 'XX'`),
    finds: ['disclosure-altered'],
    names: null,
    inFiles: false,
  },
  {
    kind: 'a seal taken off a record without an order',
    tamper: sql('delete from court.sealed_record'),
    finds: ['row-missing', 'disclosure-altered'],
    names: null,
    inFiles: false,
  },
  {
    kind: 'a limit put back that the court had lifted',
    tamper: sql(`insert into court.limited_record select o.arrest_id, pars.instant(), ${entryOf('record.limited')}
      from court.record_order o where o.act = 'lift-limit'`),
    finds: ['order-unfounded', 'disclosure-altered'],
    names: null,
    inFiles: false,
  },
  {
    kind: 'a limit lifted by an entry without an order',
    tamper: sql(`insert into journal.door (door, party) values (session_user, 'court');
      delete from disclosure.identifier i using court.limited_record l where i.arrest_id = l.arrest_id;
      select court.lift_record(l.arrest_id, 'lift-limit', 'made-up', null) from court.limited_record l;
      delete from journal.door where door = session_user`),
    finds: ['entry-without-place', 'order-unfounded'],
    names: null,
    inFiles: false,
  },
  {
    kind: 'somebody taken off the list of who is held',
    tamper: sql('delete from police.held'),
    finds: ['held-altered'],
    names: null,
    inFiles: false,
  },
  {
    kind: 'a row policy dropped',
    tamper: sql('drop policy defense on court.bail_order'),
    finds: ['walls-altered'],
    names: null,
    inFiles: false,
  },
  {
    kind: 'the trigger that demands an entry switched off',
    tamper: sql('alter table court.bail_order disable trigger require_entry'),
    finds: ['walls-altered'],
    names: null,
    inFiles: false,
  },
]
