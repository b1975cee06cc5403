import { writeFileSync } from 'node:fs'
import { termsSchema } from '../src/index.ts'

/** Writes the published schema anew: `node packages/terms/tests/write-schema.ts && biome format --write packages/terms`. */
writeFileSync(new URL('../terms.schema.json', import.meta.url), `${JSON.stringify(termsSchema, null, 2)}\n`)
