import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { vectorFiles } from './vector-files.ts'

// Run once for a new version of the format: `node packages/ledger/tests/write-vectors.ts`. A vector that is published never changes.
for (const [path, content] of await vectorFiles()) {
  const file = new URL(`../vectors/${path}`, import.meta.url)
  await mkdir(dirname(file.pathname), { recursive: true })
  await writeFile(file, content)
}
