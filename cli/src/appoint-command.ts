import { parseArgs } from 'node:util'
import { hasManager, insertAccounts } from '@pars/database'
import { administratorConfig } from './administrator.ts'
import { type Command, CommandProblem } from './command.ts'

const seats = ['police', 'prosecutor', 'court'] as const
type Seat = (typeof seats)[number]
const isSeat = (text: string | undefined): text is Seat => seats.some(seat => seat === text)

export const appointCommand: Command = {
  summary: 'give a seat of production its first manager, as the administrator',
  usage: `Usage: pars appoint SEAT --issuer URL --subject ID --name NAME

Gives the seat (police, prosecutor or court) its first manager: somebody whom the identity provider knows by that issuer
and subject. From then on the seat adds its own people on the page People; this command refuses a seat that has a manager.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { issuer: { type: 'string' }, subject: { type: 'string' }, name: { type: 'string' } },
    })
    const [seat] = positionals
    const { issuer, subject, name } = values
    if (!isSeat(seat)) throw new CommandProblem(`Name a seat: ${seats.join(', ')}.`)
    if (!issuer || !subject || !name) throw new CommandProblem('Give --issuer, --subject and --name.')
    const admin = administratorConfig()
    if (await hasManager(admin, seat))
      throw new CommandProblem(`The ${seat} seat has a manager, who adds its people on the page People.`)
    const manager = { kind: 'person', party: seat, role: `${seat}-manager`, badge: null, organization: null } as const
    const added = await insertAccounts(admin, [{ ...manager, issuer, subject, displayName: name }])
    if (added.length === 0) throw new CommandProblem('This issuer and subject have an account already.')
    console.log(`${name} manages the people of the ${seat} seat.`)
    return 0
  },
}
