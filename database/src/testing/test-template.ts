import type { TestCluster } from './start-test-cluster.ts'

export const templateName = 'pars_template'

/** What the global set-up hands to each test file. */
export interface TestTemplate {
  admin: TestCluster['admin']
  /** Hexadecimal. */
  doorKey: string
}
