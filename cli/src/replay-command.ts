import { parseArgs } from 'node:util'
import { createCaller } from './caller.ts'
import { type Command, CommandProblem } from './command.ts'
import { createProgress } from './csv/progress.ts'
import { openTable } from './csv/read-table.ts'
import { formatTally, isAllLoaded, jsonOfTally } from './csv/tally.ts'
import { caseColumns } from './replay/read-case.ts'
import { replayCases } from './replay/replay-cases.ts'
import { serverOptions, serverUsage, withChosenServer } from './server-options.ts'

const casesAtOnce = 12

const usage = `Usage: pars replay FILE.csv [--depart] [--json] [--server URL --token-file FILE]

Takes each case of a de-identified file the whole way through the API of a rehearsal, each act by whose it is: the arrest
reported (intake-system), taken, charged and complained of (charging-attorney), filed and listed (court-system), arraigned
and bail ordered (magistrate). The header names the columns
  ${caseColumns.wanted.join(', ')}

What the file says stays: charge, ages, kind of counsel, bail, weekday and hour. The rest is made up, and says so. The source
is of June and July 2020, so each case is entered late, in one of eight weeks of that summer, on its weekday and in its hour;
cases of one person at one weekday and hour are one evening. A person with a number such as P0001 is one person in every case.
A charge is looked up in the statute table by its words: run "pars import statutes" first. One that the table lacks is cited as
the courts do, 0 § 0 §§ 0, and flagged.

Each row is a case of its own, equal rows too. A case is known by what its row says and by the how-manieth such row it is, so a
file that was sorted anew or extended finds the cases of before. What is there changes nothing: a second run changes nothing,
and a run that was stopped or killed is simply run again, with the same accounts.

  --depart            then also let each person leave police custody, released or committed as the order says (release-desk,
                      release-desk-2), dated when it is entered. Without it all stay on the board, waiting for that.
  --json              one object on standard output: {"read", "loaded", "flagged": {reason: rows}, "refused": {reason: rows}}
${serverUsage}

read = loaded + the sum of refused. "loaded" counts the rows whose case is there afterward with its order, whichever run brought
it. Refused rows are named by line on standard error, and the rest is loaded.
Exit code 0 when every row is loaded; 1 when rows were refused; 2 when the file, the options or the server can't be used.`

export const replayCommand: Command = {
  summary: 'take a de-identified file of real cases from arrest to bail order (rehearsal only)',
  usage,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...serverOptions,
        depart: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    const [path, ...rest] = positionals
    if (path === undefined || rest.length > 0) throw new CommandProblem('Name the file: pars replay FILE.csv')
    const table = await openTable(path, caseColumns)
    const progress = createProgress(process.stderr)
    const tally = await withChosenServer(values, server =>
      replayCases({ table, caller: createCaller(server), progress, atOnce: casesAtOnce, departs: values.depart }),
    ).finally(() => progress.end())
    console.log(values.json ? jsonOfTally(tally) : formatTally(tally))
    return isAllLoaded(tally) ? 0 : 1
  },
}
