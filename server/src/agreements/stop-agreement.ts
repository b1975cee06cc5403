import { type AgreementId, acceptEmergencyStop, formatId, type Instant, isRefused, type Seat } from '@pars/domain'
import type { Terms } from '@pars/terms'
import type { Tx } from '../db/transaction.ts'
import { type VerbContext, verb } from '../verb.ts'
import { standingOf } from './agreement-standing.ts'
import { callStopInEmergency, lockAgreement, selectStopFacts } from './agreements.sql.ts'
import { findAgreement, noSuchAgreement } from './paper-rows.ts'
import { insertNotice } from './serve-notice.ts'

interface StopRow {
  version: number
  terms: string
  stopped_before: boolean
}

/** One seat stops an agreement, where its terms let it, and serves that on the partner in the same act. */
export const stopAgreement = verb(
  'agreement.stop',
  async (tx: Tx, ctx: VerbContext, given: { agreementId: AgreementId; reason: string }) => {
    const known = await findAgreement(tx, given.agreementId)
    if (!known) return noSuchAgreement
    await tx.rows(lockAgreement(known.code))
    const agreement = (await findAgreement(tx, given.agreementId)) ?? known
    const seat = ctx.actor.party as Seat
    const row = await tx.find<StopRow & { [column: string]: unknown }>(selectStopFacts(agreement.agreement_id, seat))
    const terms = row && (JSON.parse(row.terms) as Terms)
    const { standing } = standingOf(agreement, ctx.now)
    const decision = acceptEmergencyStop(
      {
        inForce: row !== undefined && (standing === 'in-force' || standing === 'suspended'),
        seatsThatMay: terms?.emergencyStop?.seats ?? [],
        stoppedBefore: row?.stopped_before ?? false,
      },
      { seat, reason: given.reason },
    )
    if (isRefused(decision)) return decision
    // The database decides it again: it reads the terms that were voted on, whatever this process believes.
    const stopped = await tx.find<{ void_at: Instant; entry_id: string }>(
      callStopInEmergency(agreement.agreement_id, given.reason, ctx.actor.accountId),
    )
    if (!stopped) throw new Error('the stop gave no instant')
    const entryId = formatId('ent', stopped.entry_id)
    tx.entries.push(entryId)
    await insertNotice(tx, ctx, {
      agreement,
      notice: {
        kind: 'emergency-stop',
        recipient: agreement.partner,
        subject: 'Emergency stop',
        body: given.reason,
        released: true,
        replyDueAt: null,
        repliesTo: null,
      },
    })
    return { voidAt: stopped.void_at, receipt: { entryId, number: null } }
  },
)
