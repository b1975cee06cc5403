import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findStatutes } from '@pars/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countEntries } from '../../../server/tests/testing/entries.sql.ts'
import { startTestServer, type TestServer } from '../../../server/tests/testing/start-test-server.ts'
import { optionsFor, runPars } from '../run-pars.ts'

let server: TestServer
let options: string[]
const folder = mkdtempSync(join(tmpdir(), 'pars-import-'))

beforeAll(async () => {
  server = await startTestServer()
  options = await optionsFor(server, folder)
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

const header = 'statute,title,section,subsection,cpcms_description,chapter_group'
const importRows = async (...rows: readonly string[]) => {
  const file = join(folder, 'statutes.csv')
  writeFileSync(file, [header, ...rows].join('\n'))
  const ended = await runPars(['import', 'statutes', file, '--json', ...options])
  return { ...ended, tally: JSON.parse(ended.out) as unknown }
}
const listed = async (q: string) => (await server.visitor.call(findStatutes, { query: { q } })).statutes

const rows = [
  '18 § 2701 §§ A,18,2701,A,Simple Assault,assault',
  '18 ยง 2701 ยงยง A,18,2701,A,Simple  Assault,assault',
  '18 § 2701 §§ A1,18,2701,A1,Simple Assault,assault',
  '18 § 2502,18,2502,,Murder,homicide',
  '18 § 2502,18,2502,,Criminal Homicide,homicide',
  'nonsense,,,,Something,',
  '18 § 2706 §§ A1,18,2706',
  '18 § 2706 §§ A1,18,2706,A1,Terroristic Threats W / Int,assault',
]

test('loads offenses, repaired, repeats neither lost nor doubled, and names the rows it refuses by line', async () => {
  const { code, tally, err } = await importRows(...rows)
  expect(tally).toEqual({
    read: 8,
    loaded: 6,
    flagged: { repeated: 1, 'citation-repaired': 1, 'description-repaired': 2 },
    refused: { 'citation-unreadable': 1, 'column-missing': 1 },
  })
  expect(code).toBe(1)
  expect(err).toMatch(/^line 7: .+ \(citation-unreadable\)$/m)
  expect(err).toMatch(/^line 8: .+ \(column-missing\)$/m)
  expect(await listed('assault')).toHaveLength(2)
  expect(await listed('2502')).toHaveLength(2)
  expect(await listed('threats')).toEqual([
    {
      statute: '18 § 2706 §§ A1',
      description: 'Terroristic Threats W/Int',
      chapterGroup: 'assault',
      validFrom: '2010-01-01',
      validTo: null,
    },
  ])
})

test('a second run counts the same and changes nothing', async () => {
  const before = await countEntries(server)
  const { tally } = await importRows(...rows)
  expect(tally).toMatchObject({ read: 8, loaded: 6 })
  expect(await countEntries(server)).toBe(before)
})

test('an offense that is there under another chapter is one offense, and flagged', async () => {
  const { code, tally } = await importRows('18 § 2502,18,2502,,MURDER,offenses against the person')
  expect(tally).toEqual({ read: 1, loaded: 1, flagged: { 'there-otherwise': 1 }, refused: {} })
  expect(code).toBe(0)
  expect(await listed('murder')).toMatchObject([{ description: 'Murder', chapterGroup: 'homicide' }])
})

test('an offense that holds on other days already is not doubled', async () => {
  const file = join(folder, 'statutes.csv')
  writeFileSync(file, `${header}\n18 § 2502,18,2502,,Murder,homicide\n18 § 3121,18,3121,,Rape,sexual offenses\n`)
  const { out } = await runPars(['import', 'statutes', file, '--json', '--valid-from', '2005-06-01', ...options])
  expect(JSON.parse(out)).toEqual({ read: 2, loaded: 2, flagged: { 'there-otherwise': 1 }, refused: {} })
  expect(await listed('murder')).toHaveLength(1)
  expect(await listed('rape')).toMatchObject([{ validFrom: '2005-06-01' }])
})

test('a row that only the server can refuse is refused alone, and the rest of its batch is loaded', async () => {
  const tooLong = `18 § 9999,18,9999,,Too long a chapter,${'x'.repeat(130)}`
  const { tally, err } = await importRows('18 § 9001,18,9001,,First,x', tooLong, '18 § 9002,18,9002,,Last,x')
  expect(tally).toEqual({ read: 3, loaded: 2, flagged: {}, refused: { malformed: 1 } })
  expect(err).toMatch(/^line 3: /m)
})

test('a header without its columns refuses the file with one sentence', async () => {
  const file = join(folder, 'other.csv')
  writeFileSync(file, 'a,b\n1,2\n')
  const { code, out, err } = await runPars(['import', 'statutes', file, '--json', ...options])
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toBe(
    'other.csv lacks the columns statute, cpcms_description: its first line must name statute, cpcms_description.\n',
  )
})
