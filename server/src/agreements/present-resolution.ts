import type { AnswerOf, viewResolution } from '@pars/contract'
import { formatId, type Instant, resolutionNeeds, resolutionStanding } from '@pars/domain'
import { presentMembers } from './present-members.ts'
import { ballotsOf, carryingFacts } from './resolution-facts.ts'
import type { ResolutionRow } from './resolutions.sql.ts'

type View = AnswerOf<typeof viewResolution>
type Line = Pick<
  View,
  'resolutionId' | 'code' | 'agreement' | 'action' | 'seat' | 'reason' | 'closesAt' | 'standing' | 'votes' | MadeName
>
type MadeName = 'madeBy' | 'madeAt' | 'entryId' | 'number'

const made = ['madeBy', 'madeAt', 'number'] as const

export const presentResolutionLine = (row: ResolutionRow, now: Instant): Line => ({
  resolutionId: formatId('res', row.resolution_id),
  code: row.code,
  agreement: { agreementId: formatId('agm', row.agreement_id), code: row.agreement_code, version: row.version },
  action: row.action as Line['action'],
  seat: row.seat as Line['seat'],
  reason: row.reason,
  closesAt: row.closes_at as Instant,
  standing: resolutionStanding(carryingFacts(row), now),
  votes: ballotsOf(row).map(({ seat, choice }) => ({ seat, choice })),
  madeBy: row.made_by,
  madeAt: row.made_at as Instant,
  entryId: formatId('ent', row.entry_id),
  number: row.number,
})

const presentBallot = (row: Record<string, unknown>): View['ballots'][number] => {
  const passkey =
    row['authenticatorData'] == null
      ? null
      : { authenticatorData: String(row['authenticatorData']), clientDataJson: String(row['clientDataJson']) }
  const shown = presentMembers<Omit<View['ballots'][number], 'passkey'>>(row, {
    ids: { ballotId: 'bal', entryId: 'ent' },
    others: ['seat', 'choice', 'reason', 'onAuthorityOf', 'statement', 'statementHash', 'keyId', 'signature', ...made],
  })
  return { ...shown, passkey }
}

export const presentConstraint = (row: object): View['constraints'][number] =>
  presentMembers(row, {
    ids: { constraintId: 'lgc', entryId: 'ent' },
    others: ['citation', 'text', 'binds', 'effectiveFrom', 'effectiveTo', 'seat', ...made],
  })

/** Everything about a resolution: what it would do, who voted how, and what is still missing. */
export const presentResolution = (row: ResolutionRow, now: Instant): View => {
  const facts = carryingFacts(row)
  return {
    ...presentResolutionLine(row, now),
    partner: row.partner,
    termsHash: row.terms_hash,
    sqlHash: row.sql_hash,
    proseHash: row.prose_hash,
    narrows: facts.narrows,
    follows: row.follows,
    needs: resolutionNeeds(facts, now).map(({ need, say, seats }) => ({ need, say, seats: [...seats] })),
    ballots: row.ballots.map(presentBallot),
    acceptance:
      row.acceptance &&
      presentMembers<NonNullable<View['acceptance']>>(row.acceptance, {
        ids: { acceptanceId: 'apt', entryId: 'ent' },
        others: ['decision', 'term', 'reason', 'statement', 'statementHash', 'keyId', 'signature', 'madeAt', 'number'],
      }),
    consultations: row.consultations.map(one =>
      presentMembers<View['consultations'][number]>(one, {
        ids: { consultationId: 'cst', entryId: 'ent' },
        others: ['heard', 'said', 'heardOn', 'seat', ...made],
      }),
    ),
    constraints: row.constraints.map(presentConstraint),
    signOffs: row.sign_offs.map(one =>
      presentMembers<View['signOffs'][number]>(one, {
        ids: { signOffId: 'sgn', constraintId: 'lgc', entryId: 'ent' },
        others: ['counsel', 'opinion', 'seat', ...made],
      }),
    ),
    carriedOutAt: row.carried_out_at as Instant | null,
  }
}
