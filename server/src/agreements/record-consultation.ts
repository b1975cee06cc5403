import { acceptConsultation, isRefused, type PlainDate, type ResolutionId } from '@pars/domain'
import { insertRow } from '../db/insert-row.sql.ts'
import { newId } from '../db/new-id.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { madeColumns } from './paper-rows.ts'
import { findResolution, noSuchResolution } from './resolution-facts.ts'

interface Given {
  resolutionId: ResolutionId
  heard: string
  said: string
  heardOn: PlainDate
}

/** Puts on file whom a seat heard before a vote. */
export const recordConsultation = verb('consultation.record', async (tx: Tx, ctx: VerbContext, given: Given) => {
  const resolution = await findResolution(tx, uuidOf('res', given.resolutionId))
  if (!resolution) return noSuchResolution
  const decision = acceptConsultation(given, ctx.now)
  if (isRefused(decision)) return decision
  const consultationId = newId('cst')
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'consultation.recorded',
    act: jsonOf({ consultationId, ...given }),
  })
  await tx.write(
    insertRow('agreement.consultation', {
      consultation_id: uuidOf('cst', consultationId),
      resolution_id: resolution.resolution_id,
      heard: given.heard,
      said: given.said,
      heard_on: given.heardOn,
      ...madeColumns(ctx, entry),
    }),
  )
  return { consultationId, receipt: { entryId: entry, number: null } }
})
