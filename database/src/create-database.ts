import { randomUUID } from 'node:crypto'
import { Client, type ClientConfig } from 'pg'
import {
  type CreationRow,
  createDatabase as create,
  findCreation,
  findDatabase,
  insertCreation,
  insertFirstClock,
} from './create-database.sql.ts'
import { beginAsOwner, lockMigration } from './migrate.sql.ts'
import { type Migrated, migrate } from './migrate.ts'
import { insertFirstEntry } from './seed/insert-first-entry.ts'
import { insertReferenceRows } from './seed/insert-reference-rows.ts'

/** What a database is, said once and for ever. */
export interface Creation {
  creationId: string
  city: string
  rehearsal: boolean
  /** Name of its log, `philadelphia.pars/rehearsal/<creation id>`. */
  origin: string
}

export interface CreateDatabaseOptions {
  /** Key from which the doors' passwords are derived; servers of one database share it. */
  doorKey: Uint8Array
  /** City in plain words, `Philadelphia`. */
  city: string
  /** Only a rehearsal's clock can be shifted. */
  rehearsal: boolean
  /** The log's verifier key, one line (`name+hash+base64`), for the first entry; called with the origin. */
  vkey: (origin: string) => string
  /** Base of the log's origin where the city has a name of its own, `log.example.gov/pars`. */
  originBase?: string
  /** First instant of a rehearsal's clock; the present when absent. ISO 8601. */
  startsAt?: string
  /** Lays the walls anew even where nothing of them is newer. */
  walls?: boolean
}

export interface CreatedDatabase extends Migrated {
  creation: Creation
  /** False when the database had been created before and this call only brought it up to date. */
  created: boolean
}

const slug = (city: string): string =>
  city
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

const makeCreation = (options: CreateDatabaseOptions): Creation => {
  const creationId = randomUUID()
  const base = options.originBase ?? `${slug(options.city)}.pars`
  const kind = options.rehearsal ? 'rehearsal' : 'record'
  const origin = `${base}/${kind}/${creationId.replaceAll('-', '')}`
  return { creationId, city: options.city, rehearsal: options.rehearsal, origin }
}

const presentCreation = (row: CreationRow): Creation => ({
  creationId: row.creation_id,
  city: row.city,
  rehearsal: row.rehearsal,
  origin: row.origin,
})

const recordCreation = async (client: Client, options: CreateDatabaseOptions): Promise<Creation> => {
  const creation = makeCreation(options)
  await beginAsOwner(client)
  try {
    const { creationId, city, rehearsal, origin } = creation
    await insertCreation(client, { creation_id: creationId, city, rehearsal, origin })
    if (options.startsAt !== undefined) await insertFirstClock(client, options.startsAt)
    await insertFirstEntry(client, creation, options.vkey(origin))
    await insertReferenceRows(client)
    await client.query('commit')
    return creation
  } catch (fault) {
    await client.query('rollback')
    throw fault
  }
}

const withClient = async <T>(config: ClientConfig, use: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client(config)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** Creates the empty database unless it is there. `admin.database` is its name; the server's `postgres` database is used to ask. */
const ensureDatabase = (admin: ClientConfig) =>
  withClient({ ...admin, database: 'postgres' }, async client => {
    await lockMigration(client)
    const name = admin.database ?? 'pars'
    if (!(await findDatabase(client, name))) await create(client, name)
  })

/**
 * Makes a database what PARS needs: creates it if missing, migrates it, and on the first call records its creation (row, first
 * entry, reference rows). Calling it again only migrates; the options of the first call stand.
 * Throws SchemaProblem as `migrate` does, RangeError when a start is given outside a rehearsal.
 */
export const createDatabase = async (admin: ClientConfig, options: CreateDatabaseOptions): Promise<CreatedDatabase> => {
  if (options.startsAt !== undefined && !options.rehearsal)
    throw new RangeError('only a rehearsal may start at another time')
  await ensureDatabase(admin)
  const migrated = await migrate(admin, options)
  return withClient(admin, async client => {
    await lockMigration(client)
    const found = await findCreation(client)
    if (found !== undefined) return { ...migrated, creation: presentCreation(found), created: false }
    return { ...migrated, creation: await recordCreation(client, options), created: true }
  })
}
