import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import { doorVerifier } from './door-password.ts'
import { doors } from './doors.ts'
import { letAdministratorBeOwner, setPassword } from './migrate.sql.ts'
import type { SchemaFile } from './schema-files.ts'

/** Two databases of one cluster share the roles, and no lock spans databases: the loser of a race tries again. */
const raceLost = new Set(['23505', '42710', 'XX000', '40001', '40P01'])

const codeOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : ''

const tryEnsureRoles = async (client: Client, roles: SchemaFile, verifiers: Map<string, string>) => {
  await client.query('begin')
  try {
    await client.query(roles.sql)
    for (const [door, verifier] of verifiers) await setPassword(client, door, verifier)
    await client.query(letAdministratorBeOwner)
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw fault
  }
}

/** Creates the owner and the doors where they are missing, and sets their passwords from the door key. */
export const ensureRoles = async (client: Client, roles: SchemaFile, doorKey: Uint8Array): Promise<void> => {
  const verifiers = new Map(doors.map(door => [door, doorVerifier(doorKey, door)]))
  for (let attempt = 1; ; attempt += 1) {
    try {
      await tryEnsureRoles(client, roles, verifiers)
      return
    } catch (fault) {
      if (attempt === 40 || !raceLost.has(codeOf(fault))) throw fault
      await wait(5 * attempt + Math.random() * 20)
    }
  }
}
