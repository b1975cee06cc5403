import type { Statement } from '../db/statement.ts'

const seen = `with seen as (
      select x.entry_id, p.number from journal.arrest_entry x left join journal.place p using (entry_id)
      where x.arrest_id = $1 and ($2::bigint is null or p.number <= $2))`

/** The dockets of one arrest with their listings and arraignments, as of a journal number; one row of JSON for each. */
export const selectDockets = (arrestId: string, asOf: number | null): Statement => ({
  name: 'select-dockets',
  text: `${seen}
    select jsonb_build_object('docketId', d.docket_id, 'docketNumber', d.docket_number, 'complaintId', d.complaint_id, 'counsel', d.counsel, 'filedAt', d.filed_at,
      'certifiedBy', k.display_name, 'madeBy', k.display_name, 'madeAt', d.filed_at, 'entryId', d.entry_id, 'number', s.number,
      'listings', (select coalesce(jsonb_agg(jsonb_build_object('listingId', l.listing_id, 'courtSessionId', l.court_session_id, 'room', c.room, 'startsAt', c.starts_at, 'slot', l.slot,
          'madeBy', lk.display_name, 'madeAt', l.made_at, 'entryId', l.entry_id, 'number', ls.number,
          'notProduced', (select jsonb_build_object('reason', n.reason, 'note', n.note, 'madeBy', nk.display_name, 'madeAt', n.made_at, 'entryId', n.entry_id, 'number', ns.number)
            from court.not_produced n join seen ns using (entry_id) join staff.account nk on nk.account_id = n.made_by where n.listing_id = l.listing_id)) order by l.made_at), '[]')
        from court.listing l join seen ls using (entry_id) join court.court_session c using (court_session_id) join staff.account lk on lk.account_id = l.made_by
        where l.docket_id = d.docket_id),
      'arraignment', (select jsonb_build_object('listingId', a.listing_id, 'heldAt', a.held_at, 'mode', a.mode, 'checklist', to_jsonb(a.checklist), 'probableCause', a.probable_cause,
          'interpreterLanguage', a.interpreter_language, 'interpreterPresent', a.interpreter_present, 'prosecutorName', a.prosecutor_name, 'defenseName', a.defense_name,
          'nextHearing', a.next_hearing, 'nextAt', a.next_at, 'nextRoom', a.next_room, 'madeBy', ak.display_name, 'madeAt', a.made_at, 'entryId', a.entry_id, 'number', asn.number)
        from court.arraignment a join seen asn using (entry_id) join staff.account ak on ak.account_id = a.made_by where a.docket_id = d.docket_id)) as docket
    from court.docket d join seen s using (entry_id) join staff.account k on k.account_id = d.certified_by
    where d.arrest_id = $1 order by d.filed_at, d.docket_number`,
  values: [arrestId, asOf],
})

export const selectArrestOfDocket = (docketId: string): Statement => ({
  name: 'select-arrest-of-docket',
  text: 'select arrest_id from court.docket where docket_id = $1',
  values: [docketId],
})
export const selectArrestOfComplaint = (complaintId: string): Statement => ({
  name: 'select-arrest-of-complaint',
  text: 'select c.arrest_id, c.approved_by from prosecutor.complaint c where c.complaint_id = $1',
  values: [complaintId],
})
export const selectDocketNumberUsed = (docketNumber: string): Statement => ({
  name: 'select-docket-number-used',
  text: 'select 1 as used from court.docket where docket_number = $1',
  values: [docketNumber],
})
export const selectArrestOfListing = (listingId: string): Statement => ({
  name: 'select-arrest-of-listing',
  text: 'select d.arrest_id, l.docket_id from court.listing l join court.docket d using (docket_id) where l.listing_id = $1',
  values: [listingId],
})
/** All rows of a room, whatever their day. */
export const selectRoom = (room: string): Statement => ({
  name: 'select-room',
  text: `select room, valid_from as "validFrom", valid_to as "validTo" from common.room where room = $1`,
  values: [room],
})
export const selectCourtSession = (courtSessionId: string): Statement => ({
  name: 'select-court-session',
  text: `select c.court_session_id, c.room, c.starts_at, k.display_name as magistrate from court.court_session c left join staff.account k on k.account_id = c.magistrate_id where c.court_session_id = $1`,
  values: [courtSessionId],
})
export const selectSessionAt = (room: string, startsAt: string): Statement => ({
  name: 'select-court-session-at',
  text: 'select court_session_id from court.court_session where room = $1 and starts_at = $2',
  values: [room, startsAt],
})
/** Two acts on one session wait for each other here; what is read in the next statement is what the act before committed. */
export const lockCourtSession = (courtSessionId: string): Statement => ({
  name: 'lock-court-session',
  text: 'select pg_advisory_xact_lock(hashtextextended($1, 52))',
  values: [courtSessionId],
})
/** The next free slot, and whether one slot is taken. */
export const selectSlots = (courtSessionId: string, slot: number | null): Statement => ({
  name: 'select-slots',
  text: `select coalesce((select max(slot) from court.listing where court_session_id = $1::uuid), 0) + 1 as next_free,
    exists (select from court.listing where court_session_id = $1::uuid and slot = $2) as taken`,
  values: [courtSessionId, slot],
})
export const selectMagistrate = (accountId: string): Statement => ({
  name: 'select-magistrate',
  text: `select 1 as found from staff.account where account_id = $1 and role = 'magistrate' and ended_at is null`,
  values: [accountId],
})

const insertInto =
  (name: string, table: string) =>
  (row: object): Statement => ({
    name,
    text: `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`,
    values: [JSON.stringify(row)],
  })
export const insertDocket = insertInto('insert-docket', 'court.docket')
export const insertCourtSession = insertInto('insert-court-session', 'court.court_session')
export const insertListing = insertInto('insert-listing', 'court.listing')
export const insertNotProduced = insertInto('insert-not-produced', 'court.not_produced')
export const insertArraignment = insertInto('insert-arraignment', 'court.arraignment')
