import type { ClientConfig } from 'pg'
import { parseIntoClientConfig } from 'pg-connection-string'
import { CommandProblem } from './command.ts'

/** The administrator's connection, from DATABASE_URL with its user. */
export const administratorConfig = (): ClientConfig => {
  const url = process.env['DATABASE_URL']
  if (!url) throw new CommandProblem('Set DATABASE_URL to the database, with the administrator as its user.')
  return parseIntoClientConfig(url)
}
