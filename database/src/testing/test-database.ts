import { randomBytes } from 'node:crypto'
import { Client, type ClientConfig } from 'pg'
import { inject } from 'vitest'
import { createDatabase } from '../create-database.ts'
import { type Door, doorConfig, doors } from '../doors.ts'
import { guardDatabase } from '../migrate.sql.ts'
import { insertAccount, type TestAccount } from './insert-account.ts'
import { cloneDatabase, dropDatabase } from './test-database.sql.ts'
import { templateName, testCreation } from './test-template.ts'

export interface TestDatabase {
  name: string
  /** Superuser on this database. */
  admin: ClientConfig
  doorKey: Uint8Array
  /** How one door connects to this database. */
  door(door: Door): ClientConfig
  /** Inserts an account with its entry, as the system; answers its uuid. */
  insertAccount(account: TestAccount): Promise<string>
  /** Drops the database, cutting what is still connected. */
  drop(): Promise<void>
}

const withClient = async <T>(config: ClientConfig, use: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client(config)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

export interface TestDatabaseOptions {
  /** First instant of a clock that is set back, ISO 8601; such a database is made anew, which takes some seconds. */
  readonly startsAt?: string
}

/**
 * A database of its own for one test file: a migrated, seeded rehearsal whose clock is the wall's.
 * Needs `src/testing/global-setup.ts` among Vitest's `globalSetup`. Call `drop` in `afterAll`.
 */
export const testDatabase = async ({ startsAt }: TestDatabaseOptions = {}): Promise<TestDatabase> => {
  const template = inject('testTemplate')
  const name = `pars_test_${randomBytes(6).toString('hex')}`
  const admin = { ...template.admin, database: name }
  const doorKey = Buffer.from(template.doorKey, 'hex')
  if (startsAt === undefined) await withClient(template.admin, client => cloneDatabase(client, name, templateName))
  else await createDatabase(admin, { ...testCreation(doorKey), startsAt })
  await withClient(admin, client => guardDatabase(client, doors))
  return {
    name,
    admin,
    doorKey,
    door: door => doorConfig(admin, doorKey, door),
    insertAccount: account => insertAccount(admin, account),
    drop: () => withClient(template.admin, async client => void (await dropDatabase(client, name))),
  }
}
