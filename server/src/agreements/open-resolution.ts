import {
  type AgreementId,
  acceptResolution,
  type Instant,
  isRefused,
  type ResolutionOffered,
  refuse,
  type Seat,
} from '@pars/domain'
import { bytesText, insertRow } from '../db/insert-row.sql.ts'
import { newId } from '../db/new-id.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { actedBy, appendConduct } from '../journal/append-conduct.ts'
import { type VerbContext, verb } from '../verb.ts'
import { standingOf } from './agreement-standing.ts'
import { type AgreementRow, lockAgreement, selectAgreement, selectVersion, type VersionRow } from './agreements.sql.ts'
import { selectOpeningFacts } from './resolutions.sql.ts'

interface Given extends ResolutionOffered {
  agreementId: AgreementId
}

const loadLocked = async (tx: Tx, agreementId: string): Promise<AgreementRow | undefined> => {
  const row = await tx.find<AgreementRow & { [column: string]: unknown }>(selectAgreement(agreementId))
  if (!row) return undefined
  await tx.rows(lockAgreement(row.code))
  return tx.find<AgreementRow & { [column: string]: unknown }>(selectAgreement(agreementId))
}

/** Opens a resolution about exactly one version's texts. */
export const openResolution = verb('resolution.open', async (tx: Tx, ctx: VerbContext, given: Given) => {
  const agreementId = uuidOf('agm', given.agreementId)
  const agreement = await loadLocked(tx, agreementId)
  if (!agreement) return refuse('not-found', 'There is no such agreement. Look for it in the list of agreements.')
  const version = await tx.find<VersionRow & { [column: string]: unknown }>(selectVersion(agreementId, given.version))
  if (!version) return refuse('not-found', 'This agreement has no such version. Choose one that is on file.')
  const facts = await tx.find<{ count: number; same_open: boolean; newest_in_force: number | null }>(
    selectOpeningFacts(agreementId, given.version, given.action),
  )
  if (!facts) throw new Error('the database gave no facts')
  const { standing } = standingOf(agreement, ctx.now)
  const decision = acceptResolution(
    {
      standing,
      newestInForce: facts.newest_in_force,
      endsAt: version.ends_at as Instant,
      sameOpen: facts.same_open,
    },
    given,
    ctx.now,
  )
  if (isRefused(decision)) return decision
  const resolutionId = newId('res')
  const code = `${agreement.code}-r${facts.count + 1}`
  const entry = await appendConduct(tx, {
    kind: 'resolution.opened',
    fields: {
      agreement: agreement.code,
      agreementVersion: given.version,
      resolution: code,
      action: given.action,
      seat: ctx.actor.party as Seat,
      termsHash: version.terms_hash,
      closesAt: given.closesAt,
    },
    slots: { officer: actedBy(ctx, resolutionId), reason: given.reason },
  })
  await tx.write(
    insertRow('agreement.resolution', {
      resolution_id: uuidOf('res', resolutionId),
      code,
      agreement_id: agreementId,
      version: given.version,
      terms_hash: bytesText(Buffer.from(version.terms_hash, 'hex')),
      sql_hash: bytesText(Buffer.from(version.sql_hash, 'hex')),
      action: given.action,
      seat: ctx.actor.party,
      reason: given.reason,
      closes_at: given.closesAt,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { resolutionId, code, receipt: { entryId: entry, number: null } }
})
