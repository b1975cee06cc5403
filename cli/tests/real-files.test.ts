import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRefused } from '@pars/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countEntries } from '../../server/tests/testing/entries.sql.ts'
import { startTestServer, type TestServer } from '../../server/tests/testing/start-test-server.ts'
import { openTable } from '../src/csv/read-table.ts'
import { createCaseKeys } from '../src/replay/case-key.ts'
import { caseColumns, readCase } from '../src/replay/read-case.ts'
import { listReplayed } from './journal.sql.ts'
import { optionsFor, runPars } from './run-pars.ts'
import { findSharedFile } from './shared-data.ts'

const cases = findSharedFile('phila-bail-fund/charge_bail_cases_2020.csv')
const statutes = findSharedFile('pa-statutes/pa_statutes_cpcms.csv')

describe.skipIf(!cases)('the 3,277 real cases', () => {
  test('are read every one, with a key of its own', async () => {
    const table = await openTable(cases ?? '', caseColumns)
    const keyOf = createCaseKeys()
    const keys = new Set<string>()
    const flags = new Map<string, number>()
    let read = 0
    for await (const row of table.rows()) {
      read += 1
      const found = 'values' in row ? readCase(row.values) : undefined
      if (!found || isRefused(found) || !('values' in row)) throw new Error(`line ${row.line} was refused`)
      keys.add(keyOf(row.values, found))
      for (const flag of found.flags) flags.set(flag, (flags.get(flag) ?? 0) + 1)
    }
    expect([read, keys.size]).toEqual([3277, 3277])
    expect(Object.fromEntries(flags)).toEqual({ 'age-invalid': 6, 'age-missing': 2, 'under-18-notice-made-up': 10 })
  })
})

describe.skipIf(!cases || !statutes)('60 real cases and 1,020 real offenses', () => {
  let server: TestServer
  let options: string[]
  const folder = mkdtempSync(join(tmpdir(), 'pars-real-'))
  beforeAll(async () => {
    server = await startTestServer()
    options = await optionsFor(server, folder)
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
  })

  test('the offenses are loaded all, and a second run changes nothing', async () => {
    const load = async () =>
      JSON.parse((await runPars(['import', 'statutes', statutes ?? '', '--json', ...options])).out)
    expect(await load()).toEqual({ read: 1020, loaded: 1020, flagged: {}, refused: {} })
    const before = await countEntries(server)
    expect(await load()).toEqual({ read: 1020, loaded: 1020, flagged: {}, refused: {} })
    expect(await countEntries(server)).toBe(before)
  })

  test('the cases go the whole way to their orders, and a second run changes nothing', async () => {
    const file = join(folder, 'sixty.csv')
    writeFileSync(
      file,
      readFileSync(cases ?? '', 'utf8')
        .split('\n')
        .slice(0, 61)
        .join('\n'),
    )
    const replay = async () => JSON.parse((await runPars(['replay', file, '--json', ...options])).out)
    const first = await replay()
    expect(first).toMatchObject({ read: 60, loaded: 60, refused: {} })
    expect((await listReplayed(server)).filter(({ kind }) => kind === 'set')).toHaveLength(60)
    const before = await countEntries(server)
    expect(await replay()).toEqual(first)
    expect(await countEntries(server)).toBe(before)
  })
})
