import type { CreateDatabaseOptions } from '../create-database.ts'
import type { TestCluster } from './start-test-cluster.ts'
import { testLogVkey } from './test-log-key.ts'

export const templateName = 'pars_template'

/** What the global set-up hands to each test file. */
export interface TestTemplate {
  admin: TestCluster['admin']
  /** Hexadecimal. */
  doorKey: string
}

/** What every test database is. */
export const testCreation = (doorKey: Uint8Array): CreateDatabaseOptions => ({
  doorKey,
  city: 'Testville',
  rehearsal: true,
  vkey: testLogVkey,
})
