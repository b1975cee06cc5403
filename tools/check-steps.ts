import type { Step } from './run-steps.ts'

/** Cheapest first; under 20 seconds together. */
export const fastSteps: readonly Step[] = [
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'types of the web', command: ['tsc', '-p', 'web/tsconfig.json'] },
  { name: 'layers, names, sizes', command: ['node', 'tools/check-layers.ts'] },
  { name: 'documents', command: ['node', 'tools/check-docs.ts'] },
  { name: 'docs/openapi.json', command: ['node', 'tools/write-openapi.ts', '--check'] },
]

/** What needs a database. */
export const slowSteps: readonly Step[] = [
  { name: 'database/schema.sql', command: ['node', 'tools/dump-schema.ts', '--check'] },
]
