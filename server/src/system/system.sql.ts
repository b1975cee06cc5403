import type { Statement } from '../db/statement.ts'

export interface CityStateRow {
  now: string
  rate: number
  meets_present: boolean
  began_at: string
  size: number
  checkpoint_at: string | null
}

/** As the keeper. A clock that has met the present shows the wall's time. The first entry has no number in the first moments. */
export const selectCityState: Statement = {
  name: 'select-city-state',
  text: `select t.now, coalesce(c.rate, 1) as rate, t.now >= clock_timestamp() - interval '2 seconds' as meets_present, h.size,
      coalesce((select e.made_at from journal.place p join journal.entry e using (entry_id) where p.number = 1), t.now) as began_at,
      (select k.made_at from journal.checkpoint k order by k.size desc limit 1) as checkpoint_at
    from (select pars.instant() as now offset 0) t cross join journal.head h left join pars.clock c on true`,
  values: [],
}

export const selectChairs = (issuer: string, subjects: readonly string[]): Statement => ({
  name: 'select-chairs',
  text: `select a.subject, a.display_name, a.role, a.party
    from unnest($2::text[]) with ordinality w (subject, place) join staff.account a on a.issuer = $1 and a.subject = w.subject
    where a.ended_at is null order by w.place`,
  values: [issuer, subjects],
})

/** As any seat's door; no row when there is no such entry. */
export const selectPlaceOfEntry = (entryId: string): Statement => ({
  name: 'select-place-of-entry',
  text: `select p.number from journal.entry e left join journal.place p on p.entry_id = e.entry_id where e.entry_id = $1`,
  values: [entryId],
})

/** As the portal. */
export const selectLeafHash = (number: number): Statement => ({
  name: 'select-leaf-hash',
  text: 'select leaf_hash from journal.place where number = $1',
  values: [number],
})

export const selectCheckpointSize: Statement = {
  name: 'select-checkpoint-size',
  text: 'select size from journal.checkpoint order by size desc limit 1',
  values: [],
}

/** As the keeper. Rate 0 lets the clock stand at its start. PA030 outside a rehearsal. */
export const callSetClock = (startAt: string | null, rate: number, horizon: string | null): Statement => ({
  name: 'call-set-clock',
  text: `select pars.set_clock(b.base, case when $2::double precision = 0 then 1 else $2::double precision end,
      case when $2::double precision = 0 then b.base else $3::timestamptz end) as now
    from (select least(coalesce($1::timestamptz, pars.instant()), clock_timestamp()) as base offset 0) b`,
  values: [startAt, rate, horizon],
})

export interface HealthRow {
  waiting: number
  size: number
}

/** As the keeper. PL/pgSQL answers, not only the listener. */
export const selectHealth: Statement = {
  name: 'select-health',
  text: `select pars.instant() as now, (select count(*)::int from journal.waiting) as waiting, h.size from journal.head h`,
  values: [],
}

export const selectCreation: Statement = {
  name: 'select-creation',
  text: 'select city, rehearsal, origin from pars.creation',
  values: [],
}
