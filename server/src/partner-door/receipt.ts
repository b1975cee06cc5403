import { viewReceipt } from '@pars/contract'
import { parseId } from '@pars/domain'
import { findRow } from '../db/direct.ts'
import { HttpProblem } from '../http/problem.ts'
import type { ProofSource } from '../proof/proof-source.ts'
import { findReceiptText, type OpenedRow, openingsOf } from '../proof/receipt-text.ts'
import type { PartnerDoor } from './door.ts'
import { unitOf } from './history.ts'
import type { PartnerRole } from './partner-pools.ts'
import { callFindCheckpoint, callFindReceipt, callFindTile } from './proof.sql.ts'
import { type PartnerRoute, page } from './route.ts'
import { filled } from './slots.ts'

type Row<T> = T & { [column: string]: unknown }

const sourceOf = (door: PartnerDoor, partner: PartnerRole): ProofSource => {
  const pool = door.pools.of(partner)
  return {
    findCheckpoint: number => findRow<Row<{ size: number; note: string }>>(pool, callFindCheckpoint(number)),
    findTile: (level, index) => findRow<Row<{ bytes: Buffer }>>(pool, callFindTile(level, index)),
  }
}

/** The receipt of an own inquiry, answered or refused; filled up like the answer was, so that its length says no more. */
export const receiptRoute: PartnerRoute = page(viewReceipt, async ({ door, asker, parsed }) => {
  const { entryId } = parsed.params
  const row = await findRow<Row<OpenedRow & { number: number | null; leaf: Buffer | null }>>(
    door.pools.of(asker.partner),
    callFindReceipt(parseId('ent', entryId), unitOf(asker)),
  )
  if (!row) throw new HttpProblem(404, 'no-such-inquiry', 'No inquiry of your unit has this entry. Check it.')
  const { number, leaf } = row
  const receipt =
    number === null || leaf === null
      ? undefined
      : await findReceiptText(sourceOf(door, asker.partner), { number, leaf }, openingsOf(row))
  return filled({ entryId, number, receipt: receipt ?? null, padding: '' })
})
