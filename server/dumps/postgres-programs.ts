import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client, type ClientConfig } from 'pg'

const run = promisify(execFile)

/** The folder of PostgreSQL's own programs; undefined where this machine has none: the npm package brings the server alone. */
export const programsFolder = ((folder = process.env['PARS_TEST_POSTGRES']) =>
  folder !== undefined && existsSync(join(folder, 'pg_dump')) ? folder : undefined)()

/** One of PostgreSQL's programs as the superuser over the socket; answers what it printed. */
const program = async (name: string, admin: ClientConfig, args: readonly string[]): Promise<Buffer> => {
  const { stdout } = await run(
    join(programsFolder ?? '', name),
    ['-h', String(admin.host), '-p', String(admin.port), '-U', String(admin.user), ...args],
    {
      env: { ...process.env, PGPASSWORD: String(admin.password) },
      encoding: 'buffer',
      maxBuffer: 512 * 1024 * 1024,
    },
  )
  return stdout
}

/** What the three usual backups write, uncompressed: as SQL, as an archive, and the whole cluster with its roles. */
export const dumpEverything = async (admin: ClientConfig): Promise<Record<'plain' | 'custom' | 'cluster', Buffer>> => ({
  plain: await program('pg_dump', admin, ['-Fp', String(admin.database)]),
  custom: await program('pg_dump', admin, ['-Fc', '-Z0', String(admin.database)]),
  cluster: await program('pg_dumpall', admin, ['-l', 'postgres']),
})

export const dumpTo = async (admin: ClientConfig, file: string): Promise<void> => {
  await program('pg_dump', admin, ['-Fc', '-f', file, String(admin.database)])
}

/** Makes the database anew and restores a dump into it, every connection of an older one cut. */
export const restoreFrom = async (admin: ClientConfig, file: string): Promise<void> => {
  await dropDatabase(admin)
  await program('createdb', admin, [String(admin.database)])
  await program('pg_restore', admin, ['--exit-on-error', '-d', String(admin.database), file])
}

/** Restores a dump in the place of its database, with who may connect to it, as docs/operations says. */
export const restoreInPlace = async (admin: ClientConfig, file: string): Promise<void> => {
  await dropDatabase(admin)
  await program('pg_restore', admin, ['--exit-on-error', '--create', '-d', 'postgres', file])
}

export const dropDatabase = (admin: ClientConfig): Promise<unknown> =>
  program('dropdb', admin, ['--if-exists', '--force', String(admin.database)])

export const inDatabase = async <T>(admin: ClientConfig, use: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client(admin)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
