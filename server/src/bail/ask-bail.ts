import { acceptBailAsk, type BailAsk, type BailVoice, type DocketId, isRefused, type Permission } from '@pars/domain'
import { loadDocketStanding } from '../arraignments/docket-standing.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { insertAsk } from './bail.sql.ts'
import { loadBail } from './load-bail.ts'

const voices = {
  commonwealth: { permission: 'bail.request', kind: 'bail.requested' },
  defense: { permission: 'bail.defense-request', kind: 'bail.defense-requested' },
  guideline: { permission: 'bail.recommend', kind: 'bail.recommended' },
} as const satisfies Record<BailVoice, { permission: Permission; kind: string }>

const askBail = (voice: BailVoice) =>
  verb(
    voices[voice].permission,
    async (tx: Tx, ctx: VerbContext, { docketId, ask }: { docketId: DocketId; ask: BailAsk }) => {
      const standing = await loadDocketStanding(tx, docketId)
      if (isRefused(standing)) return standing
      const bail = (await loadBail(tx, standing.arrestId, null)).get(docketId)
      const facts = {
        filed: true,
        discharged: standing.docket.arraignment?.probableCause === 'not-found',
        ordered: bail?.order != null,
        counsel: standing.docket.counsel,
      }
      const decision = acceptBailAsk(facts, { voice, party: ctx.actor.party, ask })
      if (isRefused(decision)) return decision
      const entry = await appendEntry(tx, ctx.actor, {
        kind: voices[voice].kind,
        arrestId: standing.arrestId,
        act: jsonOf({ docketId, ask }),
      })
      await tx.write(
        insertAsk[voice]({
          docket_id: uuidOf('dkt', docketId),
          types: ask.types,
          amount_cents: ask.amountCents,
          deposit_percent: ask.depositPercent,
          note: ask.note,
          made_by: uuidOf('acc', ctx.actor.accountId),
          made_at: ctx.now,
          entry_id: uuidOf('ent', entry),
        }),
      )
      return { docketId, receipt: { entryId: entry, number: null } }
    },
  )

/** The Commonwealth's request: entered by the prosecutor, and by nobody else. */
export const requestBail = askBail('commonwealth')
/** The defense's request. */
export const requestDefenseBail = askBail('defense')
/** The guideline or Pretrial recommendation. */
export const recommendBail = askBail('guideline')
