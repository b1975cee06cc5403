import { formatId, type Grade, type Instant, leadChargeOf, type NotProducedReason } from '@pars/domain'
import { wordsOfName } from '../arrests/present-report.ts'
import type { Snapshot } from '../db/transaction.ts'
import type { Reader } from '../readers.ts'
import { selectToFile, selectToList } from './court-lists.sql.ts'

/** What each line of the court's lists is drawn from. */
export interface CourtLineRow {
  arrest_id: string
  arrested_at: Instant
  name: Parameters<typeof wordsOfName>[0]
  charges: { description: string; grade: Grade }[]
}

export const presentLine = (row: CourtLineRow) => ({
  arrestId: formatId('arr', row.arrest_id),
  name: wordsOfName(row.name),
  leadCharge: leadChargeOf(row.charges)?.description ?? '',
  arrestedAt: row.arrested_at,
})

type ToFileRow = CourtLineRow & { complaint_id: string; made_at: Instant }
type ToListRow = CourtLineRow & {
  docket_id: string
  docket_number: string
  not_produced: NotProducedReason | null
}

/** What waits for the clerk: complaints to certify and file, dockets to put into a court session. */
export const loadFilingDesk = async (read: Snapshot, { door }: Reader) => {
  const toFile = await read.rows<ToFileRow & { [column: string]: unknown }>(selectToFile(door))
  const toList = await read.rows<ToListRow & { [column: string]: unknown }>(selectToList(door))
  return {
    now: read.now,
    toFile: toFile.map(row => ({
      complaintId: formatId('cmp', row.complaint_id),
      ...presentLine(row),
      madeAt: row.made_at,
    })),
    toList: toList.map(row => ({
      docketId: formatId('dkt', row.docket_id),
      docketNumber: row.docket_number,
      ...presentLine(row),
      notProduced: row.not_produced,
    })),
  }
}
