import { addHours, formatId, type Instant } from '@pars/domain'
import type { Snapshot } from '../db/transaction.ts'
import { selectCourtSessions } from './court-lists.sql.ts'

export interface SessionRow {
  court_session_id: string
  room: string
  starts_at: Instant
  magistrate: string | null
  listed: number
  heard: number
}

export const presentSession = (row: SessionRow) => ({
  courtSessionId: formatId('cse', row.court_session_id),
  room: row.room,
  startsAt: row.starts_at,
  magistrate: row.magistrate,
  listed: row.listed,
  heard: row.heard,
})

const hoursBack = 12

/** The court sessions of the last twelve hours and all that are ahead, in their order. */
export const loadCourtSessions = async (read: Snapshot) => {
  const rows = await read.rows<SessionRow & { [column: string]: unknown }>(
    selectCourtSessions(addHours(read.now, -hoursBack)),
  )
  return { now: read.now, sessions: rows.map(presentSession) }
}
