import type { DatabaseAddress } from '@pars/database'
import { parse } from 'pg-connection-string'
import { SettingsProblem } from './settings.ts'

/** Where a database URL points, without who it lets in. Throws SettingsProblem. */
export const addressOf = (databaseUrl: string): DatabaseAddress => {
  try {
    const { host, port, database, ssl } = parse(databaseUrl)
    if (!database) throw new Error('it names no database')
    return {
      host: host ?? 'localhost',
      port: Number(port ?? 5432),
      database,
      ...(ssl === undefined ? {} : { ssl: ssl as DatabaseAddress['ssl'] }),
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unreadable'
    throw new SettingsProblem(`DATABASE_URL cannot be read (${why}): write it as postgresql://host:5432/database.`)
  }
}
