import type { Client } from 'pg'

/** As a superuser: makes the last answers of all cosigners so many minutes older. */
export const ageAnswers = (admin: Client, minutes: number) =>
  admin.query('update journal.cosigner_state set answered_at = answered_at - make_interval(mins => $1)', [minutes])

/** As a superuser, who can do what no door can: an agreement comes in force by votes that this names. */
export const forgeActivation = (admin: Client, ballots: readonly number[]) =>
  admin.query(
    `select agreement.write_entry('agreement.activated', jsonb_build_object('agreement', 'forged', 'agreementVersion', 1,
      'termsHash', repeat('a', 64), 'wallsHash', repeat('b', 64), 'ballots', $1::jsonb, 'acceptance', null,
      'startsAt', '2018-01-01T05:00:00.000Z', 'endsAt', '2030-01-01T05:00:00.000Z'), array[null::text])`,
    [JSON.stringify(ballots)],
  )

/** As a superuser: a ballot that its seat never cast, signed by nobody. */
export const forgeBallot = (admin: Client, seat: string) =>
  admin.query(
    `select agreement.write_entry('ballot.cast', jsonb_build_object('agreement', 'forged', 'agreementVersion', 1, 'resolution', 'forged-1',
      'action', 'adopt', 'seat', $1::text, 'choice', 'for', 'termsHash', repeat('a', 64), 'statementHash', repeat('c', 64)),
      array[null, 'made up', null])`,
    [seat],
  )

export const newestNumber = async (admin: Client): Promise<number> =>
  Number((await admin.query<{ size: string }>('select size from journal.head')).rows[0]?.size)

export const forgedNumbers = async (admin: Client): Promise<number[]> =>
  (
    await admin.query<{ number: string }>(
      `select p.number from journal.place p join journal.entry e using (entry_id) where e.clear ->> 'agreement' = 'forged' order by p.number`,
    )
  ).rows.map(({ number }) => Number(number))

export const countCosignatures = async (admin: Client): Promise<number> =>
  (await admin.query<{ count: number }>('select count(*)::int as count from journal.cosignature')).rows[0]?.count ?? 0
