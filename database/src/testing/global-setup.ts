import type { TestProject } from 'vitest/node'
import { createDatabase } from '../create-database.ts'
import { startTestCluster } from './start-test-cluster.ts'
import { type TestTemplate, templateName, testCreation } from './test-template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testTemplate: TestTemplate
  }
}

/**
 * Vitest's global set-up: one cluster per run, with one migrated and seeded database that `testDatabase` clones.
 * PARS_TEST_POSTGRES names a folder of PostgreSQL programs, such as /usr/lib/postgresql/15/bin, to use instead of the npm package's.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const cluster = await startTestCluster(
    project.config.env?.['PARS_TEST_POSTGRES'] ?? process.env['PARS_TEST_POSTGRES'],
  )
  try {
    const doorKey = Buffer.alloc(32, 7)
    const admin = { ...cluster.admin, database: templateName }
    await createDatabase(admin, testCreation(doorKey))
    project.provide('testTemplate', { admin: cluster.admin, doorKey: doorKey.toString('hex') })
  } catch (fault) {
    await cluster.stop()
    throw fault
  }
  return cluster.stop
}
