/** Arrests by intake number, with how many versions each has. */
export const selectArrests = `select a.intake_number, a.arrest_id, (select count(*)::int from police.arrest_version v where v.arrest_id = a.arrest_id) as versions
  from police.arrest a where a.intake_number like 'KILL-%'`

/** One row: numbers without a gap, nothing left waiting, every act's entry placed, the derived record equal to what it is derived from. */
export const selectAgreement = `select
    (select count(*) = max(number) and min(number) = 1 from journal.place) as gap_free,
    (select count(*)::int from journal.waiting) as waiting,
    (select count(*)::int from journal.entry e where not exists (select from journal.place p where p.entry_id = e.entry_id)) as unplaced,
    (select count(*)::int from police.arrest_version v where not exists (select from journal.entry e where e.entry_id = v.entry_id)) as without_entry,
    (select count(*)::int from police.arrest a where a.sent_at is not null
      and (select to_jsonb(r) from disclosure.record r where r.arrest_id = a.arrest_id) is distinct from (select to_jsonb(c) from disclosure.compute(a.arrest_id) c)) as differing`

export const selectPostmaster = `select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)::int as pid`

export const selectSize = 'select size from journal.head'
