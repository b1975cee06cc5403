import { createHash, randomUUID } from 'node:crypto'
import { linkSync, readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { EmbeddedPostgresError, errnoOf } from './embedded-postgres-error.ts'
import { findProcessStart } from './server/process-identity.ts'

/** The right to run PARS on one home folder, held by one process. */
export type HomeLock = { release(): void }

type Holder = { pid: number; processStart: string; nonce: string }

/**
 * Takes the lock file of `home` or refuses with the pid of who holds it.
 * A lock whose process is gone, or whose pid now belongs to another process, is taken over.
 */
export function acquireHomeLock(home: string): HomeLock {
  const path = join(home, 'pars.lock')
  const mine: Holder = {
    pid: process.pid,
    processStart: findProcessStart(process.pid) ?? 'unknown',
    nonce: randomUUID(),
  }
  const text = `${JSON.stringify(mine)}\n`
  const draft = `${path}.${mine.nonce}`
  writeFileSync(draft, text, { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < 50; attempt++) {
      if (linkIfFree(draft, path)) {
        removeLeftovers(home)
        return { release: () => removeIf(path, text) }
      }
      const found = readText(path)
      if (found === undefined) continue
      if (isHeld(found)) throw alreadyRunning(home, path, found)
      if (succeed(path, draft, found)) {
        removeLeftovers(home)
        return { release: () => removeIf(path, text) }
      }
    }
    throw alreadyRunning(home, path, readText(path) ?? '')
  } finally {
    unlinkIfThere(draft)
  }
}

/** The living process that holds a home, if one that can be seen from here does. */
export function findHomeHolder(home: string): { pid: number; processStart: string } | undefined {
  const holder = parseHolder(readText(join(home, 'pars.lock')) ?? '')
  const isTheSame = holder !== undefined && findProcessStart(holder.pid) === holder.processStart
  return isTheSame && holder.processStart !== 'unknown' ? holder : undefined
}

/** A link appears whole or not at all, so nobody ever reads half a lock. */
function linkIfFree(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false
    throw error
  }
}

/** The right to replace a lock. Its name follows from what the lock says, so that of all who find it stale one can take it. */
function successionOf(path: string, lock: string): string {
  return `${path}.after-${createHash('sha256').update(lock).digest('hex').slice(0, 32)}`
}

/**
 * Puts the draft in the place of a stale lock; false when it is there no longer, and one has to look again. Two starts may find the same
 * stale lock: to move it away and then link one's own would let a third in between. A start that died with the right in its hand
 * has a successor too, by the same rule.
 */
function succeed(path: string, draft: string, stale: string): boolean {
  let right = successionOf(path, stale)
  while (!linkIfFree(draft, right)) {
    const other = readText(right)
    if (other === undefined) return false
    if (isHeld(other)) throw alreadyRunning(dirname(path), path, other)
    right = successionOf(path, other)
  }
  // Nobody else may replace it now. Who did before has put its own there, and left the right.
  const isThere = readText(path) === stale
  if (isThere) renameSync(draft, path)
  unlinkIfThere(right)
  return isThere
}

/** Drafts of starts that were killed at this very point; one that is still being written is empty. */
function removeLeftovers(home: string): void {
  for (const name of readdirSync(home).filter(found => found.startsWith('pars.lock.'))) {
    const text = readText(join(home, name))
    if (text !== undefined && text !== '' && !isHeld(text)) unlinkIfThere(join(home, name))
  }
}

function isHeld(text: string): boolean {
  const holder = parseHolder(text)
  if (holder === undefined) return false
  const now = findProcessStart(holder.pid)
  if (now === undefined) return false
  return now === 'unknown' || holder.processStart === 'unknown' || now === holder.processStart
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return undefined
    const { pid, processStart, nonce } = value as Partial<Record<keyof Holder, unknown>>
    if (typeof pid !== 'number' || typeof processStart !== 'string' || typeof nonce !== 'string') return undefined
    return { pid, processStart, nonce }
  } catch {
    return undefined
  }
}

function alreadyRunning(home: string, path: string, text: string): EmbeddedPostgresError {
  const pid = parseHolder(text)?.pid ?? 'unknown'
  return new EmbeddedPostgresError(
    'already-running',
    `Another PARS is running on ${home} (process ${pid}, lock file ${path}): stop it, or name another folder in PARS_HOME.`,
  )
}

function removeIf(path: string, text: string): void {
  if (readText(path) === text) unlinkIfThere(path)
}

function unlinkIfThere(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined
    throw error
  }
}
