import { type BailType, bailWords, type CourtSessionId, formatId, type ProbableCause } from '@pars/domain'
import { type Snapshot, uuidOf } from '../db/transaction.ts'
import { selectListings, selectSessionView } from './court-lists.sql.ts'
import { presentSession, type SessionRow } from './load-court-sessions.ts'
import { type CourtLineRow, presentLine } from './load-filing-desk.ts'

interface OrderJson {
  kind: 'set' | 'refused'
  types: BailType[]
  amountCents: number | null
  depositPercent: number | null
  hasConditions: boolean
}
type ListingRow = CourtLineRow & {
  listing_id: string
  slot: number
  docket_id: string
  docket_number: string
  interpreter_language: string | null
  not_produced: boolean
  probable_cause: ProbableCause | null
  bail_order: OrderJson | null
}

const stateOf = (row: ListingRow) => {
  if (row.not_produced) return 'not-produced'
  if (row.probable_cause === null) return 'waiting'
  if (row.bail_order) return 'bail-ordered'
  return row.probable_cause === 'not-found' ? 'discharged' : 'arraigned'
}

const wordsOf = (order: OrderJson): string =>
  order.kind === 'refused'
    ? bailWords({ kind: 'refused-bail' })
    : bailWords({ ...order, kind: 'set', conditions: { length: order.hasConditions ? 1 : 0 } })

const presentListing = (row: ListingRow) => ({
  listingId: formatId('lst', row.listing_id),
  slot: row.slot,
  docketId: formatId('dkt', row.docket_id),
  docketNumber: row.docket_number,
  ...presentLine(row),
  interpreterLanguage: row.interpreter_language,
  state: stateOf(row) as ReturnType<typeof stateOf>,
  bailWords: row.bail_order && wordsOf(row.bail_order),
})

/** One court session with its list by slot; undefined where there is none. */
export const findCourtSession = async (read: Snapshot, courtSessionId: CourtSessionId) => {
  const uuid = uuidOf('cse', courtSessionId)
  const session = await read.find<SessionRow & { [column: string]: unknown }>(selectSessionView(uuid))
  if (!session) return undefined
  const rows = await read.rows<ListingRow & { [column: string]: unknown }>(selectListings(uuid))
  return { ...presentSession(session), now: read.now, listings: rows.map(presentListing) }
}
