import type { Client } from 'pg'

/** As a superuser: makes the last answers of all cosigners so many minutes older. */
export const ageAnswers = (admin: Client, minutes: number) =>
  admin.query('update journal.cosigner_state set answered_at = answered_at - make_interval(mins => $1)', [minutes])

/** As a superuser, who can do what no door can: a draft that nobody voted for is put in force, entry, role and all. */
export const forgeActivation = async (
  admin: Client,
  { code, ballots, password }: { code: string; ballots: readonly number[]; password: (door: string) => string },
): Promise<string> => {
  const { rows } = await admin.query<{ door: string; sql: string; database: string }>(
    `select v.door::text, v.sql, current_database() as database from agreement.version v join agreement.agreement a using (agreement_id) where a.code = $1`,
    [code],
  )
  const [draft] = rows
  if (!draft) throw new Error('no such draft')
  await admin.query('begin')
  await admin.query(draft.sql)
  await admin.query(
    `grant connect on database "${draft.database}" to ${draft.door}; alter role ${draft.door} password '${password(draft.door)}'`,
  )
  const { rows: made } = await admin.query<{ entry: string }>(
    `select agreement.write_entry('agreement.activated', jsonb_build_object('agreement', a.code, 'agreementVersion', v.version,
      'termsHash', encode(v.terms_hash, 'hex'), 'wallsHash', repeat('b', 64), 'ballots', $2::jsonb, 'acceptance', null,
      'startsAt', agreement.instant_text(v.starts_at), 'endsAt', agreement.instant_text(v.ends_at)), array[null::text]) as entry
      from agreement.version v join agreement.agreement a using (agreement_id) where a.code = $1`,
    [code, JSON.stringify(ballots)],
  )
  await admin.query('set local session_replication_role = replica')
  await admin.query(
    `insert into agreement.activation (resolution_id, agreement_id, version, terms_hash, sql_hash, action, choice, ballot_one, seat_one, ballot_two, seat_two,
        acceptance_id, decision, starts_at, ends_at, made_at, entry_id)
      select gen_random_uuid(), v.agreement_id, v.version, v.terms_hash, v.sql_hash, 'adopt', 'for', gen_random_uuid(), 'court', gen_random_uuid(), 'police',
        gen_random_uuid(), 'accepted', v.starts_at, v.ends_at, pars.instant(), $2 from agreement.version v join agreement.agreement a using (agreement_id) where a.code = $1`,
    [code, made[0]?.entry],
  )
  await admin.query('commit')
  return draft.door
}

/** As a superuser: a ballot that its seat never cast, signed by nobody. */
export const forgeBallot = (admin: Client, code: string, seat: string) =>
  admin.query(
    `select agreement.write_entry('ballot.cast', jsonb_build_object('agreement', a.code, 'agreementVersion', v.version, 'resolution', 'forged-1',
      'action', 'adopt', 'seat', $2::text, 'choice', 'for', 'termsHash', encode(v.terms_hash, 'hex'), 'statementHash', repeat('c', 64)),
      array[null, 'made up', null]) from agreement.version v join agreement.agreement a using (agreement_id) where a.code = $1`,
    [code, seat],
  )

/** As a superuser: the cosigners are said to have confirmed so many entries. */
export const forgeAnswers = (admin: Client, size: number) =>
  admin.query('update journal.cosigner_state set size = $1, answered_at = clock_timestamp()', [size])

export const newestNumber = async (admin: Client): Promise<number> =>
  Number((await admin.query<{ size: string }>('select size from journal.head')).rows[0]?.size)

/** Entries about one agreement, by number. */
export const numbersAbout = async (admin: Client, code: string, kind: string): Promise<number[]> =>
  (
    await admin.query<{ number: string }>(
      `select p.number from journal.place p join journal.entry e using (entry_id) where e.clear ->> 'agreement' = $1 and e.kind = $2 order by p.number`,
      [code, kind],
    )
  ).rows.map(({ number }) => Number(number))

export const countCosignatures = async (admin: Client): Promise<number> =>
  (await admin.query<{ count: number }>('select count(*)::int as count from journal.cosignature')).rows[0]?.count ?? 0

/** As the partner: whether each version of its agreement is said to be confirmed. */
export const readOwnConfirmed = async (partner: Client, agreement: string): Promise<boolean[]> =>
  (
    await partner.query<{ confirmed: boolean }>('select confirmed from partner.read_terms() where agreement = $1', [
      agreement,
    ])
  ).rows.map(({ confirmed }) => confirmed)
