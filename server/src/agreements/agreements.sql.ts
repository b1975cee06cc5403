import type { Statement } from '../db/statement.ts'

/** Who made a row, when, and its place in the journal, as members of a JSON object. `k` is the account, `p` the place. */
export const madeMembers = (row: string): string =>
  `'madeBy', k.display_name, 'madeAt', ${row}.made_at, 'entryId', ${row}.entry_id, 'number', p.number`
export const madeJoins = (row: string): string =>
  `join staff.account k on k.account_id = ${row}.made_by left join journal.place p on p.entry_id = ${row}.entry_id`

/** What the database decides by, for each version that was ever put in force. */
const standings = `coalesce((select jsonb_agg(jsonb_build_object('version', s.agreement_version, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
    'endedAt', s.ended_at, 'endedWhy', s.ended_why, 'stoppedAt', s.stopped_at, 'stoppedWhy', s.stopped_why, 'resumesAt', s.resumes_at,
    'confirmed', inquiry.is_version_confirmed(s.agreement, s.agreement_version))
    order by s.agreement_version) from inquiry.standing s where s.agreement = a.code), '[]') as standings`

export interface AgreementRow {
  agreement_id: string
  code: string
  partner_id: string
  partner: string
  made_at: string
  standings: Record<string, unknown>[]
  open_resolutions: number
}

const agreementRow = `select a.agreement_id, a.code, a.partner_id, p.name as partner, a.made_at, ${standings},
    (select count(*)::int from agreement.resolution r where r.agreement_id = a.agreement_id and r.closes_at > pars.instant()
      and not exists (select from agreement.activation t where t.resolution_id = r.resolution_id)
      and not exists (select from agreement.halt h where h.resolution_id = r.resolution_id)) as open_resolutions
  from agreement.agreement a join partner.partner p on p.partner_id = a.partner_id`

export const selectAgreements: Statement = {
  name: 'select-agreements',
  text: `${agreementRow} order by a.code`,
  values: [],
}
export const selectAgreement = (agreementId: string): Statement => ({
  name: 'select-agreement',
  text: `${agreementRow} where a.agreement_id = $1`,
  values: [agreementId],
})
export const selectAgreementByCode = (code: string): Statement => ({
  name: 'select-agreement-by-code',
  text: 'select agreement_id, partner_id from agreement.agreement where code = $1',
  values: [code],
})

export interface VersionRow {
  version: number
  terms_hash: string
  sql_hash: string
  starts_at: string
  ends_at: string
  seat: string
  made_by: string
  made_at: string
  entry_id: string
  number: number | null
  activated_at: string | null
  ended_at: string | null
  ended_why: string | null
  terms: string
  sql: string
  prose: string | null
}

const versionColumns = `v.version, encode(v.terms_hash, 'hex') as terms_hash, encode(v.sql_hash, 'hex') as sql_hash, v.starts_at, v.ends_at, v.seat,
  k.display_name as made_by, v.made_at, v.entry_id, p.number, t.made_at as activated_at, s.ended_at, s.ended_why`
const versionJoins = `from agreement.version v ${madeJoins('v')}
  left join agreement.activation t on t.agreement_id = v.agreement_id and t.version = v.version left join inquiry.standing s on s.door = v.door`

export const selectVersions = (agreementId: string): Statement => ({
  name: 'select-versions',
  text: `select ${versionColumns} ${versionJoins} where v.agreement_id = $1 order by v.version desc`,
  values: [agreementId],
})
export const selectVersion = (agreementId: string, version: number): Statement => ({
  name: 'select-version',
  text: `select ${versionColumns}, v.terms, v.sql, v.prose ${versionJoins} where v.agreement_id = $1 and v.version = $2`,
  values: [agreementId, version],
})
/** The terms that a version follows: of the newest one that was put in force before it. */
export const selectTermsBefore = (agreementId: string, version: number): Statement => ({
  name: 'select-terms-before',
  text: `select v.terms from agreement.activation t join agreement.version v on v.agreement_id = t.agreement_id and v.version = t.version
    where t.agreement_id = $1 and t.version < $2 order by t.version desc limit 1`,
  values: [agreementId, version],
})

/** What is on file about an agreement, newest first: `halts`, `notices`, `obligations`. */
export const selectPapers = (agreementId: string): Statement => ({
  name: 'select-papers',
  text: `select
    coalesce((select jsonb_agg(jsonb_build_object('haltId', h.halt_id, 'kind', h.kind, 'version', h.version, 'seat', h.seat, 'reason', h.reason,
        'effectiveAt', h.effective_at, 'voidAt', h.void_at, 'madeAt', h.made_at, 'entryId', h.entry_id, 'number', p.number) order by h.made_at desc)
      from agreement.halt h left join journal.place p on p.entry_id = h.entry_id where h.agreement_id = $1), '[]') as halts,
    coalesce((select jsonb_agg(jsonb_build_object('noticeId', n.notice_id, 'kind', n.kind, 'servedBy', n.served_by, 'officer', coalesce(k.display_name, o.display_name, n.officer),
        'recipient', n.recipient, 'subject', n.subject, 'body', n.body, 'released', n.released, 'replyDueAt', n.reply_due_at, 'repliesTo', n.replies_to,
        'servedAt', n.served_at, 'entryId', n.entry_id, 'number', p.number) order by n.served_at desc)
      from agreement.notice n left join staff.account k on k.account_id = n.made_by left join partner.officer o on o.officer_id::text = n.officer
        left join journal.place p on p.entry_id = n.entry_id where n.agreement_id = $1), '[]') as notices,
    coalesce((select jsonb_agg(jsonb_build_object('obligationId', o.obligation_id, 'version', o.version, 'code', o.code, 'arisesOn', o.arises_on, 'dueOn', o.due_on,
        'suspends', o.suspends, 'fulfilledAt', f.fulfilled_at, 'evidence', f.evidence, 'missedAt', m.found_at) order by o.due_on, o.code)
      from agreement.obligation o left join agreement.fulfilment f on f.obligation_id = o.obligation_id
        left join agreement.missed_obligation m on m.obligation_id = o.obligation_id
      where o.agreement_id = $1 and (f.obligation_id is not null or m.obligation_id is not null or agreement.is_owed(o))), '[]') as obligations`,
  values: [agreementId],
})

/** Acts on one agreement wait for one another, whichever seat's door they come through. */
export const lockAgreement = (agreementCode: string): Statement => ({
  name: 'lock-agreement',
  text: 'select pg_advisory_xact_lock(hashtextextended($1, 61))',
  values: [agreementCode],
})

export const selectUnitCodes = (partnerId: string): Statement => ({
  name: 'select-unit-codes',
  text: `select p.name, coalesce((select array_agg(u.code) from partner.unit u where u.partner_id = p.partner_id), '{}') as units
    from partner.partner p where p.partner_id = $1`,
  values: [partnerId],
})
export const selectNewestVersion = (agreementId: string): Statement => ({
  name: 'select-newest-version',
  text: 'select coalesce(max(version), 0) as newest from agreement.version where agreement_id = $1',
  values: [agreementId],
})

/** What an emergency stop depends on: the terms whose turn it is, and whether this seat stopped that version before. */
export const selectStopFacts = (agreementId: string, seat: string): Statement => ({
  name: 'select-stop-facts',
  text: `select v.version, v.terms, exists (select from agreement.halt h where h.agreement_id = v.agreement_id and h.version = v.version
      and h.kind = 'emergency-stopped' and h.seat = $2) as stopped_before
    from agreement.activation t join agreement.version v on v.agreement_id = t.agreement_id and v.version = t.version
    where t.agreement_id = $1 and v.starts_at <= pars.instant() order by v.version desc limit 1`,
  values: [agreementId, seat],
})
export const callStopInEmergency = (agreementId: string, reason: string, officer: string): Statement => ({
  name: 'call-stop-in-emergency',
  text: 'select void_at, entry_id from agreement.stop_in_emergency($1, $2, $3)',
  values: [agreementId, reason, officer],
})
export const selectNoticeOf = (agreementId: string, noticeId: string): Statement => ({
  name: 'select-notice-of',
  text: 'select 1 as known from agreement.notice where agreement_id = $1 and notice_id = $2',
  values: [agreementId, noticeId],
})
