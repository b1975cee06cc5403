import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export function passwordPath(keys: string): string {
  return join(keys, 'postgres-password')
}

/** The superuser's password; undefined when there is none. */
export function findSuperuserPassword(keys: string): string | undefined {
  const path = passwordPath(keys)
  if (!existsSync(path)) return undefined
  const password = readFileSync(path, 'utf8').trim()
  return password === '' ? undefined : password
}

/** Makes a random password (256 bits) readable by its owner only. */
export function createSuperuserPassword(keys: string): string {
  const path = passwordPath(keys)
  const password = randomBytes(32).toString('base64url')
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.new`, `${password}\n`, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
  return password
}
