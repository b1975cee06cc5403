import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { furtherMutants } from './further-mutants.sql.ts'
import { mutants } from './mutants.sql.ts'

const list = readFileSync(new URL('../../../docs/mutants.md', import.meta.url), 'utf8')
const listed = [...list.matchAll(/^\| (.*) \| (.*) \| (.*) \|$/gm)].map(([, name, suite, kill]) => ({
  name,
  suite,
  kill,
}))

test('every planted fault is in the committed list, with the suite that must notice it, and none survived', () => {
  const planted = [
    ...mutants.map(({ name }) => ({ name, suite: 'non-interference' })),
    ...furtherMutants.map(({ name, check }) => ({ name, suite: check })),
  ]
  const rows = listed.filter(({ kill }) => !/^(-+|Noticed)$/.test(kill ?? ''))
  const byName = (one: { name?: string | undefined }, other: { name?: string | undefined }) =>
    (one.name ?? '') < (other.name ?? '') ? -1 : 1
  expect(rows.map(({ name, suite }) => ({ name, suite })).sort(byName)).toEqual(planted.sort(byName))
  expect(rows.filter(({ kill }) => kill?.includes('survived'))).toEqual([])
  expect(mutants.length).toBeGreaterThanOrEqual(40)
})
