import { parseArgs } from 'node:util'
import { ProblemError } from '@pars/contract'
import { extend } from './agreement/extend.ts'
import { compare, list, show } from './agreement/look.ts'
import { propose, resolve, template } from './agreement/propose.ts'
import type { Subcommand } from './agreement/subcommand.ts'
import { ballot, keygen, registerKey } from './agreement/vote.ts'
import { createCaller } from './caller.ts'
import { type Command, CommandProblem } from './command.ts'
import { serverOptions, serverUsage, withChosenServer } from './server-options.ts'

const subcommands: Readonly<Record<string, Subcommand>> = {
  list,
  show,
  compare,
  template,
  propose,
  resolve,
  keygen,
  'register-key': registerKey,
  ballot,
  extend,
}

const usage = `Usage: pars agreement WHAT [OPTION ...]

Looks at agreements, puts terms to the vote, and casts a seat's ballot by a key file.

${Object.values(subcommands)
  .map(one => `  ${one.usage}`)
  .join('\n')}

  --as ACCOUNT        whose bearer token is used; without it the city solicitor's, or of a ballot the key's own seat's
${serverUsage}

Nothing here begins, changes or lengthens an agreement: two ballots of different seats and the partner's acceptance do.
Exit code 0 when it was done, 1 when a rule refused it, 2 when the options or the server can't be used.`

/** A rule's "no" in its own words, each field that it names on a line. */
const refusalText = ({ problem }: ProblemError): string =>
  [problem.detail, ...(problem.errors ?? []).map(({ pointer, message }) => `  ${pointer}: ${message}`)].join('\n')

const runSubcommand = async (subcommand: Subcommand, args: string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...serverOptions, ...subcommand.options },
  })
  const given = { values: values as Record<string, string | boolean | undefined>, positionals }
  if (subcommand.withoutServer) return subcommand.withoutServer(given)
  try {
    return await withChosenServer(given.values as never, server => subcommand.run(createCaller(server), given))
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    console.error(refusalText(error))
    return 1
  }
}

export const agreementCommand: Command = {
  summary: 'agreements: look, compare, propose terms, vote by key file',
  usage,
  async run([what, ...args]) {
    const subcommand = what !== undefined && Object.hasOwn(subcommands, what) ? subcommands[what] : undefined
    if (!subcommand) throw new CommandProblem(`Say what to do: pars agreement ${Object.keys(subcommands).join('|')}`)
    return runSubcommand(subcommand, args)
  },
}
