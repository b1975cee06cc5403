import { Client, type ClientConfig } from 'pg'
import { compareSchema, SchemaProblem } from './check-schema.ts'
import { doors } from './doors.ts'
import { ensureRoles } from './ensure-roles.ts'
import { enterWalls } from './enter-walls.ts'
import {
  type AppliedFile,
  beginAsOwner,
  guardDatabase,
  hasMigrationTable,
  listMigrations,
  listWalls,
  lockMigration,
  recordMigration,
  recordWalls,
  revokeFromEverybody,
} from './migrate.sql.ts'
import { readSchemaFiles, type SchemaFile, type SchemaFiles } from './schema-files.ts'

export interface Migrated {
  /** Names of the migrations applied by this call, in order. */
  applied: string[]
  /** Whether the walls were laid anew. */
  walls: boolean
}

const inOwnersTransaction = async (client: Client, body: () => Promise<void>) => {
  await beginAsOwner(client)
  try {
    await body()
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw fault
  }
}

const applyMigration = (client: Client, file: SchemaFile) =>
  inOwnersTransaction(client, async () => {
    await client.query(file.sql)
    await recordMigration(client, file)
  })

const layWalls = (client: Client, walls: SchemaFile[]) =>
  inOwnersTransaction(client, async () => {
    for (const file of walls) await client.query(file.sql)
    await recordWalls(client, walls)
    await enterWalls(client)
  })

const applySchema = async (client: Client, files: SchemaFiles, layAnew: boolean): Promise<Migrated> => {
  const exists = await hasMigrationTable(client)
  const before: AppliedFile[] = exists ? await listMigrations(client) : []
  const laid: AppliedFile[] = exists ? await listWalls(client) : []
  const state = compareSchema(files, before, laid)
  if (state.kind === 'newer' || state.kind === 'changed') throw new SchemaProblem(state)
  if (state.kind === 'up-to-date' && !layAnew) return { applied: [], walls: false }
  const present = new Set(before.map(file => file.name))
  const applied: string[] = []
  for (const file of files.migrations) {
    if (present.has(file.name)) continue
    await applyMigration(client, file)
    applied.push(file.name)
  }
  await layWalls(client, files.walls)
  return { applied, walls: true }
}

/**
 * Brings an existing database up to this version: roles, migrations (one transaction each), walls (one transaction).
 * `admin` connects to that database as a superuser, or as a role that may create roles and owns the database.
 * `walls` lays the walls anew even where nothing of them is newer: what somebody granted from outside is gone then.
 * Throws SchemaProblem when the database is newer, or was made with another text of a migration.
 */
export const migrate = async (
  admin: ClientConfig,
  options: { doorKey: Uint8Array; walls?: boolean },
): Promise<Migrated> => {
  const files = await readSchemaFiles()
  const client = new Client(admin)
  await client.connect()
  try {
    await lockMigration(client)
    await ensureRoles(client, files.roles, options.doorKey)
    await guardDatabase(client, doors)
    await client.query(revokeFromEverybody)
    return await applySchema(client, files, options.walls ?? false)
  } finally {
    await client.end()
  }
}
