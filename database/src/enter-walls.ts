import type { Client } from 'pg'
import { selectWallsHash } from './migrate.sql.ts'
import { writeEntry } from './seed/write-entry.sql.ts'

/**
 * Enters that the walls were laid anew by an upgrade, so that the server does not find them different and ask who did it. A new
 * database has no entry yet; the server's first look makes it.
 */
export const enterWalls = async (client: Client): Promise<void> => {
  const wallsHash = await selectWallsHash(client)
  if (wallsHash === undefined) return
  await writeEntry(client, {
    kind: 'walls.changed',
    clear: { wallsHash, cause: 'migrated' },
    slots: [['change', null]],
  })
}
