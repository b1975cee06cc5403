import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import {
  diskFull,
  EmbeddedPostgresError,
  errnoOf,
  isAboutFullDisk,
  leastFreeMegabytes,
} from '../embedded-postgres-error.ts'
import type { PostgresBinaries } from '../postgres-binaries.ts'
import { type RunAs, spawnOptions } from '../run-as.ts'
import type { ClusterPlace } from './cluster-place.ts'
import { ownFolder } from './cluster-place.ts'

export const superuser = 'postgres'

/**
 * Makes the cluster with initdb: UTF-8, order by code point, checksums, passwords by SCRAM. It is built beside its final
 * place and renamed when whole, so a kill in between leaves nothing that looks like data.
 */
export async function createCluster(place: ClusterPlace, binaries: PostgresBinaries, password: string): Promise<void> {
  if (freeMegabytes(place.root) < leastFreeMegabytes) throw diskFull(place.root)
  removeDrafts(place.root)
  const folder = join(place.root, `draft-${randomUUID()}`)
  const data = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  try {
    ownFolder(folder, place.runAs)
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    if (place.runAs !== undefined) chownSync(passwordFile, place.runAs.uid, place.runAs.gid)
    await runInitdb(place, binaries, ['-D', data, `--pwfile=${passwordFile}`])
    renameSync(data, place.data)
    flushFolder(place.root)
  } finally {
    removeDrafts(place.root)
  }
}

/** An initdb that outlived its killed PARS may still write into its draft; then the next start removes the rest. */
function removeDrafts(root: string): void {
  for (const name of readdirSync(root).filter(found => found.startsWith('draft-'))) {
    try {
      rmSync(join(root, name), { recursive: true, force: true })
    } catch (error) {
      if (errnoOf(error) !== 'ENOTEMPTY') throw error
    }
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
async function runInitdb(place: ClusterPlace, binaries: PostgresBinaries, where: string[]): Promise<void> {
  const fixed = ['-U', superuser, '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const secure = ['--data-checksums', '--auth=scram-sha-256', '--no-instructions', '--text-search-config=english']
  let said = ''
  for (const ctype of ['C.UTF-8', 'C']) {
    const args = [...fixed, '--locale=C', `--lc-ctype=${ctype}`, ...secure, ...where]
    const failure = await findFailure(binaries.initdb, args, place.runAs)
    if (failure === undefined) return
    said = failure
    if (!said.includes('invalid locale name')) break
  }
  throw explainInitdb(said, place)
}

function findFailure(program: string, args: string[], runAs: RunAs | undefined): Promise<string | undefined> {
  return new Promise(resolve => {
    execFile(program, args, spawnOptions(runAs), (error, _output, errors) => {
      resolve(error === null ? undefined : `${errors}\n${error.signal ?? ''} ${error.code ?? ''}`)
    })
  })
}

function explainInitdb(said: string, place: ClusterPlace): EmbeddedPostgresError {
  if (isAboutFullDisk(said)) return diskFull(place.root)
  if (said.includes('could not look up effective user ID')) {
    return new EmbeddedPostgresError(
      'no-user',
      `PostgreSQL needs a user with a name, and number ${process.getuid?.()} has none in /etc/passwd: start PARS as a named user.`,
    )
  }
  const reason = said.split('\n').find(line => /error|FATAL|SIG|ENOENT|EACCES|EPERM/.test(line)) ?? said.trim()
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
