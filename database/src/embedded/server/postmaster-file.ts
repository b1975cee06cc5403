import { readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { errnoOf } from '../embedded-postgres-error.ts'

/** What a running PostgreSQL writes into postmaster.pid. */
export type PostmasterFile = {
  pid: number
  port: number
  socketFolder: string
  listenAddress: string
  status: 'starting' | 'stopping' | 'ready' | 'standby' | ''
}

/** Reads postmaster.pid of a data folder; undefined when there is none. Fields not yet written are empty. */
export function findPostmasterFile(dataFolder: string): PostmasterFile | undefined {
  const lines = findText(join(dataFolder, 'postmaster.pid'))?.split('\n')
  if (lines === undefined) return undefined
  const status = lines[7]?.trim() ?? ''
  return {
    pid: Math.abs(Number.parseInt(lines[0] ?? '', 10)) || 0,
    port: Number.parseInt(lines[3] ?? '', 10) || 0,
    socketFolder: lines[4]?.trim() ?? '',
    listenAddress: lines[5]?.trim() ?? '',
    status: isStatus(status) ? status : '',
  }
}

/** The server may delete the file at any moment. */
function findText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return undefined
    throw error
  }
}

function isStatus(text: string): text is PostmasterFile['status'] {
  return ['starting', 'stopping', 'ready', 'standby', ''].includes(text)
}

/**
 * Makes a stale postmaster.pid harmless when its pid now belongs to some other process. The file is not deleted:
 * its shared-memory line is how PostgreSQL notices backends that outlived their postmaster. PostgreSQL takes
 * its own parent's pid for stale, and this process will be the parent. Nothing to do where the server's last act took it away.
 */
export function disownPostmasterFile(dataFolder: string): void {
  const path = join(dataFolder, 'postmaster.pid')
  const text = findText(path)
  if (text === undefined) return
  const [, ...rest] = text.split('\n')
  writeFileSync(path, [String(process.pid), ...rest].join('\n'))
}

/** Path of the socket file that PostgreSQL makes in `folder`. */
export function socketPath(folder: string, port: number): string {
  return join(folder, `.s.PGSQL.${port}`)
}

/** True when somebody accepts connections on that socket file, even from a container whose processes we cannot see. */
export function isSocketAnswering(path: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ path })
    const answer = (value: boolean) => {
      socket.destroy()
      resolve(value)
    }
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
  })
}
