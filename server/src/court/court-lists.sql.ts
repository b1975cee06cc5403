import type { DoorName } from '../db/doors.ts'
import type { Statement } from '../db/statement.ts'

const name = `jsonb_build_object('last', a.last_name, 'first', a.first_name, 'middle', a.middle_name, 'suffix', a.suffix) as name`
/** Of the row with that alias, which must be none of these two: an inner alias of the same name would compare a row with itself. */
const chargesOf = (listed: 'm' | 'd'): string =>
  `(select coalesce(jsonb_agg(jsonb_build_object('description', c.description, 'grade', c.grade) order by w.position), '[]')
      from prosecutor.complaint_charge w join prosecutor.charge c using (charge_id) where w.complaint_id = ${listed}.complaint_id) as charges`

/**
 * Whoever waits for the court is held, or out on a summons whose complaint is due: found there without looking through the past.
 * The defense's door sees its own clients' few rows and no list of who is held.
 */
const amongHeld = (arrest: string, door: DoorName): string =>
  door === 'defense' ? '' : `join police.held h on h.arrest_id = ${arrest}.arrest_id`

/** Complaints without a docket; nobody is brought before a magistrate on one. Longest held first. */
export const selectToFile = (door: DoorName): Statement => ({
  name: `select-to-file-${door}`,
  text: `select m.complaint_id, m.arrest_id, m.made_at, a.arrested_at, ${name}, ${chargesOf('m')}
    from prosecutor.complaint m ${amongHeld('m', door)} join police.arrest a on a.arrest_id = m.arrest_id
    where not exists (select from court.docket d where d.complaint_id = m.complaint_id)
    order by a.arrested_at, m.made_at, m.complaint_id`,
  values: [],
})

/** Dockets of people in custody that stand in no court session: never listed, or missed since. Longest held first. */
export const selectToList = (door: DoorName): Statement => ({
  name: `select-to-list-${door}`,
  text: `select d.docket_id, d.docket_number, d.arrest_id, a.arrested_at, n.reason as not_produced, ${name}, ${chargesOf('d')}
    from court.docket d ${amongHeld('d', door)} join police.arrest a on a.arrest_id = d.arrest_id
    left join lateral (select l.listing_id from court.listing l where l.docket_id = d.docket_id order by l.made_at desc limit 1) l on true
    left join court.not_produced n on n.listing_id = l.listing_id
    where (l.listing_id is null or n.listing_id is not null)
      and not exists (select from court.arraignment r where r.docket_id = d.docket_id)
      and not exists (select from police.departure p join police.departure_acknowledgment k using (departure_id) where p.arrest_id = d.arrest_id)
    order by a.arrested_at, d.docket_number`,
  values: [],
})

const session = `s.court_session_id, s.room, s.starts_at, k.display_name as magistrate,
      (select count(*)::int from court.listing l where l.court_session_id = s.court_session_id) as listed,
      (select count(*)::int from court.listing l join court.arraignment r on r.docket_id = l.docket_id and r.listing_id = l.listing_id
        where l.court_session_id = s.court_session_id) as heard
    from court.court_session s left join staff.account k on k.account_id = s.magistrate_id`

export const selectCourtSessions = (from: string): Statement => ({
  name: 'select-court-sessions',
  text: `select ${session} where s.starts_at >= $1 order by s.starts_at, s.room`,
  values: [from],
})
export const selectSessionView = (courtSessionId: string): Statement => ({
  name: 'select-session-view',
  text: `select ${session} where s.court_session_id = $1`,
  values: [courtSessionId],
})

/** The list of one court session by slot. Of an order's conditions only that there are any: what they say stays with the record. */
export const selectListings = (courtSessionId: string): Statement => ({
  name: 'select-listings',
  text: `select l.listing_id, l.slot, l.docket_id, d.docket_number, d.arrest_id, a.arrested_at, a.interpreter_language, ${name}, ${chargesOf('d')},
      n.listing_id is not null as not_produced, r.probable_cause,
      (select jsonb_build_object('kind', o.kind, 'types', to_jsonb(o.types), 'amountCents', o.amount_cents, 'depositPercent', o.deposit_percent,
          'hasConditions', exists (select from narrative.bail_condition b where b.docket_id = o.docket_id))
        from court.bail_order o where o.docket_id = r.docket_id) as bail_order
    from court.listing l join court.docket d using (docket_id) join police.arrest a using (arrest_id)
    left join court.not_produced n using (listing_id) left join court.arraignment r on r.docket_id = l.docket_id and r.listing_id = l.listing_id
    where l.court_session_id = $1 order by l.slot`,
  values: [courtSessionId],
})

/** The first of some docket numbers that no docket has. */
export const selectFreeDocketNumber = (candidates: readonly string[]): Statement => ({
  name: 'select-free-docket-number',
  text: `select c.docket_number from unnest($1::text[]) with ordinality c (docket_number, position)
    where not exists (select from court.docket d where d.docket_number = c.docket_number) order by c.position limit 1`,
  values: [candidates],
})
