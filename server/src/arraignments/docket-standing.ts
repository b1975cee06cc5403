import { type ArrestId, type DocketId, type Refused, refuse } from '@pars/domain'
import { type FoundArrest, findArrest } from '../arrests/present-report.ts'
import { lockCase } from '../db/lock-case.ts'
import type { Tx } from '../db/transaction.ts'
import { type Docket, findArrestOfDocket, loadDockets } from './load-dockets.ts'

export interface DocketStanding {
  kind: 'standing'
  arrestId: ArrestId
  arrest: FoundArrest
  docket: Docket
}

export const noSuchDocket = refuse(
  'not-found',
  'There is no such docket. Look for it in the list of its court session.',
)

/** Locks the case of a docket and loads where it stands, or the refusal when the door sees no such docket. */
export const loadDocketStanding = async (tx: Tx, docketId: DocketId): Promise<DocketStanding | Refused> => {
  const arrestId = await findArrestOfDocket(tx, docketId)
  if (!arrestId) return noSuchDocket
  await lockCase(tx, arrestId)
  const arrest = await findArrest(tx, arrestId, null)
  const docket = (await loadDockets(tx, arrestId, null)).find(one => one.docketId === docketId)
  return arrest && docket ? { kind: 'standing', arrestId, arrest, docket } : noSuchDocket
}
