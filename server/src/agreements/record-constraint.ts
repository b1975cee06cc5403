import {
  acceptConstraint,
  acceptSignOff,
  type ConstraintOffered,
  type Instant,
  isRefused,
  type LegalConstraintId,
  type ResolutionId,
} from '@pars/domain'
import { insertRow } from '../db/insert-row.sql.ts'
import { newId } from '../db/new-id.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { madeColumns } from './paper-rows.ts'
import { findResolution, noSuchResolution } from './resolution-facts.ts'
import { selectSignOffFacts } from './resolutions.sql.ts'

/** Records a law that binds seats. */
export const recordConstraint = verb(
  'constraint.record',
  async (tx: Tx, ctx: VerbContext, given: ConstraintOffered) => {
    const decision = acceptConstraint(given)
    if (isRefused(decision)) return decision
    const constraintId = newId('lgc')
    const entry = await appendEntry(tx, ctx.actor, {
      kind: 'constraint.recorded',
      act: jsonOf({ constraintId, ...given }),
    })
    await tx.write(
      insertRow('agreement.legal_constraint', {
        constraint_id: uuidOf('lgc', constraintId),
        citation: given.citation,
        text: given.text,
        binds: given.binds,
        effective_from: given.effectiveFrom,
        effective_to: given.effectiveTo,
        ...madeColumns(ctx, entry),
      }),
    )
    return { constraintId, receipt: { entryId: entry, number: null } }
  },
)

interface SignOffGiven {
  resolutionId: ResolutionId
  constraintId: LegalConstraintId
  counsel: string
  opinion: string
}

/** Records the sign-off of a seat's counsel on a resolution under a law. */
export const signOff = verb('constraint.sign-off', async (tx: Tx, ctx: VerbContext, given: SignOffGiven) => {
  const resolution = await findResolution(tx, uuidOf('res', given.resolutionId))
  if (!resolution) return noSuchResolution
  const constraintId = uuidOf('lgc', given.constraintId)
  const facts = await tx.find<{ known: boolean; signed_before: boolean }>(
    selectSignOffFacts(constraintId, resolution.resolution_id, ctx.actor.party),
  )
  const decision = acceptSignOff(
    {
      closesAt: resolution.closes_at as Instant,
      constraintKnown: facts?.known ?? false,
      signedBefore: facts?.signed_before ?? false,
    },
    given,
    ctx.now,
  )
  if (isRefused(decision)) return decision
  const signOffId = newId('sgn')
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'constraint.signed-off',
    act: jsonOf({ signOffId, ...given }),
  })
  await tx.write(
    insertRow('agreement.counsel_sign_off', {
      sign_off_id: uuidOf('sgn', signOffId),
      resolution_id: resolution.resolution_id,
      constraint_id: constraintId,
      counsel: given.counsel,
      opinion: given.opinion,
      ...madeColumns(ctx, entry),
    }),
  )
  return { signOffId, receipt: { entryId: entry, number: null } }
})
