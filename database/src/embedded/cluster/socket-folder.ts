import { chownSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { errnoOf } from '../embedded-postgres-error.ts'
import { canWorkIn } from '../run-as.ts'
import { socketPath } from '../server/postmaster-file.ts'
import { type ClusterPlace, ownFolder } from './cluster-place.ts'

/** Bytes the kernel allows for the path of a socket: 107 on Linux, 103 on macOS. */
const longestSocketPath = 103

/**
 * An empty folder (0700) of the server's user for the socket: beside the data, or, when that path is too long for a
 * socket, a fresh one with an unguessable name under the folder for temporary files. A server that starts again after a crash gets
 * its `earlier` folder, because those who use it know no other.
 */
export function makeSocketFolder(place: ClusterPlace, port: number, earlier?: string): string {
  if (earlier !== undefined) {
    ownFolder(earlier, place.runAs)
    return earlier
  }
  const beside = join(place.root, 'run')
  if (Buffer.byteLength(socketPath(beside, port)) <= longestSocketPath) {
    rmSync(beside, { recursive: true, force: true })
    ownFolder(beside, place.runAs)
    return beside
  }
  for (const parent of [tmpdir(), '/tmp']) {
    const folder = mkdtempSync(join(parent, 'pars-'))
    if (place.runAs !== undefined) chownSync(folder, place.runAs.uid, place.runAs.gid)
    if (Buffer.byteLength(socketPath(folder, port)) <= longestSocketPath && canWorkIn(folder, place.runAs))
      return folder
    rmdirSync(folder)
  }
  throw new Error('no folder for temporary files has a path short enough for a socket')
}

/** Removes the socket of a server that has ended, and its folder if nothing else is in it. */
export function removeSocket(folder: string, port: number): void {
  if (folder === '') return
  const path = socketPath(folder, port)
  for (const file of [path, `${path}.lock`]) rmSync(file, { force: true })
  try {
    rmdirSync(folder)
  } catch (error) {
    if (errnoOf(error) !== 'ENOTEMPTY' && errnoOf(error) !== 'ENOENT') throw error
  }
}
