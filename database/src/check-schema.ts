import { Client, type ClientConfig } from 'pg'
import { type AppliedFile, hasMigrationTable, listMigrations, listWalls } from './migrate.sql.ts'
import { readSchemaFiles, type SchemaFiles } from './schema-files.ts'

/** How a database's schema compares with this version of PARS. `sentence` is for people. */
export type SchemaState =
  | { kind: 'empty'; sentence: string }
  | { kind: 'up-to-date'; sentence: string }
  | { kind: 'older'; missing: string[]; sentence: string }
  | { kind: 'newer'; unknown: string[]; sentence: string }
  | { kind: 'changed'; changed: string[]; sentence: string }

/** Thrown by `migrate` when it must not go on; the message is one sentence for people. */
export class SchemaProblem extends Error {
  readonly state: SchemaState
  constructor(state: SchemaState) {
    super(state.sentence)
    this.name = 'SchemaProblem'
    this.state = state
  }
}

/** Compares names and hashes; pure. */
export const compareSchema = (files: SchemaFiles, applied: AppliedFile[], walls: AppliedFile[]): SchemaState => {
  const known = new Map(files.migrations.map(file => [file.name, file.hash]))
  const unknown = applied.filter(file => !known.has(file.name)).map(file => file.name)
  if (unknown.length > 0) {
    const sentence = `The database was written by a newer version of PARS (${unknown.join(', ')}): start that version.`
    return { kind: 'newer', unknown, sentence }
  }
  const changed = applied.filter(file => known.get(file.name) !== file.hash).map(file => file.name)
  if (changed.length > 0) {
    const sentence = `The database was made with another text of ${changed.join(', ')}: use the version of PARS that made it, or an empty database.`
    return { kind: 'changed', changed, sentence }
  }
  const present = new Set(applied.map(file => file.name))
  const missing = files.migrations.filter(file => !present.has(file.name)).map(file => file.name)
  const laid = new Map(walls.map(file => [file.name, file.hash]))
  const sameWalls = laid.size === files.walls.length && files.walls.every(file => laid.get(file.name) === file.hash)
  if (missing.length === 0 && sameWalls) return { kind: 'up-to-date', sentence: 'The database is up to date.' }
  const what = missing.length > 0 ? missing.join(', ') : 'its walls differ'
  return { kind: 'older', missing, sentence: `The database is older than this version of PARS (${what}): migrate it.` }
}

/** Reads the state of a database as the administrator or as any door. Throws when it cannot connect. */
export const checkSchema = async (config: ClientConfig): Promise<SchemaState> => {
  const client = new Client(config)
  await client.connect()
  try {
    if (!(await hasMigrationTable(client))) return { kind: 'empty', sentence: 'The database is empty: migrate it.' }
    return compareSchema(await readSchemaFiles(), await listMigrations(client), await listWalls(client))
  } finally {
    await client.end()
  }
}
