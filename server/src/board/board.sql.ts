import type { Statement } from '../db/statement.ts'

export const selectNextSession = (now: string): Statement => ({
  name: 'select-next-session',
  text: `select c.court_session_id, c.starts_at, c.room, (select count(*)::int from court.listing l where l.court_session_id = c.court_session_id) as listed
    from court.court_session c where c.starts_at > $1 order by c.starts_at, c.room limit 1`,
  values: [now],
})

/**
 * The next places of the journal: one row for each arrest about which something was done, with the newest of its numbers there, and one
 * row without an arrest that says how far this went. Entries that say only that somebody looked move the number and nothing else.
 */
export const selectActsAfter = (number: number, limit: number): Statement => ({
  name: 'select-acts-after',
  text: `with batch as materialized (select p.number, p.entry_id from journal.place p where p.number > $1 order by p.number limit $2)
    select x.arrest_id, max(b.number) as number from batch b join journal.entry e using (entry_id) join journal.arrest_entry x using (entry_id)
    where e.kind not in ('record.opened', 'paper.printed') group by x.arrest_id
    union all select null, max(b.number) from batch b having count(*) > 0`,
  values: [number, limit],
})
