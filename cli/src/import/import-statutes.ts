import { isRefused, type PlainDate, type Refused } from '@pars/domain'
import type { Caller } from '../caller.ts'
import type { Progress } from '../csv/progress.ts'
import { rowFaults, type Table } from '../csv/read-table.ts'
import { countLoaded, countRefused, startTally, type Tally } from '../csv/tally.ts'
import { listStanding, type Offered, offerStatutes } from './offer-statutes.ts'
import { identityOf, readStatute, type StatuteColumn, type StatuteRead } from './read-statute.ts'

const rowsOfBatch = 200

export interface ImportWork {
  readonly table: Table<StatuteColumn>
  readonly caller: Caller
  readonly validFrom: PlainDate
  readonly progress: Progress
}

interface Row {
  readonly line: number
  readonly flags: readonly string[]
}

/** What is known of the offenses of the file: how each stands, or which rows wait for the batch that offers it. */
interface Desk {
  readonly tally: Tally
  readonly settled: Map<string, Offered['outcome']>
  readonly waiting: Map<string, { statute: StatuteRead; rows: Row[] }>
}

const refuseLine = ({ tally }: Desk, { progress }: ImportWork, line: number, { reason, say }: Refused): void => {
  countRefused(tally, reason)
  progress.say(`line ${line}: ${say} (${reason})`)
}

const settleRow = (desk: Desk, work: ImportWork, row: Row, outcome: Offered['outcome']): void => {
  if (typeof outcome !== 'string') refuseLine(desk, work, row.line, outcome)
  else countLoaded(desk.tally, outcome === 'loaded' ? row.flags : [...row.flags, outcome])
}

const sendWaiting = async (desk: Desk, work: ImportWork): Promise<void> => {
  const statutes = [...desk.waiting.values()].map(({ statute }) => statute)
  for (const { statute, outcome } of await offerStatutes(work.caller, work.validFrom, statutes)) {
    const identity = identityOf(statute)
    desk.settled.set(identity, outcome)
    for (const row of desk.waiting.get(identity)?.rows ?? []) settleRow(desk, work, row, outcome)
  }
  desk.waiting.clear()
}

/** A repeated offense is one offense: it follows what became of the first, and is flagged. */
const takeStatute = async (desk: Desk, work: ImportWork, line: number, statute: StatuteRead): Promise<void> => {
  const identity = identityOf(statute)
  const outcome = desk.settled.get(identity)
  const waiting = desk.waiting.get(identity)
  const repeated = { line, flags: [...statute.flags, 'repeated'] }
  if (outcome !== undefined) settleRow(desk, work, repeated, outcome)
  else if (waiting) waiting.rows.push(repeated)
  else desk.waiting.set(identity, { statute, rows: [{ line, flags: statute.flags }] })
  if (desk.waiting.size >= rowsOfBatch) await sendWaiting(desk, work)
}

/** Loads the offenses of a court file as reference data, in bounded batches. A second run offers nothing, for all is there. */
export const importStatutes = async (work: ImportWork): Promise<Tally> => {
  const { table, caller, validFrom, progress } = work
  const standing = await listStanding(caller, validFrom)
  const desk: Desk = { tally: startTally(), settled: new Map(), waiting: new Map() }
  for await (const row of table.rows()) {
    desk.tally.read += 1
    progress.show(`${Math.floor(table.share() * 100)}% read, ${desk.tally.loaded} offenses loaded`)
    if ('fault' in row) {
      refuseLine(desk, work, row.line, { kind: 'refused', reason: row.fault, say: rowFaults[row.fault] })
      continue
    }
    const statute = readStatute(row.values)
    if (isRefused(statute)) {
      refuseLine(desk, work, row.line, statute)
      continue
    }
    const identity = identityOf(statute)
    const chapter = standing.get(identity)
    standing.delete(identity)
    if (chapter === undefined) await takeStatute(desk, work, row.line, statute)
    else {
      const isSame = statute.chapterGroup === null || statute.chapterGroup === chapter
      const outcome = isSame ? 'loaded' : 'there-otherwise'
      desk.settled.set(identity, outcome)
      settleRow(desk, work, { line: row.line, flags: statute.flags }, outcome)
    }
  }
  await sendWaiting(desk, work)
  return desk.tally
}
