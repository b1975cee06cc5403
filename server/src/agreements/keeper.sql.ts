import type { Statement } from '../db/statement.ts'

// All as the keeper, whose role may do nothing else about agreements.

/** One process keeps the agreements at a time; another one finds the lock taken and looks again later. */
export const tryLockKeeper: Statement = {
  name: 'try-lock-keeper',
  text: 'select pg_try_advisory_xact_lock(61, 1) as locked',
  values: [],
}
/** DDL waits for whoever reads at most this long: everybody else would wait behind it. */
export const setLockTimeout: Statement = {
  name: 'set-lock-timeout',
  text: `select set_config('lock_timeout', '2s', true)`,
  values: [],
}

export const selectNow: Statement = { name: 'select-now', text: 'select pars.instant() as now', values: [] }

export const callActivate = (resolutionId: string): Statement => ({
  name: 'call-activate',
  text: 'select agreement.activate($1) as door',
  values: [resolutionId],
})
export const callCarryOut = (resolutionId: string): Statement => ({
  name: 'call-carry-out',
  text: 'select agreement.carry_out($1) as done',
  values: [resolutionId],
})
export const callSetCredential = (role: string, verifier: string): Statement => ({
  name: 'call-set-credential',
  text: 'select agreement.set_credential($1::name, $2)',
  values: [role, verifier],
})
export const callKeepCalendar: Statement = {
  name: 'call-keep-calendar',
  text: 'select agreement.keep_calendar() as made',
  values: [],
}
export const callOpenDoor = (partnerId: string): Statement => ({
  name: 'call-open-door',
  text: 'select partner.open_door($1) as door',
  values: [partnerId],
})

/** Partners whose login role is not there yet; every partner at the start, for its rights may be older than this version. */
export const selectDoorsToOpen = (all: boolean): Statement => ({
  name: 'select-doors-to-open',
  text: `select p.partner_id, p.door from partner.partner p
    where $1 or not exists (select from pg_catalog.pg_roles r where r.rolname = p.door) order by p.made_at`,
  values: [all],
})
/** Agreements' login roles that are in use or will be: their passwords follow from the key, whichever key that is now. */
export const selectAgreementDoors: Statement = {
  name: 'select-agreement-doors',
  text: 'select s.door from inquiry.standing s where s.ends_at > pars.instant() and s.ended_at is null',
  values: [],
}

/** What duties are counted from: the terms put in force, the first day of the periods, and the terms that they amend. */
export const selectDutyFacts = (resolutionId: string): Statement => ({
  name: 'select-duty-facts',
  text: `select r.agreement_id, r.version, r.action, v.terms,
      (select o.terms::jsonb ->> 'startsOn' from agreement.activation t join agreement.version o on o.agreement_id = t.agreement_id and o.version = t.version
        where t.agreement_id = r.agreement_id and t.action in ('adopt', 'renew') and t.version <= r.version order by t.version desc limit 1) as periods_from,
      (select o.terms from agreement.activation t join agreement.version o on o.agreement_id = t.agreement_id and o.version = t.version
        where t.agreement_id = r.agreement_id and t.version < r.version order by t.version desc limit 1) as terms_before
    from agreement.resolution r join agreement.version v on v.agreement_id = r.agreement_id and v.version = r.version
    where r.resolution_id = $1`,
  values: [resolutionId],
})
/** Agreements that have ended and whose duties at the end are not on file. */
export const selectEndsWithoutDuties: Statement = {
  name: 'select-ends-without-duties',
  text: `select h.agreement_id, v.version, v.terms, h.effective_at
    from agreement.halt h join lateral (select o.version, o.terms from agreement.activation t
        join agreement.version o on o.agreement_id = t.agreement_id and o.version = t.version
        where t.agreement_id = h.agreement_id order by t.version desc limit 1) v on true
    where h.kind in ('expired', 'terminated') and exists (select from jsonb_array_elements(v.terms::jsonb -> 'obligations') d
      where d ->> 'every' = 'at-end' and not exists (select from agreement.obligation o
        where o.agreement_id = h.agreement_id and o.version = v.version and o.code = d ->> 'code'))`,
  values: [],
}
export interface DutyRow {
  obligation_id: string
  agreement_id: string
  version: number
  code: string
  arises_on: string
  due_on: string
  suspends: boolean
}
export const insertDuties = (rows: readonly DutyRow[]): Statement => ({
  name: 'insert-duties',
  text: `insert into agreement.obligation select * from jsonb_populate_recordset(null::agreement.obligation, $1)
    on conflict on constraint obligation_once do nothing`,
  values: [JSON.stringify(rows)],
})

/** Held answers that nobody collected: a token is worth nothing after a quarter of an hour. */
export const deleteOldAnswers: Statement = {
  name: 'delete-old-answers',
  text: `delete from inquiry.held where held_at < pars.instant() - interval '15 minutes'`,
  values: [],
}

/** The walls as they are, and as the journal last said they are. */
export const selectWalls: Statement = {
  name: 'select-walls',
  text: `select encode(agreement.walls_hash(), 'hex') as now,
    (select e.clear ->> 'wallsHash' from journal.entry e where e.kind in ('agreement.activated', 'walls.changed') order by e.made_at desc, e.xid desc limit 1) as known,
    (select e.clear ->> 'cause' from journal.entry e where e.kind = 'walls.changed'
      and e.clear ->> 'cause' <> 'partner-door-opened' order by e.made_at desc, e.xid desc limit 1) as cause`,
  values: [],
}

/** The key of a partner that is said to have signed; no row where it is another partner's. */
export const selectPartnerKey = (keyId: string, agreementId: string): Statement => ({
  name: 'select-partner-key',
  text: `select k.public_key from partner.signing_key k join partner.unit u on u.unit_id = k.unit_id
    join agreement.agreement a on a.partner_id = u.partner_id where k.key_id = $1 and a.agreement_id = $2`,
  values: [keyId, agreementId],
})
