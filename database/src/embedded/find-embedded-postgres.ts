import { existsSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findClusterPlace } from './cluster-place.ts'
import { type EmbeddedConnection, findIllness, toConnection } from './embedded-connection.ts'
import { findPostmasterFile } from './postmaster-file.ts'
import { isPostmasterOf } from './process-identity.ts'
import { findSuperuserPassword } from './superuser-password.ts'

/** The running server of a home folder, for a command that works beside the PARS that started it. Changes nothing. */
export async function findEmbeddedPostgres(
  options: { home?: string; keys?: string } = {},
): Promise<EmbeddedConnection | undefined> {
  const wanted = resolve(options.home ?? process.env['PARS_HOME'] ?? '.pars')
  if (!existsSync(wanted)) return undefined
  const home = realpathSync(wanted)
  const data = findClusterPlace(home)?.data
  const password = findSuperuserPassword(resolve(options.keys ?? process.env['PARS_KEYS'] ?? join(home, 'keys')))
  const file = data === undefined ? undefined : findPostmasterFile(data)
  if (data === undefined || password === undefined || file?.status !== 'ready') return undefined
  if (!isPostmasterOf(file.pid, data)) return undefined
  const connection = toConnection(file.socketFolder, file.port, password)
  return (await findIllness(connection)) === undefined ? connection : undefined
}
