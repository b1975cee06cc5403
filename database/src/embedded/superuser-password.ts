import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClusterPlace } from './cluster/cluster-place.ts'
import { diskFull, EmbeddedPostgresError, errnoOf } from './embedded-postgres-error.ts'
import { makeFolder } from './make-folder.ts'

function passwordPath(keys: string): string {
  return join(keys, 'postgres-password')
}

/** The superuser's password; undefined when there is none. */
export function findSuperuserPassword(keys: string): string | undefined {
  const path = passwordPath(keys)
  if (!existsSync(path)) return undefined
  const password = readFileSync(path, 'utf8').trim()
  return password === '' ? undefined : password
}

/** The superuser's password of data that exists, or a fault: without it nobody gets in. */
export function getSuperuserPassword(keys: string, place: ClusterPlace): string {
  const password = findSuperuserPassword(keys)
  if (password !== undefined) return password
  throw new EmbeddedPostgresError(
    'password-missing',
    `The database in ${place.data} has a password and ${passwordPath(keys)} is missing: put that file back, or delete ${place.root} to begin with empty data.`,
  )
}

/** Explains what a first connection met: a password that is not that of the data, or a full disk. */
export function explainSqlError(error: unknown, place: ClusterPlace, keys: string): unknown {
  const sqlState = errnoOf(error)
  if (sqlState === '53100') return diskFull(place.root, error)
  if (sqlState !== '28P01') return error
  return new EmbeddedPostgresError(
    'password-missing',
    `The password in ${passwordPath(keys)} is not that of ${place.data}: put the right file back, or delete ${place.root} to begin with empty data.`,
    error,
  )
}

/** Makes a random password (256 bits) readable by its owner only. */
export function createSuperuserPassword(keys: string): string {
  const path = passwordPath(keys)
  const password = randomBytes(32).toString('base64url')
  makeFolder(keys, 0o700)
  writeFileSync(`${path}.new`, `${password}\n`, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
  return password
}
