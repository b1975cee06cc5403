import { spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { diskFull, EmbeddedPostgresError, isAboutFullDisk, leastFreeMegabytes } from '../embedded-postgres-error.ts'
import type { PostgresBinaries } from '../postgres-binaries.ts'
import { spawnOptions } from '../run-as.ts'
import type { ClusterPlace } from './cluster-place.ts'
import { ownFolder } from './cluster-place.ts'

export const superuser = 'postgres'

/**
 * Makes the cluster with initdb: UTF-8, order by code point, checksums, passwords by SCRAM. It is built beside its final
 * place and renamed when whole, so a kill in between leaves nothing that looks like data.
 */
export function createCluster(place: ClusterPlace, binaries: PostgresBinaries, password: string): void {
  if (freeMegabytes(place.root) < leastFreeMegabytes) throw diskFull(place.root)
  const draft = join(place.root, 'data.new')
  const passwordFile = join(place.root, 'initdb-password')
  rmSync(draft, { recursive: true, force: true })
  ownFolder(draft, place.runAs)
  try {
    rmSync(passwordFile, { force: true })
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' })
    if (place.runAs !== undefined) chownSync(passwordFile, place.runAs.uid, place.runAs.gid)
    runInitdb(place, binaries, ['-D', draft, `--pwfile=${passwordFile}`])
    renameSync(draft, place.data)
    flushFolder(place.root)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

function freeMegabytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return (bavail * bsize) / 2 ** 20
}

/** Makes a rename in `folder` survive a power cut. */
function flushFolder(folder: string): void {
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/**
 * `--lc-ctype` matters beside the builtin provider: extensions such as pg_trgm still ask the C library what a letter is,
 * and under plain "C" they drop every letter outside ASCII. Where the library has no C.UTF-8, "C" must do.
 */
function runInitdb(place: ClusterPlace, binaries: PostgresBinaries, where: string[]): void {
  const fixed = ['-U', superuser, '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const secure = ['--data-checksums', '--auth=scram-sha-256', '--no-instructions', '--text-search-config=english']
  let said = ''
  for (const ctype of ['C.UTF-8', 'C']) {
    const args = [...fixed, '--locale=C', `--lc-ctype=${ctype}`, ...secure, ...where]
    const ran = spawnSync(binaries.initdb, args, { ...spawnOptions(place.runAs), encoding: 'utf8' })
    if (ran.status === 0) return
    said = `${ran.error?.message ?? ''}${ran.stderr}`
    if (!said.includes('invalid locale name')) break
  }
  throw explainInitdb(said, place)
}

function explainInitdb(said: string, place: ClusterPlace): EmbeddedPostgresError {
  if (isAboutFullDisk(said)) return diskFull(place.root)
  if (said.includes('could not look up effective user ID')) {
    return new EmbeddedPostgresError(
      'no-user',
      `PostgreSQL needs a user with a name, and number ${process.getuid?.()} has none in /etc/passwd: start PARS as a named user.`,
    )
  }
  const reason = said.split('\n').find(line => /error|FATAL|ENOENT|EACCES|EPERM/.test(line)) ?? said.trim()
  return new EmbeddedPostgresError(
    'did-not-start',
    `PostgreSQL could not create its data folder ${place.data} (${reason.trim()}): remove the cause and start again.`,
  )
}

/** Refuses data that another major version of PostgreSQL wrote. */
export function checkMajorVersion(dataFolder: string, binaries: PostgresBinaries): void {
  const path = join(dataFolder, 'PG_VERSION')
  const found = existsSync(path) ? readFileSync(path, 'utf8').trim() : 'unknown'
  if (found === binaries.major) return
  throw new EmbeddedPostgresError(
    'other-major-version',
    `${dataFolder} was written by PostgreSQL ${found} and this PARS brings ${binaries.major}: ` +
      `start it with the PARS that made it and move the data over, or name another folder in PARS_HOME.`,
  )
}
