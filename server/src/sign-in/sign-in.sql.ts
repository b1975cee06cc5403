import type { Statement } from '../db/statement.ts'

export interface SignInRow {
  is_open: boolean
  account_id: string
  display_name: string
  party: string
  role: string
  kind: string
  organization: string | null
}

/** Neither ended, nor too old, nor idle for too long; `s` is the sign-in, `a` its account. */
const isOpen = `s.ended_at is null and a.ended_at is null and clock_timestamp() < s.ends_at
          and clock_timestamp() < s.last_seen_at + interval '30 minutes'`

/**
 * One look at a sign-in and its account. Wall time, whatever a rehearsal's clock shows: a person's presence is real. The time of
 * last use is written at most once a minute.
 */
export const selectSignIn = (tokenHash: Buffer, kind: 'cookie' | 'bearer'): Statement => ({
  name: 'select-sign-in',
  text: `with found as materialized (
      select s.token_hash, s.last_seen_at, a.account_id, a.display_name, a.party, a.role, a.kind, a.organization,
        ${isOpen} as is_open
      from common.sign_in s join staff.account a on a.account_id = s.account_id
      where s.token_hash = $1 and s.kind = $2
    ), seen as (
      update common.sign_in s set last_seen_at = clock_timestamp() from found f
      where s.token_hash = f.token_hash and f.is_open and f.last_seen_at < clock_timestamp() - interval '1 minute'
    )
    select is_open, account_id, display_name, party, role, kind, organization from found`,
  values: [tokenHash, kind],
})

/** Those of some sign-ins that are open, with the role that their account has now. A stream that stays open is no use: it extends none. */
export const selectOpenSignIns = (tokenHashes: readonly Buffer[]): Statement => ({
  name: 'select-open-sign-ins',
  text: `select encode(s.token_hash, 'hex') as token_hash, a.role from common.sign_in s join staff.account a on a.account_id = s.account_id
    where s.token_hash = any ($1::bytea[]) and ${isOpen}`,
  values: [tokenHashes],
})

/** No row when the account has ended meanwhile. */
export const insertSignIn = (tokenHash: Buffer, accountId: string, kind: 'cookie' | 'bearer'): Statement => ({
  name: 'insert-sign-in',
  text: `insert into common.sign_in (token_hash, account_id, kind, made_at, last_seen_at, ends_at)
    select $1, a.account_id, $3, clock_timestamp(), clock_timestamp(), clock_timestamp() + interval '12 hours'
    from staff.account a where a.account_id = $2 and a.ended_at is null`,
  values: [tokenHash, accountId, kind],
})

export const endSignInRow = (tokenHash: Buffer): Statement => ({
  name: 'end-sign-in',
  text: 'update common.sign_in set ended_at = clock_timestamp() where token_hash = $1 and ended_at is null',
  values: [tokenHash],
})

export const selectAccountBySubject = (issuer: string, subject: string): Statement => ({
  name: 'select-account-by-subject',
  text: `select account_id, display_name, party, role, kind, organization from staff.account
    where issuer = $1 and subject = $2 and ended_at is null`,
  values: [issuer, subject],
})

/** People and systems that can sign in through an issuer, people first. */
export const selectAccountsOfIssuer = (issuer: string): Statement => ({
  name: 'select-accounts-of-issuer',
  text: `select subject, display_name, party, role, kind from staff.account
    where issuer = $1 and ended_at is null order by kind, party, role, display_name, subject`,
  values: [issuer],
})

/** As the keeper: partners' officers who can sign in through an issuer, by partner and unit. */
export const selectPartnerOfficers = (issuer: string): Statement => ({
  name: 'select-partner-officers',
  text: `select o.subject, o.display_name, p.name as party, u.name as role, 'person' as kind
    from partner.officer o join partner.unit u on u.unit_id = o.unit_id join partner.partner p on p.partner_id = u.partner_id
    where o.issuer = $1 order by p.name, u.name, o.display_name, o.subject`,
  values: [issuer],
})
