import { parseArgs } from 'node:util'
import { parsePlainDate } from '@pars/domain'
import { createCaller } from './caller.ts'
import { type Command, CommandProblem } from './command.ts'
import { createProgress } from './csv/progress.ts'
import { openTable } from './csv/read-table.ts'
import { formatTally, isAllLoaded, jsonOfTally } from './csv/tally.ts'
import { importStatutes } from './import/import-statutes.ts'
import { statuteColumns } from './import/read-statute.ts'
import { serverOptions, serverUsage, withChosenServer } from './server-options.ts'

/** The oldest docket that the court's published list was read from is of 2010. */
const defaultValidFrom = '2010-01-01'

const usage = `Usage: pars import statutes FILE.csv [--valid-from YYYY-MM-DD] [--json] [--server URL --token-file FILE]

Loads the offenses of a court file as effective-dated reference data, as court-manager, through the API.
The header names the columns statute and cpcms_description, and may name chapter_group.

An offense is its citation with its description: one citation may have several descriptions, and one description several
citations. Mojibake is repaired, spaces are folded, spaced slashes are closed, and capitals do not count, before two are
compared. A repeated row is loaded once and counted as loaded, with the flag "repeated". What is there already changes
nothing, so a second run changes nothing, and a run that was stopped is simply run again.

  --valid-from DATE   the first day on which the offenses hold; without it ${defaultValidFrom}
  --json              one object on standard output: {"read", "loaded", "flagged": {reason: rows}, "refused": {reason: rows}}
${serverUsage}

read = loaded + the sum of refused. "loaded" counts the rows that are there afterward, whichever run brought them.
Refused rows are named by line on standard error, and the rest is loaded.
Exit code 0 when every row is loaded; 1 when rows were refused; 2 when the file, the options or the server can't be used.`

export const importCommand: Command = {
  summary: 'load reference data from a CSV file: import statutes FILE.csv',
  usage,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...serverOptions,
        'valid-from': { type: 'string', default: defaultValidFrom },
        json: { type: 'boolean', default: false },
      },
    })
    const [what, path, ...rest] = positionals
    if (what !== 'statutes' || path === undefined || rest.length > 0)
      throw new CommandProblem('Name the file: pars import statutes FILE.csv')
    const validFrom = parsePlainDate(values['valid-from'])
    if (!validFrom) throw new CommandProblem('--valid-from wants a calendar date, YYYY-MM-DD.')
    const table = await openTable(path, statuteColumns)
    const progress = createProgress(process.stderr)
    const tally = await withChosenServer(values, server =>
      importStatutes({ table, caller: createCaller(server), validFrom, progress }),
    ).finally(() => progress.end())
    console.log(values.json ? jsonOfTally(tally) : formatTally(tally))
    return isAllLoaded(tally) ? 0 : 1
  },
}
