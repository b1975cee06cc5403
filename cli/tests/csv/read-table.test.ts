import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { CommandProblem } from '../../src/command.ts'
import { openTable, type TableRow } from '../../src/csv/read-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'pars-csv-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (content: string | Buffer): string => {
  const path = join(folder, 'table.csv')
  writeFileSync(path, content)
  return path
}
const readAll = async (content: string | Buffer): Promise<TableRow<'a' | 'b'>[]> => {
  const rows: TableRow<'a' | 'b'>[] = []
  const table = await openTable(fileOf(content), { wanted: ['a'], others: ['b'] })
  for await (const row of table.rows()) rows.push(row)
  expect(table.share()).toBe(1)
  return rows
}
const row = (line: number, a: string, b: string) => ({ line, values: { a, b } })

describe('a CSV file with a header', () => {
  test('is read by the names of its columns, in any order and among others', async () => {
    expect(await readAll('x,B, A\n1,2,3\n')).toEqual([row(2, '3', '2')])
  })

  test('may lack a column that is not needed', async () => {
    expect(await readAll('x,a\n1,2\n')).toEqual([row(2, '2', '')])
  })

  test('is read alike with and without byte order mark, with either line ending, with and without a last one', async () => {
    for (const content of ['\ufeffa,b\r\n1,2\r\n', 'a,b\n1,2', 'a,b\r\n\r\n1,2\r\n\r\n'])
      expect((await readAll(content)).map(each => 'values' in each && each.values)).toEqual([{ a: '1', b: '2' }])
  })

  test('may be of an office program that writes Windows-1252', async () => {
    expect(await readAll(Buffer.from('a,b\n18 \xa7 2702,x\n', 'latin1'))).toEqual([row(2, '18 § 2702', 'x')])
  })

  test('keeps commas, quotes and line breaks inside quoted fields, and counts lines as editors do', async () => {
    expect(await readAll('a,b\n"1,""one""","two\nlines"\n3,4\n')).toEqual([
      row(2, '1,"one"', 'two\nlines'),
      row(4, '3', '4'),
    ])
  })

  test('costs a row that lacks a column or has one too many that row only', async () => {
    expect(await readAll('a,b\n1\n2,3,4\n5,6\n')).toEqual([
      { line: 2, fault: 'column-missing' },
      { line: 3, fault: 'column-too-many' },
      row(4, '5', '6'),
    ])
  })

  test('a quote that nobody closes costs its line, not the rest of the file', async () => {
    const tail = Array.from({ length: 30 }, (_, index) => `${index},x`).join('\n')
    const rows = await readAll(`a,b\n"1,2\n${tail}\n`)
    expect(rows[0]).toEqual({ line: 2, fault: 'quote-broken' })
    expect(rows.slice(1)).toHaveLength(30)
    expect(rows[1]).toEqual(row(3, '0', 'x'))
  })

  test('two broken quotes do not swallow the rows between them', async () => {
    expect(await readAll('a,b\n"1,2\n3,4\n5,6"\n7,8\n')).toEqual([
      { line: 2, fault: 'quote-broken' },
      row(3, '3', '4'),
      { line: 4, fault: 'quote-broken' },
      row(5, '7', '8'),
    ])
  })

  test('a line of a megabyte costs that line only', async () => {
    expect(await readAll(`a,b\n${'x'.repeat(1_000_000)}\n7,8\n`)).toEqual([
      { line: 2, fault: 'line-too-long' },
      row(3, '7', '8'),
    ])
  })
})

describe('a file is refused whole, in one sentence,', () => {
  const problemOf = async (path: string): Promise<string> => {
    const problem: unknown = await openTable(path, { wanted: ['a', 'b'], others: [] }).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(CommandProblem)
    return String((problem as Error).message)
  }

  test('when its header lacks a column', async () => {
    expect(await problemOf(fileOf('a,c\n1,2\n'))).toBe('table.csv lacks the column b: its first line must name a, b.')
  })
  test('when its header names a column twice', async () => {
    expect(await problemOf(fileOf('a,b,a\n1,2,3\n'))).toMatch(/names the column a twice/)
  })
  test('when it is empty, a folder, or not there', async () => {
    expect(await problemOf(fileOf(''))).toMatch(/has no header/)
    expect(await problemOf(folder)).toMatch(/^This is a folder/)
    expect(await problemOf(join(folder, 'nowhere.csv'))).toMatch(/^There is no such file/)
  })
})
