import type { Statement } from '../db/statement.ts'
import { madeJoins, madeMembers } from './agreements.sql.ts'

export interface ResolutionRow {
  resolution_id: string
  code: string
  agreement_id: string
  agreement_code: string
  partner: string
  version: number
  action: string
  terms_hash: string
  sql_hash: string
  prose_hash: string | null
  seat: string
  reason: string
  closes_at: string
  made_by: string
  made_at: string
  entry_id: string
  number: number | null
  begins_at: string
  ballots: Record<string, unknown>[]
  acceptance: Record<string, unknown> | null
  consultations: Record<string, unknown>[]
  sign_offs: Record<string, unknown>[]
  constraints: Record<string, unknown>[]
  follows: number | null
  narrows: boolean | null
  notice_days: number | null
  notice_ends_at: string | null
  numbered: boolean
  carried_out_at: string | null
  terminating: boolean
  lapsed: boolean
}

const ballots = `coalesce((select jsonb_agg(jsonb_build_object('ballotId', b.ballot_id, 'seat', b.seat, 'choice', b.choice, 'reason', b.reason,
    'onAuthorityOf', b.on_authority_of, 'statement', b.statement, 'statementHash', encode(b.statement_hash, 'hex'), 'keyId', b.key_id,
    'signature', translate(encode(b.signature, 'base64'), E'\\n', ''),
    'authenticatorData', translate(encode(b.authenticator_data, 'base64'), E'\\n', ''),
    'clientDataJson', translate(encode(convert_to(b.client_data, 'UTF8'), 'base64'), E'\\n', ''), ${madeMembers('b')}) order by b.made_at)
  from agreement.ballot b ${madeJoins('b')} where b.resolution_id = r.resolution_id), '[]')`
const acceptance = `(select jsonb_build_object('acceptanceId', x.acceptance_id, 'decision', x.decision, 'term', x.term, 'reason', x.reason, 'statement', x.statement,
    'statementHash', encode(x.statement_hash, 'hex'), 'keyId', x.key_id, 'signature', translate(encode(x.signature, 'base64'), E'\\n', ''), 'madeAt', x.made_at,
    'entryId', x.entry_id, 'number', p.number)
  from agreement.acceptance x left join journal.place p on p.entry_id = x.entry_id where x.resolution_id = r.resolution_id)`
const consultations = `coalesce((select jsonb_agg(jsonb_build_object('consultationId', c.consultation_id, 'heard', c.heard, 'said', c.said, 'heardOn', c.heard_on,
    'seat', c.seat, ${madeMembers('c')}) order by c.heard_on, c.made_at)
  from agreement.consultation c ${madeJoins('c')} where c.resolution_id = r.resolution_id), '[]')`
const signOffs = `coalesce((select jsonb_agg(jsonb_build_object('signOffId', s.sign_off_id, 'constraintId', s.constraint_id, 'counsel', s.counsel, 'opinion', s.opinion,
    'seat', s.seat, ${madeMembers('s')}) order by s.made_at)
  from agreement.counsel_sign_off s ${madeJoins('s')} where s.resolution_id = r.resolution_id), '[]')`

/** A law as it is shown. */
export const constraintMembers = `'constraintId', c.constraint_id, 'citation', c.citation, 'text', c.text, 'binds', to_jsonb(c.binds), 'effectiveFrom', c.effective_from,
  'effectiveTo', c.effective_to, 'seat', c.seat`
const constraints = `coalesce((select jsonb_agg(jsonb_build_object(${constraintMembers}, ${madeMembers('c')}) order by c.citation, c.made_at)
  from agreement.legal_constraint c ${madeJoins('c')}, (select (pars.instant() at time zone 'America/New_York')::date as today offset 0) d
  where d.today >= c.effective_from and (c.effective_to is null or d.today < c.effective_to)), '[]')`

/** Days of notice by the terms that are in force, for an amendment and for a termination. */
const noticeDays = `(select (o.terms::jsonb #>> case r.action when 'terminate' then '{notice,terminationDays}' else '{notice,narrowingDays}' end::text[])::int
  from agreement.activation t join agreement.version o on o.agreement_id = t.agreement_id and o.version = t.version
  where t.agreement_id = r.agreement_id and (r.action = 'terminate' or t.version < r.version) order by t.version desc limit 1)`
const numbered = `not exists (select from agreement.ballot b where b.resolution_id = r.resolution_id and b.choice = 'for'
    and not exists (select from journal.place p where p.entry_id = b.entry_id))
  and not exists (select from agreement.acceptance x where x.resolution_id = r.resolution_id
    and not exists (select from journal.place p where p.entry_id = x.entry_id))`

const resolutionRow = `select r.resolution_id, r.code, r.agreement_id, a.code as agreement_code, q.name as partner, r.version, r.action, encode(r.terms_hash, 'hex') as terms_hash,
    encode(r.sql_hash, 'hex') as sql_hash, encode(sha256(convert_to(v.prose, 'UTF8')), 'hex') as prose_hash, r.seat, r.reason, r.closes_at, r.made_at, r.entry_id,
    k.display_name as made_by, p.number, v.starts_at as begins_at, ${ballots} as ballots, ${acceptance} as acceptance, ${consultations} as consultations,
    ${signOffs} as sign_offs, ${constraints} as constraints,
    (select max(t.version) from agreement.activation t where t.agreement_id = r.agreement_id and t.version < r.version) as follows,
    case when r.action in ('adopt', 'renew', 'amend') then agreement.is_narrowing(r.agreement_id, r.version) end as narrows,
    ${noticeDays} as notice_days,
    agreement.notice_ends_at(r.resolution_id, case r.action when 'terminate' then 'termination' else 'narrowing' end, ${noticeDays}) as notice_ends_at,
    ${numbered} as numbered,
    coalesce((select t.made_at from agreement.activation t where t.resolution_id = r.resolution_id),
      (select h.effective_at from agreement.halt h where h.resolution_id = r.resolution_id)) as carried_out_at,
    agreement.is_terminating(r.resolution_id) as terminating,
    exists (select from agreement.lapse l where l.resolution_id = r.resolution_id) as lapsed
  from agreement.resolution r join agreement.agreement a on a.agreement_id = r.agreement_id join partner.partner q on q.partner_id = a.partner_id
    join agreement.version v on v.agreement_id = r.agreement_id and v.version = r.version ${madeJoins('r')}`

export const selectResolution = (resolutionId: string): Statement => ({
  name: 'select-resolution',
  text: `${resolutionRow} where r.resolution_id = $1`,
  values: [resolutionId],
})
export const selectResolutionsOf = (agreementId: string): Statement => ({
  name: 'select-resolutions-of',
  text: `${resolutionRow} where r.agreement_id = $1 order by r.made_at desc`,
  values: [agreementId],
})

/** As the keeper: what may take effect now, oldest first. */
export const selectCarried: Statement = {
  name: 'select-carried',
  text: `${resolutionRow} where (r.closes_at > pars.instant() or (r.action = 'terminate' and agreement.is_terminating(r.resolution_id)))
    and not exists (select from agreement.activation t where t.resolution_id = r.resolution_id)
    and not exists (select from agreement.halt h where h.resolution_id = r.resolution_id)
    and (select count(*) from agreement.ballot b where b.resolution_id = r.resolution_id and b.choice = 'for') >= 2
    order by r.made_at`,
  values: [],
}

/** Whether the same question is open, and how many there were. */
export const selectOpeningFacts = (agreementId: string, version: number, action: string): Statement => ({
  name: 'select-opening-facts',
  text: `select (select count(*)::int from agreement.resolution r where r.agreement_id = $1) as count,
    exists (select from agreement.resolution r where r.agreement_id = $1 and r.version = $2 and r.action = $3 and r.closes_at > pars.instant()
      and not exists (select from agreement.activation t where t.resolution_id = r.resolution_id)
      and not exists (select from agreement.halt h where h.resolution_id = r.resolution_id)) as same_open,
    (select max(t.version) from agreement.activation t where t.agreement_id = $1) as newest_in_force`,
  values: [agreementId, version, action],
})

export interface SeatKeyRow {
  key_id: string
  seat: 'police' | 'prosecutor' | 'court'
  algorithm: 'ed25519' | 'es256' | 'ed25519-passkey'
  public_key: Buffer
  holder: string
  genesis: boolean
  made_by: string
  made_at: string
  entry_id: string
  number: number | null
  ended_at: string | null
  ended_why: string | null
}
const seatKey = `select x.key_id, x.seat, x.algorithm, x.public_key, x.holder, x.genesis, k.display_name as made_by, x.made_at, x.entry_id, p.number,
    e.made_at as ended_at, e.reason as ended_why
  from agreement.seat_key x ${madeJoins('x')} left join agreement.seat_key_end e on e.key_id = x.key_id`
export const selectSeatKeys: Statement = {
  name: 'select-seat-keys',
  text: `${seatKey} order by x.seat, x.made_at`,
  values: [],
}
export const selectSeatKey = (keyId: string): Statement => ({
  name: 'select-seat-key',
  text: `${seatKey} where x.key_id = $1`,
  values: [keyId],
})

export const selectConstraints: Statement = {
  name: 'select-constraints',
  text: `select jsonb_build_object(${constraintMembers}, ${madeMembers('c')}) as shown
    from agreement.legal_constraint c ${madeJoins('c')} order by c.effective_from desc, c.citation, c.made_at`,
  values: [],
}
export const selectSignOffFacts = (constraintId: string, resolutionId: string, seat: string): Statement => ({
  name: 'select-sign-off-facts',
  text: `select exists (select from agreement.legal_constraint where constraint_id = $1) as known,
    exists (select from agreement.counsel_sign_off where constraint_id = $1 and resolution_id = $2 and seat = $3) as signed_before`,
  values: [constraintId, resolutionId, seat],
})
