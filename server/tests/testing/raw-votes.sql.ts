import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'

/** Parts of a ballot as a seat's door could write it without this server. */
export interface RawBallot {
  resolution: string
  seat: string
  choice: string
  statement: string
  keyId: string
  signature: Buffer
  account: string
  /** Of another version than the resolution's, where a test wants that. */
  version?: number
  /** What the entry says in public, where a test wants it to say something else. */
  publicChoice?: string
}

const slots = ['officer', 'signature', 'reason']

/** Inserts a ballot with its entry over a raw connection, in one transaction; the server is not asked. */
export const insertRawBallot = async (door: Client, ballot: RawBallot): Promise<void> => {
  await door.query('begin')
  try {
    const { rows } = await door.query<{ entry_id: string }>(
      `select a.entry_id from agreement.resolution r join agreement.agreement g on g.agreement_id = r.agreement_id,
        lateral journal.append('ballot.cast', jsonb_build_object('agreement', g.code, 'agreementVersion', coalesce($2::int, r.version), 'resolution', r.code,
          'action', r.action, 'seat', $3::text, 'choice', $4::text, 'termsHash', encode(r.terms_hash, 'hex'),
          'statementHash', encode(sha256(convert_to($5::text, 'UTF8')), 'hex')), $6, $7::text[], $8::bytea[], $9::text[]) a
       where r.resolution_id = $1`,
      [
        ballot.resolution,
        ballot.version ?? null,
        ballot.seat,
        ballot.publicChoice ?? ballot.choice,
        ballot.statement,
        randomBytes(32),
        slots,
        slots.map(() => randomBytes(32)),
        slots.map(() => null),
      ],
    )
    await door.query(
      `insert into agreement.ballot (ballot_id, resolution_id, agreement_id, version, terms_hash, sql_hash, action, seat, choice, reason, on_authority_of,
         statement, statement_hash, key_id, signature, made_by, made_at, entry_id)
       select gen_random_uuid(), r.resolution_id, r.agreement_id, coalesce($2::int, r.version), r.terms_hash, r.sql_hash, r.action, $3, $4, 'r', 'a',
         $5, sha256(convert_to($5::text, 'UTF8')), $6, $7, $8, pars.instant(), $9
       from agreement.resolution r where r.resolution_id = $1`,
      [
        ballot.resolution,
        ballot.version ?? null,
        ballot.seat,
        ballot.choice,
        ballot.statement,
        ballot.keyId,
        ballot.signature,
        ballot.account,
        rows[0]?.entry_id,
      ],
    )
    await door.query('commit')
  } catch (error) {
    await door.query('rollback')
    throw error
  }
}

/** A ballot without any entry. */
export const insertUnjournaledBallot = (door: Client, ballot: RawBallot) =>
  door.query(
    `insert into agreement.ballot (ballot_id, resolution_id, agreement_id, version, terms_hash, sql_hash, action, seat, choice, reason, on_authority_of,
       statement, statement_hash, key_id, signature, made_by, made_at, entry_id)
     select gen_random_uuid(), r.resolution_id, r.agreement_id, r.version, r.terms_hash, r.sql_hash, r.action, $2, $3, 'r', 'a',
       $4, sha256(convert_to($4::text, 'UTF8')), $5, $6, $7, pars.instant(), gen_random_uuid()
     from agreement.resolution r where r.resolution_id = $1`,
    [ballot.resolution, ballot.seat, ballot.choice, ballot.statement, ballot.keyId, ballot.signature, ballot.account],
  )

/** What somebody would run who wants an agreement to begin or to last without a vote. `$1` is the agreement's uuid, `$2` a resolution's. */
export const extensions: Readonly<Record<string, string>> = {
  'moves the end of a version': `update agreement.version set ends_at = ends_at + interval '1 year' where agreement_id = $1 and $2::uuid is not null`,
  'moves the end of what is in force': `update inquiry.standing s set ends_at = s.ends_at + interval '1 year' from agreement.agreement a
    where a.code = s.agreement and a.agreement_id = $1 and $2::uuid is not null`,
  'lifts what ended it': `update inquiry.standing s set ended_at = null, ended_why = null, stopped_at = null, stopped_why = null from agreement.agreement a
    where a.code = s.agreement and a.agreement_id = $1 and $2::uuid is not null`,
  'puts another row in force': `insert into inquiry.standing select (jsonb_populate_record(s, '{"door": "agr_000000000000", "agreement_version": 99}')).*
    from inquiry.standing s join agreement.agreement a on a.code = s.agreement where a.agreement_id = $1 and $2::uuid is not null`,
  'activates without ballots': `insert into agreement.activation (resolution_id, agreement_id, version, terms_hash, sql_hash, action, choice, ballot_one, seat_one,
      ballot_two, seat_two, starts_at, ends_at, made_at, entry_id)
    select r.resolution_id, r.agreement_id, r.version, r.terms_hash, r.sql_hash, r.action, 'for', gen_random_uuid(), 'court', gen_random_uuid(), 'police',
      pars.instant(), pars.instant() + interval '1 year', pars.instant(), r.entry_id
    from agreement.resolution r where r.agreement_id = $1 and r.resolution_id = $2`,
  'asks the keeper to activate': 'select agreement.activate($2) where $1::uuid is not null',
  'asks the keeper to resume': 'select agreement.carry_out($2) where $1::uuid is not null',
  'reopens a resolution': `update agreement.resolution set closes_at = closes_at + interval '1 year' where agreement_id = $1 and resolution_id = $2`,
  'turns a ballot': `update agreement.ballot set choice = 'for' where agreement_id = $1 and resolution_id = $2`,
  'removes a stop': 'delete from agreement.halt where agreement_id = $1 and $2::uuid is not null',
  'accepts for the partner': `insert into agreement.acceptance select gen_random_uuid(), r.resolution_id, r.agreement_id, r.version, r.terms_hash, r.sql_hash, r.action,
      'accepted', null, null, 's', sha256(convert_to('s', 'UTF8')), 'k', '\\x00', 'o', pars.instant(), r.entry_id
    from agreement.resolution r where r.agreement_id = $1 and r.resolution_id = $2`,
}
