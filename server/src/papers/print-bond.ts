import { type DocketId, refuse } from '@pars/domain'
import { loadDockets } from '../arraignments/load-dockets.ts'
import { loadBail } from '../bail/load-bail.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { type VerbContext, verb } from '../verb.ts'
import type { BondFacts } from './compose-bond.ts'
import { type CaseRow, loadCaseFacts } from './load-case-facts.ts'
import { selectDocket } from './papers.sql.ts'
import { recordPrinting } from './record-printing.ts'

type DocketRow = CaseRow & { docket_number: string }

const noSuchDocket = refuse(
  'not-found',
  'There is no such docket, or it is not yours to print. Look for it in the court session.',
)
const noOrder = refuse('no-bail-order', 'There is no bail order on this docket yet; print the bond when bail is set.')

/** Records who prints a bail bond, or the order that refuses bail, and hands out what stands on it. */
export const printBond = verb('paper.print', async (tx: Tx, ctx: VerbContext, { docketId }: { docketId: DocketId }) => {
  const row = await tx.find<DocketRow>(selectDocket(uuidOf('dkt', docketId)))
  const loaded = row && (await loadCaseFacts(tx, ctx.runtime.city, row))
  if (!row || !loaded) return noSuchDocket
  const order = (await loadBail(tx, loaded.arrestId, null)).get(docketId)?.order
  if (!order) return noOrder
  const docket = (await loadDockets(tx, loaded.arrestId, null)).find(one => one.docketId === docketId)
  const facts: BondFacts = {
    ...loaded.caseFacts,
    docketNumber: row.docket_number,
    order,
    nextListing: docket?.arraignment?.nextListing ?? null,
    interpreterLanguage: docket?.arraignment?.interpreter?.language ?? loaded.interpreterLanguage,
  }
  const paper = order.kind === 'refused' ? 'bail-refusal' : 'bail-bond'
  const printing = await recordPrinting(tx, ctx, loaded.arrestId, { paper, docketId })
  return { facts, printing, actEntry: order.entryId }
})
