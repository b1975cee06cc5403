import type { ArrestId } from '@pars/domain'
import type { Tx } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import type { VerbContext } from '../verb.ts'
import { selectNewest } from './papers.sql.ts'

export interface Printing {
  readonly entryId: string
  readonly printedBy: string
  readonly printedAt: string
}

/** A paper leaves the system and is read where nobody can see it: who took it is on record before it is drawn. */
export const recordPrinting = async (
  tx: Tx,
  ctx: VerbContext,
  arrestId: ArrestId,
  which: { paper: string; complaintId?: string; docketId?: string },
): Promise<Printing> => {
  const newest = await tx.find<{ number: number }>(selectNewest)
  const entryId = await appendEntry(tx, ctx.actor, {
    kind: 'paper.printed',
    arrestId,
    act: jsonOf({ ...which, asOf: newest?.number ?? -1 }),
  })
  return { entryId, printedBy: ctx.actor.displayName, printedAt: ctx.now }
}
