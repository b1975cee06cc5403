import { tryExtension } from '@pars/contract'
import { parsePlainDate } from '@pars/domain'
import { CommandProblem } from '../command.ts'
import { findAgreement, neededPlace, neededText, reader } from './find.ts'
import type { Subcommand } from './subcommand.ts'

export const extend: Subcommand = {
  usage: `extend AGREEMENT --until DATE            try to extend it without a vote, as each role of the server: the database
                                           refuses, and says so; exit code 1`,
  options: { as: { type: 'string' }, until: { type: 'string' } },
  async run(caller, given) {
    const who = reader(given)
    const agreement = await findAgreement(caller, who, neededPlace(given, 0, 'an agreement'))
    const until = parsePlainDate(neededText(given, 'until'))
    if (!until) throw new CommandProblem('--until wants a calendar date, YYYY-MM-DD.')
    const { agreementId } = agreement
    const { tries, entryId } = await caller.call(who, tryExtension, { params: { agreementId }, body: { until } })
    for (const { role, what, sqlstate, said } of tries) console.log(`${role.padEnd(15)}  ${what}: ${sqlstate} ${said}`)
    console.error(
      `Nothing was extended: only two ballots and the acceptance do that. The attempt is on file as ${entryId}.`,
    )
    return 1
  },
}
