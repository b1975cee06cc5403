import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('./', import.meta.url)
const source = new URL('../src/', import.meta.url)
const names = readdirSync(folder, { recursive: true })
  .map(String)
  .filter(path => path.endsWith('.test.ts'))
  .flatMap(path => [
    ...readFileSync(new URL(path, folder), 'utf8').matchAll(/test(?:\.each\([\s\S]*?\))?\(\s*['"`](B\d+): /g),
  ])
  .map(match => match[1])

// The rules of the field that touch the steps from arrest to departure, by their numbers there.
test.each(['B6', 'B16', 'B17', 'B18', 'B19', 'B20', 'B21', 'B22', 'B23', 'B27', 'B28', 'B33', 'B36', 'B39'])(
  '%s has a test whose name is the rule',
  rule => {
    expect(names).toContain(rule)
  },
)

// The compiler holds each rule to a case for each of its reasons; this holds every rule to having a test at all.
test('no rule refuses for a reason that no test names', () => {
  const read = (below: URL, wanted: (path: string) => boolean) =>
    readdirSync(below, { recursive: true })
      .map(String)
      .filter(wanted)
      .map(path => readFileSync(new URL(path, below), 'utf8'))
      .join('\n')
  const rules = read(source, path => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  const tests = read(folder, path => path.endsWith('.ts')) + read(source, path => path.endsWith('.test.ts'))
  const reasons = [...rules.matchAll(/\brefuse\(\s*'([a-z0-9-]+)'/g)].map(match => match[1] ?? '')
  expect(reasons.length).toBeGreaterThan(100)
  const named = (reason: string) => tests.includes(`'${reason}'`) || new RegExp(`^\\s*${reason}: `, 'm').test(tests)
  expect([...new Set(reasons)].filter(reason => !named(reason))).toEqual([])
})
