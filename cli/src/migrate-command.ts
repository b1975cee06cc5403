import { parseArgs } from 'node:util'
import { createDatabase, SchemaProblem } from '@pars/database'
import { logVkey, readKeys, readSettings } from '@pars/server'
import { administratorConfig } from './administrator.ts'
import { type Command, CommandProblem } from './command.ts'

export const migrateCommand: Command = {
  summary: 'create or upgrade the database of production, as its administrator',
  usage: `Usage: pars migrate --city NAME [--rehearsal] [--origin NAME] [--walls]

Creates the database that DATABASE_URL names, or brings it up to this version: roles, tables, walls. The first time it
records what the database is: the city, whether it is a rehearsal (never to be changed), and the log's origin.
  --city NAME      needed the first time, ignored afterward
  --rehearsal      for training and tests: a banner on every screen, and a clock that can be moved
  --origin NAME    base of the log's name where the city has one, log.example.gov/pars
  --walls          lays the walls anew even where this version changes nothing of them: after somebody changed grants,
                   policies or functions from outside, and you know who
DATABASE_URL must let in an administrator here (one who may create roles). pars serve needs none.`,
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        city: { type: 'string' },
        rehearsal: { type: 'boolean', default: false },
        origin: { type: 'string' },
        walls: { type: 'boolean', default: false },
      },
    })
    const { keys: folder } = readSettings({ ...process.env, DATABASE_URL: undefined, OIDC_ISSUER: undefined })
    const keys = readKeys(folder)
    if (!values.city) throw new CommandProblem('Name the city: pars migrate --city Philadelphia')
    try {
      const done = await createDatabase(administratorConfig(), {
        doorKey: keys.door,
        city: values.city,
        rehearsal: values.rehearsal,
        walls: values.walls,
        vkey: origin => logVkey(keys, origin),
        ...(values.origin === undefined ? {} : { originBase: values.origin }),
      })
      const what = done.created ? `Created: ${done.creation.origin}.` : `Up to date: ${done.creation.origin}.`
      console.log(
        `${what} Migrations applied: ${done.applied.length}; walls ${done.walls ? 'laid anew' : 'unchanged'}.`,
      )
      return 0
    } catch (error) {
      if (error instanceof SchemaProblem) throw new CommandProblem(error.message)
      throw error
    }
  },
}
