import pg from 'pg'
import { superuser } from './cluster/create-cluster.ts'
import { createDatabaseSql, findDatabaseSql, healthSql, versionSql } from './embedded.sql.ts'

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

/** Undefined when the server answers, is of that version (if one is given) and can run PL/pgSQL; else why not. */
export async function findIllness(connection: EmbeddedConnection, version?: string): Promise<string | undefined> {
  try {
    return await withClient(connection, async client => {
      await client.query(healthSql)
      const shown = await client.query<{ server_version: string }>(versionSql)
      const running = shown.rows[0]?.server_version
      return version === undefined || running === version ? undefined : `it is PostgreSQL ${running}, not ${version}`
    })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Creates the application's database unless an earlier start did. */
export async function ensureDatabase(connection: EmbeddedConnection): Promise<void> {
  await withClient(connection, async client => {
    const found = await client.query(findDatabaseSql, [applicationDatabase])
    if (found.rowCount === 0) await client.query(createDatabaseSql)
  })
}

async function withClient<T>(connection: EmbeddedConnection, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const limits = { connectionTimeoutMillis: 5000, query_timeout: 30_000 }
  const client = new pg.Client({ ...connection, ...limits, database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    return await use(client)
  } finally {
    await client.end().catch(() => {})
  }
}
