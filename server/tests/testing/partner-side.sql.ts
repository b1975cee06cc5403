import type { Client } from 'pg'

export interface Answer {
  resolutionId: string
  decision: 'accepted' | 'rejected'
  statement: string
  keyId: string
  signature: Buffer
}

/** As the partner's own role: accepts or rejects what is voted on. */
export const answerResolution = async (partner: Client, answer: Answer): Promise<string> => {
  const { rows } = await partner.query<{ id: string }>(
    'select partner.answer_resolution($1, $2, null, $3, $4, $5, $6, $7) as id',
    [
      answer.resolutionId,
      answer.decision,
      answer.decision === 'rejected' ? 'Not these.' : null,
      answer.statement,
      answer.keyId,
      answer.signature,
      'coordinator',
    ],
  )
  return rows[0]?.id ?? ''
}

/** As the agreement's role, over a raw connection: asks by a number of a record, and answers the token. */
export const askByIdentifier = async (
  asker: Client,
  door: string,
  { kind, value, request }: { kind: string; value: string; request: object },
): Promise<string> => {
  const { rows } = await asker.query<{ token: string }>(`select ${door}.by_identifier($1, $2, $3) as token`, [
    kind,
    value,
    JSON.stringify(request),
  ])
  return rows[0]?.token ?? ''
}

export interface Collected {
  answer: { term: string | null; rows: unknown[] } | null
  ended: string | null
}
export const collectAnswer = async (asker: Client, token: string): Promise<Collected> => {
  const { rows } = await asker.query<{ answer: string | null; ended: string | null }>(
    'select answer, ended from inquiry.collect(array[$1])',
    [token],
  )
  const row = rows[0]
  return { answer: row?.answer == null ? null : JSON.parse(row.answer), ended: row?.ended ?? null }
}

export const meetObligation = async (partner: Client, obligationId: string): Promise<void> => {
  await partner.query(`select partner.fulfil($1, 'Done.', null, 'coordinator')`, [obligationId])
}
export const readOwnTerms = async (partner: Client) =>
  (
    await partner.query<{ agreement: string; version: number; activated: boolean; ended_at: Date | null }>(
      'select * from partner.read_terms()',
    )
  ).rows
