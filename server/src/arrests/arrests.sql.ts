import type { Statement } from '../db/statement.ts'

/** One statement writes every row of a new arrest; foreign keys are checked at its end. */
export const insertArrest = (rows: {
  person: object | null
  arrest: object
  version: object
  incidents: object[]
  charges: object[]
  narrative: object
  parties: object[]
  ssn: object | null
}): Statement => ({
  name: 'insert-arrest',
  text: `with person as (insert into police.person select * from jsonb_populate_recordset(null::police.person, $1)),
    arrest as (insert into police.arrest select * from jsonb_populate_record(null::police.arrest, $2)),
    ${versionParts(3)}
    select 1`,
  values: [JSON.stringify(rows.person ? [rows.person] : []), JSON.stringify(rows.arrest), ...versionValues(rows)],
})

const versionParts = (
  from: number,
): string => `version as (insert into police.arrest_version select * from jsonb_populate_record(null::police.arrest_version, $${from})),
    incident as (insert into police.arrest_incident select * from jsonb_populate_recordset(null::police.arrest_incident, $${from + 1})),
    charge as (insert into police.charge select * from jsonb_populate_recordset(null::police.charge, $${from + 2})),
    narrative as (insert into narrative.arrest_narrative select * from jsonb_populate_record(null::narrative.arrest_narrative, $${from + 3})),
    party as (insert into victim.party select * from jsonb_populate_recordset(null::victim.party, $${from + 4})),
    ssn as (insert into secret.ssn select * from jsonb_populate_recordset(null::secret.ssn, $${from + 5}))`

export interface VersionRows {
  version: object
  incidents: object[]
  charges: object[]
  narrative: object
  parties: object[]
  ssn: object | null
}
const versionValues = (rows: VersionRows): string[] =>
  [rows.version, rows.incidents, rows.charges, rows.narrative, rows.parties, rows.ssn ? [rows.ssn] : []].map(value =>
    JSON.stringify(value),
  )

/** Moves the arrest to its next version, and writes what belongs to that version. */
export const updateArrest = (arrest: object, rows: VersionRows): Statement => ({
  name: 'update-arrest',
  text: `with ${versionParts(2)}
    update police.arrest a set (person_id, version, sent_at, arrested_at, place, district_code, booking_site, basis, warrant_number, otn, last_name, first_name, middle_name,
      suffix, born_on, sex, race, ethnicity, birth_country_kind, birth_country_system, birth_country_code, interpreter_language, photo_reference, domestic_violence,
      parents_notified_at, parents_notified_by, entry_id) = (select n.person_id, n.version, n.sent_at, n.arrested_at, n.place, n.district_code, n.booking_site, n.basis,
      n.warrant_number, n.otn, n.last_name, n.first_name, n.middle_name, n.suffix, n.born_on, n.sex, n.race, n.ethnicity, n.birth_country_kind, n.birth_country_system,
      n.birth_country_code, n.interpreter_language, n.photo_reference, n.domestic_violence, n.parents_notified_at, n.parents_notified_by, n.entry_id
      from jsonb_populate_record(null::police.arrest, $1) n)
    where a.arrest_id = ($1::jsonb ->> 'arrest_id')::uuid`,
  values: [JSON.stringify(arrest), ...versionValues(rows)],
})

/** The arrest that holds an intake number, with the hash of the report as first sent. */
export const selectByIntakeNumber = (intakeNumber: string): Statement => ({
  name: 'select-arrest-by-intake-number',
  text: `select a.arrest_id, a.version, a.sent_at, (select v.content_hash from police.arrest_version v where v.arrest_id = a.arrest_id and v.kind = 'sent' order by v.version limit 1) as content_hash
    from police.arrest a where a.intake_number = $1`,
  values: [intakeNumber],
})

/** Everything that a new report is judged by, at once: each trip to the database costs as much as the looking. */
export const selectReportFacts = (asked: {
  intakeNumber: string
  district: string
  statutes: readonly string[]
  personId: string | null
  policeNumber: string | null
}): Statement => ({
  name: 'select-report-facts',
  text: `select
    (select jsonb_build_object('arrest_id', a.arrest_id, 'sent', a.sent_at is not null, 'content_hash',
        (select v.content_hash from police.arrest_version v where v.arrest_id = a.arrest_id and v.kind = 'sent' order by v.version limit 1))
      from police.arrest a where a.intake_number = $1) as known,
    (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name, 'validFrom', valid_from, 'validTo', valid_to)), '[]') from common.district where code = $2) as districts,
    (select coalesce(jsonb_agg(jsonb_build_object('statute', statute, 'validFrom', valid_from, 'validTo', valid_to)), '[]') from common.statute where statute = any ($3)) as statutes,
    (select person_id from police.person where person_id = $4 or police_number = $5 order by (person_id = $4) desc nulls last limit 1) as person_id,
    court.was_erased($1) as erased`,
  values: [asked.intakeNumber, asked.district, asked.statutes, asked.personId, asked.policeNumber],
})

/** Whether a report of this number was erased by order. */
export const selectWasErased = (intakeNumber: string): Statement => ({
  name: 'select-was-erased',
  text: 'select court.was_erased($1) as erased',
  values: [intakeNumber],
})

export const lockArrest = (arrestId: string): Statement => ({
  name: 'lock-arrest',
  text: `select a.arrest_id, a.person_id, a.version, a.sent_at, a.drafted_by, a.drafted_at, a.intake_number, a.arrested_at, a.basis
    from police.arrest a where a.arrest_id = $1 for no key update`,
  values: [arrestId],
})

/** All effective-dated rows that a report is judged by. */
export const selectReference = (district: string, statutes: readonly string[]): Statement => ({
  name: 'select-report-reference',
  text: `select (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', name, 'validFrom', valid_from, 'validTo', valid_to)), '[]') from common.district where code = $1) as districts,
    (select coalesce(jsonb_agg(jsonb_build_object('statute', statute, 'validFrom', valid_from, 'validTo', valid_to)), '[]') from common.statute where statute = any ($2)) as statutes`,
  values: [district, statutes],
})

export const selectPerson = (personId: string | null, policeNumber: string | null): Statement => ({
  name: 'select-person',
  text: 'select person_id from police.person where person_id = $1 or police_number = $2 order by (person_id = $1) desc nulls last limit 1',
  values: [personId, policeNumber],
})

/** The arrest as it stands, or as it stood after journal entry `asOf`. */
export const selectVersion = (arrestId: string, asOf: number | null): Statement => ({
  name: 'select-arrest-version',
  text: `select a.arrest_id, a.person_id, a.intake_number, a.drafted_at, d.display_name as drafted_by, v.version, v.kind, v.content,
      t.version as sent_version, t.made_at as sent_at
    from police.arrest a
    join lateral (select v.version, v.kind, v.content from police.arrest_version v left join journal.place p using (entry_id)
      where v.arrest_id = a.arrest_id and ($2::bigint is null or p.number <= $2) order by v.version desc limit 1) v on true
    left join lateral (select t.version, t.made_at from police.arrest_version t left join journal.place p using (entry_id)
      where t.arrest_id = a.arrest_id and t.kind = 'sent' and ($2::bigint is null or p.number <= $2) order by t.version desc limit 1) t on true
    join staff.account d on d.account_id = a.drafted_by
    where a.arrest_id = $1`,
  values: [arrestId, asOf],
})
export const selectNarrative = (arrestId: string, version: number): Statement => ({
  name: 'select-narrative',
  text: `select n.narrative, coalesce((select jsonb_agg(jsonb_build_object('kind', p.kind, 'name', p.name, 'contact', p.contact) order by p.position)
      from victim.party p where p.arrest_id = n.arrest_id and p.version = n.version), '[]') as parties
    from narrative.arrest_narrative n where n.arrest_id = $1 and n.version = $2`,
  values: [arrestId, version],
})
export const selectLastFour = (arrestId: string, version: number): Statement => ({
  name: 'select-last-four',
  text: 'select last_four from secret.ssn where arrest_id = $1 and version <= $2 order by version desc limit 1',
  values: [arrestId, version],
})
/** Every act about an arrest. That somebody opened it is an entry, but no act: the record stays as it is. */
export const selectHistory = (arrestId: string, asOf: number | null): Statement => ({
  name: 'select-history',
  text: `select p.number, e.kind, e.party, e.made_at, coalesce(k.display_name, '') as made_by, e.entry_id, v.reason
    from journal.arrest_entry x join journal.entry e using (entry_id) left join journal.place p using (entry_id) left join staff.account k on k.account_id = x.account_id
      left join police.arrest_version v on v.entry_id = e.entry_id
    where x.arrest_id = $1 and e.kind <> 'record.opened' and ($2::bigint is null or p.number <= $2) order by p.number nulls last, e.made_at`,
  values: [arrestId, asOf],
})
export const selectNewestNumber: Statement = {
  name: 'select-newest-number',
  text: 'select coalesce(max(number), 0) as number from journal.place',
  values: [],
}
export const selectMomentOf = (number: number): Statement => ({
  name: 'select-moment-of',
  text: 'select e.made_at from journal.place p join journal.entry e using (entry_id) where p.number = $1',
  values: [number],
})
/** The version under which an arrest was first sent, with its entry and its police charges. */
export const selectFirstSent = (arrestId: string): Statement => ({
  name: 'select-first-sent',
  text: `select v.version, v.entry_id, p.number,
      (select coalesce(jsonb_agg(c.police_charge_id order by c.position), '[]') from police.charge c where c.arrest_id = v.arrest_id and c.version = v.version) as charges
    from police.arrest_version v left join journal.place p using (entry_id) where v.arrest_id = $1 and v.kind = 'sent' order by v.version limit 1`,
  values: [arrestId],
})
