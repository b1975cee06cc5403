import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

export interface SchemaFile {
  /** File name, `0002-journal.sql`. */
  name: string
  sql: string
  /** SHA-256 of the file's bytes, hexadecimal. */
  hash: string
}

export interface SchemaFiles {
  /** Up only, applied once each, in order of their names. */
  migrations: SchemaFile[]
  /** Idempotent, applied again together when any of them changed. */
  walls: SchemaFile[]
  /** Cluster-wide roles, run by the administrator at every migration. */
  roles: SchemaFile
}

const readSchemaFile = async (folder: URL, name: string): Promise<SchemaFile> => {
  const bytes = await readFile(new URL(name, folder))
  return { name, sql: bytes.toString('utf8'), hash: createHash('sha256').update(bytes).digest('hex') }
}

const readFolder = async (folder: URL): Promise<SchemaFile[]> => {
  const names = (await readdir(folder)).filter(name => /^\d.*\.sql$/.test(name)).sort()
  return Promise.all(names.map(name => readSchemaFile(folder, name)))
}

/** The migrations and walls that belong to this version of PARS. */
export const readSchemaFiles = async (): Promise<SchemaFiles> => {
  const walls = new URL('../walls/', import.meta.url)
  const [migrations, wallFiles, roles] = await Promise.all([
    readFolder(new URL('../migrations/', import.meta.url)),
    readFolder(walls),
    readSchemaFile(walls, 'roles.sql'),
  ])
  return { migrations, walls: wallFiles, roles }
}
