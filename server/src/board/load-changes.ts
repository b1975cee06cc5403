import type { BoardEvent } from '@pars/contract'
import { type ArrestId, formatId, type Instant } from '@pars/domain'
import { loadCaseLines } from '../custody/load-case-lines.ts'
import { loadAlarms } from '../custody/load-custody.ts'
import type { Snapshot } from '../db/transaction.ts'
import { selectActsAfter } from './board.sql.ts'
import { presentRow } from './present-row.ts'

export interface Changes {
  /** Everything up to this journal number is in `events` or was told before. */
  readonly number: number
  readonly now: Instant
  /** One for each arrest that something was done about, by the newest of its numbers, ascending. */
  readonly events: readonly BoardEvent[]
}

/** What became of the board after a journal number, through at most `limit` entries; undefined when there is nothing after it. */
export const loadChanges = async (read: Snapshot, after: number, limit: number): Promise<Changes | undefined> => {
  const acts = await read.rows<{ arrest_id: string | null; number: number }>(selectActsAfter(after, limit))
  const end = acts.find(act => act.arrest_id === null)
  if (!end) return undefined
  const numbers = new Map<ArrestId, number>(
    acts.flatMap(act => (act.arrest_id === null ? [] : [[formatId('arr', act.arrest_id), act.number] as const])),
  )
  const lines = new Map((await loadCaseLines(read, [...numbers.keys()])).map(line => [line.arrestId, line]))
  const alarms = numbers.size > 0 ? await loadAlarms(read) : []
  const events = [...numbers].map(([arrestId, number]): BoardEvent => {
    const line = lines.get(arrestId)
    const row = line && presentRow(line, alarms, read.now)
    return row ? { type: 'row', number, now: read.now, row } : { type: 'gone', number, now: read.now, arrestId }
  })
  return { number: end.number, now: read.now, events: events.sort((a, b) => a.number - b.number) }
}
