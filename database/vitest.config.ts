import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const debian = '/usr/lib/postgresql/15/bin'
const walls = {
  include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
  exclude: ['tests/embedded/**'],
  globalSetup: ['src/testing/global-setup.ts'],
}

/** The walls stand on the newest PostgreSQL of the npm package, and on Debian's 15 where it is installed. */
export default defineConfig({
  test: {
    projects: [
      { test: { ...walls, name: 'postgresql-18' } },
      ...(existsSync(debian)
        ? [{ test: { ...walls, name: 'postgresql-15', env: { PARS_TEST_POSTGRES: debian } } }]
        : []),
    ],
  },
})
