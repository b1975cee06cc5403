import type { Statement } from '../db/statement.ts'

/**
 * What an administrator would run who wants an agreement to last without a vote. They are run to be refused, and rolled back whatever
 * comes of them. `$1` is the agreement's id, `$2` the new last day.
 */
export const extensions = (agreementId: string, until: string): readonly (Statement & { what: string })[] => {
  const end = `($2::date + 1)::timestamp at time zone 'America/New_York'`
  return [
    {
      what: 'move the end of what is in force',
      name: 'extend-standing',
      text: `update inquiry.standing s set ends_at = ${end}, ended_at = null, ended_why = null from agreement.agreement a
        where a.code = s.agreement and a.agreement_id = $1`,
      values: [agreementId, until],
    },
    {
      what: 'move the end of the version that was voted on',
      name: 'extend-version',
      text: `update agreement.version set ends_at = ${end} where agreement_id = $1`,
      values: [agreementId, until],
    },
    {
      what: 'put a version in force without ballots',
      name: 'extend-activation',
      text: `insert into agreement.activation (resolution_id, agreement_id, version, terms_hash, sql_hash, action, choice, ballot_one, seat_one, ballot_two, seat_two,
          starts_at, ends_at, made_at, entry_id)
        select gen_random_uuid(), v.agreement_id, v.version, v.terms_hash, v.sql_hash, 'renew', 'for', gen_random_uuid(), 'court', gen_random_uuid(), 'police',
          pars.instant(), ${end}, pars.instant(), v.entry_id
        from agreement.version v where v.agreement_id = $1`,
      values: [agreementId, until],
    },
    {
      what: 'ask for an activation that nobody voted for',
      name: 'extend-by-keeper',
      text: 'select agreement.activate(gen_random_uuid()) where $1::uuid is not null and $2::date is not null',
      values: [agreementId, until],
    },
  ]
}
