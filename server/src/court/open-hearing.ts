import type { ArrestRecord, DocketView } from '@pars/contract'
import { type DocketId, isRefused } from '@pars/domain'
import { type Access, journaledRead } from '../access/journaled-read.ts'
import { noSuchDocket } from '../arraignments/docket-standing.ts'
import { findArrestOfDocket } from '../arraignments/load-dockets.ts'
import { lookAtRecord } from '../custody/open-record.ts'

interface Wanted {
  readonly docketId: DocketId
  readonly access: Access
}
interface Hearing {
  docket: DocketView
  record: ArrestRecord
}

/** Opens one docket with its whole record, which is opening the record. */
export const openHearing = journaledRead<Wanted, Hearing>('arrest.view', async (read, reader, { docketId, access }) => {
  const arrestId = await findArrestOfDocket(read, docketId)
  if (!arrestId) return noSuchDocket
  const looked = await lookAtRecord(read, reader, { arrestId, asOf: null, access })
  if (isRefused(looked)) return looked
  const docket = looked.answer.dockets.find(one => one.docketId === docketId)
  return docket ? { ...looked, answer: { docket, record: looked.answer } } : noSuchDocket
})
