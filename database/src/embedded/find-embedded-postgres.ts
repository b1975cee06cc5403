import { existsSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findClusterPlace } from './cluster/cluster-place.ts'
import { type EmbeddedConnection, findIllness, toConnection } from './embedded-connection.ts'
import { isPostmasterOf } from './server/postgres-processes.ts'
import { findPostmasterFile } from './server/postmaster-file.ts'
import { findSuperuserPassword } from './superuser-password.ts'

/** The running server of a home folder, for a command that works beside the PARS that started it. Changes nothing. */
export async function findEmbeddedPostgres(
  options: { home?: string; keys?: string } = {},
): Promise<EmbeddedConnection | undefined> {
  const wanted = resolve(options.home ?? process.env['PARS_HOME'] ?? '.pars')
  if (!existsSync(wanted)) return undefined
  const home = realpathSync(wanted)
  const place = findClusterPlace(home)
  const password = findSuperuserPassword(resolve(options.keys ?? process.env['PARS_KEYS'] ?? join(home, 'keys')))
  const file = place === undefined ? undefined : findPostmasterFile(place.data)
  if (place === undefined || password === undefined || file?.status !== 'ready') return undefined
  if (!isPostmasterOf(file.pid, place)) return undefined
  const connection = toConnection(file.socketFolder, file.port, password)
  return (await findIllness(connection)) === undefined ? connection : undefined
}
