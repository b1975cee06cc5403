import {
  askByAttribute,
  askByIdentifier,
  fulfilObligation,
  listOwnObligations,
  newNonce,
  ProblemError,
} from '@pars/contract'
import type { Registered } from './stage.ts'

/** What a question came to. */
export interface Asked {
  readonly kind: 'answered' | 'refused'
  readonly entryId: string
  readonly askedAt: string | null
  readonly rows: number
  readonly term: string | null
}

const said = (partner: Registered, purpose: string, cites: { kind: string; value: string } | null) => ({
  agreement: partner.about.agreement,
  purpose,
  cites,
  behalf: 'own unit',
  officer: partner.officerId,
  nonce: newNonce(),
})

/** A refusal by a term is an answer of the story's; everything else that is thrown is a fault. */
const outcomeOf = async (
  ask: Promise<{ entryId: string; askedAt: string; rows: readonly unknown[] }>,
): Promise<Asked> => {
  try {
    const { entryId, askedAt, rows } = await ask
    return { kind: 'answered', entryId, askedAt, rows: rows.length, term: null }
  } catch (error) {
    const term = error instanceof ProblemError ? (error.problem as { term?: unknown }).term : undefined
    const entryId = error instanceof ProblemError ? (error.problem as { entryId?: unknown }).entryId : undefined
    if (typeof term !== 'string' || typeof entryId !== 'string') throw error
    return { kind: 'refused', entryId, askedAt: null, rows: 0, term }
  }
}

/** Everybody who said to be born abroad, among those arrested since a moment. */
export const askBornAbroad = (partner: Registered, since: number): Promise<Asked> => {
  const filters = { attribute: 'birth-country', value: 'abroad', since: new Date(since).toISOString() }
  const body = { ...said(partner, 'civil-immigration', null), ...filters }
  return outcomeOf(partner.client.call(askByAttribute, { body }))
}

export interface OnePerson {
  readonly purpose: string
  readonly cites: { kind: string; value: string } | null
  readonly identifier: string
  readonly value: string
}

/** One person, by a number that the unit has. */
export const askOne = (partner: Registered, { purpose, cites, identifier, value }: OnePerson): Promise<Asked> => {
  const body = { ...said(partner, purpose, cites), identifier, value }
  return outcomeOf(partner.client.call(askByIdentifier, { body }))
}

/** Meets what is due by a day: users listed, use reviewed, as the terms say. */
export const meetDuties = async ({ client, officerId, about }: Registered, dueBy: string): Promise<void> => {
  const { obligations } = await client.call(listOwnObligations)
  for (const { obligationId, dueOn, fulfilledAt, missedAt } of obligations) {
    if (dueOn > dueBy || fulfilledAt !== null || missedAt !== null) continue
    const evidence = `Certified by ${about.officer}.`
    const body = { evidence, documentHash: null, officer: officerId, nonce: newNonce() }
    await client.call(fulfilObligation, { params: { obligationId }, body })
  }
}
