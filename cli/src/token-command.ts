import type { Command } from './command.ts'
import { CommandProblem } from './command.ts'
import { withServer } from './with-server.ts'

export const tokenCommand: Command = {
  summary: 'print a bearer token of a demo account (embedded default only)',
  usage: `Usage: pars token ACCOUNT

Prints a bearer token with which a program acts as that demo account, for example

  curl -H "Authorization: Bearer $(npx pars token booking-officer)" http://localhost:7277/api/me

It ends after 30 minutes without use, and after 12 hours. Works beside a running server and without one.
In production there are no demo accounts and no such tokens.`,
  async run([account, ...rest]) {
    if (account === undefined || rest.length > 0)
      throw new CommandProblem('Name one account: pars token booking-officer')
    console.log(await withServer(server => server.tokenOf(account)))
    return 0
  },
}
