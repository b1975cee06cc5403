import { viewCity } from '@pars/contract'
import { isRefused, type Refused } from '@pars/domain'
import type { Caller } from '../caller.ts'
import { CommandProblem } from '../command.ts'
import type { Progress } from '../csv/progress.ts'
import { rowFaults, type Table, type TableRow } from '../csv/read-table.ts'
import { countLoaded, countRefused, startTally, type Tally } from '../csv/tally.ts'
import { createCaseKeys } from './case-key.ts'
import { createCourtSessions } from './court-sessions.ts'
import { loadChargeTable } from './match-charge.ts'
import { dayOfReplay } from './plan-times.ts'
import { type CaseColumn, readCase } from './read-case.ts'
import { court, police, type ReplayDesk, runCase } from './run-case.ts'

export interface ReplayWork {
  readonly table: Table<CaseColumn>
  readonly caller: Caller
  readonly progress: Progress
  /** How many cases are under way at once. */
  readonly atOnce: number
  /** After the order each person also leaves police custody. */
  readonly departs: boolean
}

/** Made-up people have no place in a record: throws CommandProblem unless the city is a rehearsal. */
const checkRehearsal = async (caller: Caller): Promise<void> => {
  const { rehearsal } = await caller.call(police, viewCity)
  if (!rehearsal)
    throw new CommandProblem('The replay makes people up, and this city is no rehearsal: use the embedded default.')
}

const reporter = ({ progress, table }: ReplayWork, tally: Tally) => {
  const startedAt = performance.now()
  return {
    refuse(line: number, { reason, say }: Refused): void {
      countRefused(tally, reason)
      progress.say(`line ${line}: ${say} (${reason})`)
    },
    show(): void {
      const rate = tally.loaded / ((performance.now() - startedAt) / 1000)
      progress.show(
        `${Math.floor(table.share() * 100)}% read, ${tally.loaded} cases loaded, ${rate.toFixed(0)} a second`,
      )
    },
  }
}

/** One of several workers that take rows from the same file; the reading and the keys stay in the file's order. */
const work = async (rows: AsyncIterator<TableRow<CaseColumn>>, take: (row: TableRow<CaseColumn>) => Promise<void>) => {
  for (let next = await rows.next(); !next.done; next = await rows.next()) await take(next.value)
}

/** Replays every row of the file as a case of its own. Throws CommandProblem when the server can't go on. */
export const replayCases = async (given: ReplayWork): Promise<Tally> => {
  const { table, caller, atOnce, departs } = given
  await checkRehearsal(caller)
  const desk: ReplayDesk = {
    caller,
    charges: await loadChargeTable(caller, police, dayOfReplay),
    sessions: createCourtSessions(caller, court),
    departs,
  }
  const tally = startTally()
  const report = reporter(given, tally)
  const keyOf = createCaseKeys()
  const take = async (row: TableRow<CaseColumn>): Promise<void> => {
    tally.read += 1
    report.show()
    if ('fault' in row)
      return report.refuse(row.line, { kind: 'refused', reason: row.fault, say: rowFaults[row.fault] })
    const read = readCase(row.values)
    if (isRefused(read)) return report.refuse(row.line, read)
    const outcome = await runCase(desk, read, keyOf(row.values, read))
    if (isRefused(outcome)) report.refuse(row.line, outcome)
    else countLoaded(tally, outcome.flags)
  }
  const rows = table.rows()
  await Promise.all(Array.from({ length: atOnce }, () => work(rows, take))).finally(() => rows.return(undefined))
  return tally
}
