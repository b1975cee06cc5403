import type { Statement } from '../db/statement.ts'

/** All as the portal, which reads no officer of a partner, no letter that was not released, and no record of anybody. */
export interface RegisterRow {
  agreement_id: string
  code: string
  partner: string
  standings: Record<string, unknown>[]
  versions: { version: number; terms: string; activated: boolean }[]
  open_resolutions: number
}

const standings = `coalesce((select jsonb_agg(jsonb_build_object('version', s.agreement_version, 'startsAt', s.starts_at, 'endsAt', s.ends_at,
    'endedAt', s.ended_at, 'endedWhy', s.ended_why, 'stoppedAt', s.stopped_at, 'stoppedWhy', s.stopped_why, 'resumesAt', s.resumes_at,
    'confirmed', inquiry.is_version_confirmed(s.agreement, s.agreement_version))
    order by s.agreement_version) from inquiry.standing s where s.agreement = a.code), '[]') as standings`
const versions = `coalesce((select jsonb_agg(jsonb_build_object('version', v.version, 'terms', v.terms,
    'activated', exists (select from agreement.activation t where t.agreement_id = v.agreement_id and t.version = v.version)) order by v.version)
    from agreement.version v where v.agreement_id = a.agreement_id), '[]') as versions`
const carriedOut = `(exists (select from agreement.activation t where t.resolution_id = r.resolution_id)
    or exists (select from agreement.halt h where h.resolution_id = r.resolution_id))`

const registerRow = `select a.agreement_id, a.code, p.name as partner, ${standings}, ${versions},
    (select count(*)::int from agreement.resolution r where r.agreement_id = a.agreement_id and r.closes_at > pars.instant() and not ${carriedOut}) as open_resolutions
  from agreement.agreement a join partner.partner p on p.partner_id = a.partner_id`

export const selectRegister: Statement = {
  name: 'select-register',
  text: `${registerRow} order by a.code`,
  values: [],
}
export const selectRegistered = (code: string): Statement => ({
  name: 'select-registered',
  text: `${registerRow} where a.code = $1`,
  values: [code],
})

export interface PublicVersionRow {
  version: number
  terms: string
  terms_hash: string
  sql_hash: string
  sql: string
  prose: string | null
  starts_at: string
  ends_at: string
}
export const selectPublicVersion = (agreementId: string, version: number): Statement => ({
  name: 'select-public-version',
  text: `select v.version, v.terms, encode(v.terms_hash, 'hex') as terms_hash, encode(v.sql_hash, 'hex') as sql_hash, v.sql, v.prose, v.starts_at, v.ends_at
    from agreement.version v where v.agreement_id = $1 and v.version = $2`,
  values: [agreementId, version],
})

export interface PublicResolution {
  code: string
  version: number
  action: string
  seat: string
  reason: string
  madeAt: string
  closesAt: string
  carriedOut: boolean
  lapsed: boolean
  number: number | null
  ballots: {
    seat: string
    choice: string
    reason: string
    onAuthorityOf: string
    madeAt: string
    number: number | null
  }[]
  acceptance: {
    decision: string
    term: string | null
    reason: string | null
    madeAt: string
    number: number | null
  } | null
}
export interface PublicHalt {
  kind: string
  seat: string | null
  reason: string
  effectiveAt: string
  number: number | null
}
export interface PublicLetter {
  kind: string
  servedBy: string
  subject: string
  body: string
  servedAt: string
  replyDueAt: string | null
  /** Its first answer, released or not. */
  repliedAt: string | null
}
export interface PublicDuty {
  code: string
  dueOn: string
  fulfilledAt: string | null
  missedAt: string | null
}
export interface PublicPapersRow {
  resolutions: PublicResolution[]
  halts: PublicHalt[]
  letters: PublicLetter[]
  duties: PublicDuty[]
}

const numberOf = (row: string): string => `(select p.number from journal.place p where p.entry_id = ${row}.entry_id)`
const ballots = `coalesce((select jsonb_agg(jsonb_build_object('seat', b.seat, 'choice', b.choice, 'reason', b.reason, 'onAuthorityOf', b.on_authority_of,
    'madeAt', b.made_at, 'number', ${numberOf('b')})) from agreement.ballot b where b.resolution_id = r.resolution_id), '[]')`
const acceptance = `(select jsonb_build_object('decision', x.decision, 'term', x.term, 'reason', x.reason, 'madeAt', x.made_at, 'number', ${numberOf('x')})
    from agreement.acceptance x where x.resolution_id = r.resolution_id)`

/** What the public reads about one agreement, newest first. */
export const selectPublicPapers = (agreementId: string): Statement => ({
  name: 'select-public-papers',
  text: `select
    coalesce((select jsonb_agg(jsonb_build_object('code', r.code, 'version', r.version, 'action', r.action, 'seat', r.seat, 'reason', r.reason, 'madeAt', r.made_at,
        'closesAt', r.closes_at, 'carriedOut', ${carriedOut}, 'lapsed', exists (select from agreement.lapse l where l.resolution_id = r.resolution_id),
        'number', ${numberOf('r')}, 'ballots', ${ballots}, 'acceptance', ${acceptance}) order by r.made_at desc)
      from agreement.resolution r where r.agreement_id = $1), '[]') as resolutions,
    coalesce((select jsonb_agg(jsonb_build_object('kind', h.kind, 'seat', h.seat, 'reason', h.reason, 'effectiveAt', h.effective_at, 'number', ${numberOf('h')})
      order by h.effective_at desc) from agreement.halt h where h.agreement_id = $1), '[]') as halts,
    coalesce((select jsonb_agg(jsonb_build_object('kind', n.kind, 'servedBy', n.served_by, 'subject', n.subject, 'body', n.body, 'servedAt', n.served_at,
      'replyDueAt', n.reply_due_at, 'repliedAt', agreement.replied_at(n.notice_id)) order by n.served_at desc)
      from agreement.notice n where n.agreement_id = $1 and n.released), '[]') as letters,
    coalesce((select jsonb_agg(jsonb_build_object('code', o.code, 'dueOn', o.due_on, 'fulfilledAt', f.fulfilled_at, 'missedAt', m.found_at) order by o.due_on desc, o.code)
      from agreement.obligation o left join agreement.fulfilment f on f.obligation_id = o.obligation_id
        left join agreement.missed_obligation m on m.obligation_id = o.obligation_id
      where o.agreement_id = $1 and (f.obligation_id is not null or m.obligation_id is not null or agreement.is_owed(o))), '[]') as duties`,
  values: [agreementId],
})
