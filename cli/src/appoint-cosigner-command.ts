import { parseArgs } from 'node:util'
import { appointCosigner } from '@pars/contract'
import { seats } from '@pars/domain'
import { createCaller } from './caller.ts'
import { type Command, CommandProblem } from './command.ts'
import { serverOptions, serverUsage, withChosenServer } from './server-options.ts'

export const appointCosignerCommand: Command = {
  summary: "appoint a seat's cosigner by its verifier key, as that seat's representative",
  usage: `Usage: pars appoint-cosigner SEAT VKEY [--server URL --token-file FILE]

Puts the verifier key that "pars cosigner" prints into the public log, as the cosigner of that seat (police, prosecutor or court). It takes
the place of the one before. Whose confirmation counts is said there; where each is asked, the policy file of the server says (PARS_POLICY).
The account is the seat's representative, "police-representative" for example, in the token file too.
${serverUsage}`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: serverOptions })
    const [seat, vkey] = positionals
    if (!seats.some(one => one === seat) || vkey === undefined)
      throw new CommandProblem(`Name a seat (${seats.join(', ')}) and the key that its cosigner prints.`)
    return withChosenServer(values, async server => {
      const caller = createCaller(server)
      const { name } = await caller.call(`${seat}-representative`, appointCosigner, { body: { vkey } })
      console.log(`${name} is the cosigner of the ${seat} seat.`)
      return 0
    })
  },
}
