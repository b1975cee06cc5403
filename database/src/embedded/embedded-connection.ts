import pg from 'pg'
import { superuser } from './create-cluster.ts'
import { createDatabaseSql, findDatabaseSql, healthSql } from './embedded.sql.ts'

/** How to reach the embedded server; `host` is the folder of its socket. Fits `new pg.Client(connection)` as it is. */
export type EmbeddedConnection = { host: string; port: number; user: string; password: string; database: string }

export const applicationDatabase = 'pars'

export function toConnection(host: string, port: number, password: string): EmbeddedConnection {
  return { host, port, user: superuser, password, database: applicationDatabase }
}

/** The same as a URL, for DATABASE_URL of a child process or for psql. It holds the password. */
export function toUrl({ host, port, user, password, database }: EmbeddedConnection): string {
  return `postgresql://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`
}

/** Undefined when the server answers and can run PL/pgSQL, else the error that says why not. */
export async function findIllness(connection: EmbeddedConnection): Promise<Error | undefined> {
  try {
    await withClient({ ...connection, database: 'postgres' }, client => client.query(healthSql))
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Creates the application's database unless an earlier start did. */
export async function ensureDatabase(connection: EmbeddedConnection): Promise<void> {
  await withClient({ ...connection, database: 'postgres' }, async client => {
    const found = await client.query(findDatabaseSql, [applicationDatabase])
    if (found.rowCount === 0) await client.query(createDatabaseSql)
  })
}

async function withClient(connection: EmbeddedConnection, use: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5000, query_timeout: 30_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await use(client)
  } finally {
    await client.end().catch(() => {})
  }
}
