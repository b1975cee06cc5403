import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { partnerDoorKeyFile, readSecret, runPartnerDoor } from '@pars/server'
import { type Command, CommandProblem } from './command.ts'

const readKey = (file: string): Buffer => {
  try {
    return readSecret(file)
  } catch (error) {
    throw new CommandProblem(`The partner door has no key: ${error instanceof Error ? error.message : 'unreadable'}.`)
  }
}

export const partnerDoorCommand: Command = {
  summary: 'answer partners, in a process that holds only their credentials (pars serve starts it by itself)',
  usage: `Usage: pars partner-door [--key FILE]

Reads JSON lines from standard input: what it must know to begin, then the login role of each partner. Listens on a socket of
this machine's own user, to which the server passes what is the partners'. Runs until standard input closes.
  --key FILE   the partner door's own key; without it partner-door.key in PARS_KEYS`,
  async run(args) {
    const { values } = parseArgs({ args, options: { key: { type: 'string' } } })
    const folder = process.env['PARS_KEYS'] ?? join(process.env['PARS_HOME'] ?? '.pars', 'keys')
    // A signal to the whole group ends the parent first: this one ends when its input does.
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => process.stdin.destroy())
    await runPartnerDoor({
      input: process.stdin,
      key: readKey(values.key ?? join(folder, partnerDoorKeyFile)),
      log: line => console.error(`[partner door] ${line}`),
      print: line => console.log(line),
    })
    return 0
  },
}
