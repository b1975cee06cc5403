import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { EmbeddedPostgresError, explainFileError } from '../embedded-postgres-error.ts'
import { makeFolder } from '../make-folder.ts'
import { canWorkIn, chooseRunAs, type RunAs } from '../run-as.ts'
import { findPostmasterFile } from '../server/postmaster-file.ts'
import { stopPostgres } from '../server/stop-postgres.ts'

/** Where the cluster of one home lies. `root` (0700) belongs to the server's user and holds `data` and, if short enough, the socket. */
export type ClusterPlace = { root: string; data: string; runAs: RunAs | undefined; relocated: boolean }

type Pointer = { folder: string; clusterId: string; home: string; why: string }

type Wanted = { home: string; shared: string; log: (line: string) => void }

const pointerName = 'postgresql.json'

/** The place this home already uses, without creating anything; undefined when it has none. */
export function findClusterPlace(home: string): ClusterPlace | undefined {
  const pointer = readPointer(join(home, pointerName))
  const root = pointer?.folder ?? join(home, 'postgresql')
  const data = join(root, 'data')
  if (!existsSync(data)) return undefined
  return { root, data, runAs: chooseRunAs(undefined, statSync(data).uid), relocated: pointer !== undefined }
}

/**
 * Finds or makes the place for this home's cluster: in the home itself, or, when PARS runs as root and the server's user
 * cannot get there, in the shared folder, with a pointer file in the home that says where and why.
 */
export async function placeCluster(wanted: Wanted): Promise<ClusterPlace> {
  const pointer = readPointer(join(wanted.home, pointerName))
  if (pointer !== undefined) return followPointer(wanted, pointer)
  const inside = join(wanted.home, 'postgresql')
  const existing = findClusterPlace(wanted.home)
  if (existing !== undefined) {
    if (canWorkIn(existing.data, existing.runAs)) return existing
    throw notReachable(existing.data, existing.runAs)
  }
  const runAs = chooseRunAs()
  ownFolder(inside, runAs)
  if (canWorkIn(inside, runAs)) return { root: inside, data: join(inside, 'data'), runAs, relocated: false }
  rmSync(inside, { recursive: true })
  return relocate(wanted, runAs).catch(error => {
    throw explainFileError(error, wanted.shared)
  })
}

function notReachable(folder: string, runAs: RunAs | undefined): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'folder-not-reachable',
    `PostgreSQL cannot reach ${folder} as the user ${runAs?.name ?? 'who runs PARS'}: ` +
      'let that user pass through every folder above it (chmod o+x), or name another folder in PARS_HOME.',
  )
}

async function relocate({ home, shared, log }: Wanted, runAs: RunAs | undefined): Promise<ClusterPlace> {
  const folder = join(shared, createHash('sha256').update(home).digest('hex').slice(0, 16))
  makeFolder(shared, 0o755)
  if (existsSync(folder)) await setAside(folder, { home, shared, log })
  ownFolder(folder, runAs)
  if (!canWorkIn(folder, runAs)) throw notReachable(folder, runAs)
  const name = runAs?.name ?? 'of PARS'
  const pointer: Pointer = {
    folder,
    clusterId: randomUUID(),
    home,
    why: `PARS runs as root, PostgreSQL as the user ${name}, who cannot pass through the folders above ${home}.`,
  }
  writeFileSync(join(folder, 'home.json'), toText(pointer), { mode: 0o600 })
  writeFileSync(join(home, pointerName), toText(pointer), { mode: 0o600 })
  log(`the database lies in ${folder}: ${pointer.why}`)
  return { root: folder, data: join(folder, 'data'), runAs, relocated: true }
}

/** The home was deleted and begun anew: its old data is neither reused (its keys are gone) nor destroyed. */
async function setAside(folder: string, { home, log }: Wanted): Promise<void> {
  const data = join(folder, 'data')
  const runAs = chooseRunAs(undefined, statSync(folder).uid)
  await stopPostgres(findPostmasterFile(data)?.pid ?? 0, { data, runAs }, log)
  const aside = `${folder}.left-${new Date().toISOString().replace(/[:.]/g, '-')}`
  renameSync(folder, aside)
  log(`found data of an earlier ${home} in ${folder}; moved it to ${aside}, delete it when you do not need it`)
}

function followPointer({ home }: Wanted, pointer: Pointer): ClusterPlace {
  const { folder } = pointer
  const stored = readPointer(join(folder, 'home.json'))
  if (stored?.clusterId !== pointer.clusterId) {
    throw new EmbeddedPostgresError(
      'data-missing',
      `The database of ${home} lay in ${folder} and is no longer there: put it back, or delete ${join(home, pointerName)} to begin with empty data.`,
    )
  }
  if (stored.home !== home) adoptMovedHome(home, pointer, stored.home)
  const owner = statSync(folder).uid
  return { root: folder, data: join(folder, 'data'), runAs: chooseRunAs(undefined, owner), relocated: true }
}

function adoptMovedHome(home: string, pointer: Pointer, formerHome: string): void {
  if (readPointer(join(formerHome, pointerName))?.clusterId === pointer.clusterId) {
    throw new EmbeddedPostgresError(
      'copied-folder',
      `${home} is a copy of ${formerHome} and has no data of its own: use ${formerHome}, or delete ${join(home, pointerName)} to begin with empty data.`,
    )
  }
  const moved = toText({ ...pointer, home })
  writeFileSync(join(pointer.folder, 'home.json'), moved, { mode: 0o600 })
  writeFileSync(join(home, pointerName), moved, { mode: 0o600 })
}

/** Makes `folder` if need be, and makes it its user's alone. */
export function ownFolder(folder: string, runAs: RunAs | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!lstatSync(folder).isDirectory()) throw new Error(`${folder} is a link, not a folder`)
  if (runAs !== undefined) chownSync(folder, runAs.uid, runAs.gid)
  chmodSync(folder, 0o700)
}

function toText(pointer: Pointer): string {
  return `${JSON.stringify(pointer, undefined, 2)}\n`
}

function readPointer(path: string): Pointer | undefined {
  if (!existsSync(path)) return undefined
  const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<Pointer>
  const { folder, clusterId, home, why } = value
  if (folder === undefined || clusterId === undefined || home === undefined || why === undefined) return undefined
  return { folder, clusterId, home, why }
}
