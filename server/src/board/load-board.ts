import type { AnswerOf, viewBoard } from '@pars/contract'
import { type AlarmRow, cityDateOf, formatId, type Instant, isInForce } from '@pars/domain'
import { loadHeldLines } from '../custody/load-case-lines.ts'
import { loadAlarms } from '../custody/load-custody.ts'
import { getNewestNumber } from '../custody/load-history.ts'
import type { Snapshot } from '../db/transaction.ts'
import { selectNextSession } from './board.sql.ts'
import { byTimeHeld, presentRow } from './present-row.ts'

export type Board = AnswerOf<typeof viewBoard>

const findNextSession = async (read: Snapshot): Promise<Board['nextSession']> => {
  const row = await read.find<{ court_session_id: string; starts_at: Instant; room: string; listed: number }>(
    selectNextSession(read.now),
  )
  return row
    ? {
        courtSessionId: formatId('cse', row.court_session_id),
        startsAt: row.starts_at,
        room: row.room,
        listed: row.listed,
      }
    : null
}

/** The hours of today; each arrest is judged by those of its own day. */
const presentAlarms = (alarms: readonly (AlarmRow & { label: string })[], now: Instant): Board['alarms'] =>
  alarms
    .filter(alarm => isInForce(alarm, cityDateOf(now)))
    .map(({ hours, label, clock }) => ({ hours, label, clock }))
    .sort((a, b) => a.hours - b.hours)

/**
 * The whole board from the tables, whatever the sequencer does. Everything is of one moment: rows show also what has no number yet, so a
 * stream that goes on after `number` leaves nothing out.
 */
export const loadBoard = async (read: Snapshot): Promise<Board> => {
  const alarms = await loadAlarms(read)
  const lines = await loadHeldLines(read)
  return {
    now: read.now,
    number: await getNewestNumber(read),
    rows: lines.flatMap(line => presentRow(line, alarms, read.now) ?? []).sort(byTimeHeld),
    alarms: presentAlarms(alarms, read.now),
    nextSession: await findNextSession(read),
  }
}
