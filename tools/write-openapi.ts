import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describeApi } from '../server/src/http/openapi/describe-api.ts'
import { projectFolder } from './source-files.ts'

const file = join(projectFolder, 'docs/openapi.json')
const now = `${JSON.stringify(describeApi(), null, 2)}\n`

if (!process.argv.includes('--check')) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, now)
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== now) {
  console.error(
    'docs/openapi.json is not what the contract says. Run "node tools/write-openapi.ts", read the difference as a client of the API would, and commit it.',
  )
  process.exitCode = 1
}
