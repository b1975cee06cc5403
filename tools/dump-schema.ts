import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDatabase } from '@pars/database'
import { startTestCluster } from '@pars/database/testing'
import { Client } from 'pg'
import { listSchema } from './dump-schema.sql.ts'
import { projectFolder } from './source-files.ts'

const file = join(projectFolder, 'database/schema.sql')

/** What migrations and walls really make, read back from the catalog of a fresh database. */
const dump = async (): Promise<string> => {
  const cluster = await startTestCluster()
  try {
    const admin = { ...cluster.admin, database: 'schema' }
    await createDatabase(admin, {
      doorKey: Buffer.alloc(32, 1),
      city: 'Testville',
      rehearsal: true,
      vkey: origin => `${origin}+00000000+AAAA`,
    })
    const client = new Client(admin)
    await client.connect()
    try {
      return await listSchema(client)
    } finally {
      await client.end()
    }
  } finally {
    await cluster.stop()
  }
}

const now = await dump()
if (!process.argv.includes('--check')) writeFileSync(file, now)
else if (readFileSync(file, 'utf8') !== now) {
  console.error(
    'database/schema.sql is not what migrations and walls make. Run "node tools/dump-schema.ts", read the difference, commit it.',
  )
  process.exitCode = 1
}
