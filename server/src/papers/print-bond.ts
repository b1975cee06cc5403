import { type DocketId, type EntryId, refuse } from '@pars/domain'
import { checkAccess } from '../access/check-access.ts'
import { type Access, journaledRead } from '../access/journaled-read.ts'
import { loadDockets } from '../arraignments/load-dockets.ts'
import { loadBail } from '../bail/load-bail.ts'
import { uuidOf } from '../db/transaction.ts'
import type { BondFacts } from './compose-bond.ts'
import { type CaseRow, loadCaseFacts } from './load-case-facts.ts'
import { selectDocket } from './papers.sql.ts'
import { type Printed, printedBy } from './printing.ts'

type DocketRow = CaseRow & { docket_number: string }

const noSuchDocket = refuse(
  'not-found',
  'There is no such docket, or it is not yours to print. Look for it in the court session.',
)
const noOrder = refuse('no-bail-order', 'Bail on this docket is not ordered yet; print the bond when it is set.')

/** Hands out what stands on a bail bond, or on the order that refuses bail, and records who took it. */
export const printBond = journaledRead<{ docketId: DocketId; access: Access }, Printed<BondFacts>>(
  'paper.print',
  async (read, reader, { docketId, access }) => {
    const unclear = checkAccess(access)
    if (unclear) return unclear
    const row = await read.find<DocketRow>(selectDocket(uuidOf('dkt', docketId)))
    const loaded = row && (await loadCaseFacts(read, row))
    if (!row || !loaded) return noSuchDocket
    const { arrestId, caseFacts } = loaded
    const order = (await loadBail(read, arrestId, null)).get(docketId)?.order
    if (!order) return noOrder
    const docket = (await loadDockets(read, arrestId, null)).find(one => one.docketId === docketId)
    const facts: BondFacts = {
      ...caseFacts,
      docketNumber: row.docket_number,
      order,
      nextListing: docket?.arraignment?.nextListing ?? null,
      interpreterLanguage: docket?.arraignment?.interpreter?.language ?? loaded.interpreterLanguage,
    }
    const paper = order.kind === 'refused' ? 'bail-refusal' : 'bail-bond'
    return printedBy(
      { read, reader },
      { ...access, paper, arrestId, docketId },
      { facts, actEntry: order.entryId as EntryId },
    )
  },
)
