import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const debian = '/usr/lib/postgresql/15/bin'
const plain = (name: string, root: string) => ({
  test: { name, root, include: ['src/**/*.test.ts', 'tests/**/*.test.ts'] },
})
const walls = {
  root: './database',
  include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
  exclude: ['tests/embedded/**'],
}
const withDatabase = (name: string, root: string) => ({
  test: {
    name,
    root,
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    globalSetup: ['../database/src/testing/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

/** The walls stand on the newest PostgreSQL of the npm package, and on Debian's 15 where it is installed. */
export default defineConfig({
  test: {
    projects: [
      plain('domain', './packages/domain'),
      plain('ledger', './packages/ledger'),
      plain('terms', './packages/terms'),
      plain('contract', './packages/contract'),
      plain('web', './web'),
      plain('city', './city'),
      plain('tools', './tools'),
      { test: { ...walls, name: 'walls-18', globalSetup: ['./src/testing/global-setup.ts'] } },
      ...(existsSync(debian)
        ? [
            {
              test: {
                ...walls,
                name: 'walls-15',
                globalSetup: ['./src/testing/global-setup.ts'],
                env: { PARS_TEST_POSTGRES: debian },
              },
            },
          ]
        : []),
      {
        test: {
          name: 'embedded',
          root: './database',
          include: ['tests/embedded/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      withDatabase('server', './server'),
      // Dumps need PostgreSQL's own programs, which the npm package lacks: without Debian's the tests say that they are skipped.
      {
        test: {
          name: 'dumps',
          root: './server',
          include: ['dumps/**/*.test.ts'],
          globalSetup: ['../database/src/testing/global-setup.ts'],
          env: existsSync(debian) ? { PARS_TEST_POSTGRES: debian } : {},
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      withDatabase('cli', './cli'),
      {
        test: {
          name: 'kills',
          root: './cli',
          include: ['kills/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          root: './web',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['../database/src/testing/global-setup.ts', './e2e/testing/build-screens.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
