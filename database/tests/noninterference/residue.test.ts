import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../door-client.ts'
import { open } from './gate-checks.ts'
import { analyze, listReadableOfSystem, search } from './residue.sql.ts'
import { openPair, type Pair } from './stage.ts'

let pair: Pair
beforeAll(async () => {
  pair = await openPair({}, true)
})
afterAll(() => pair.close())

test("nothing that is in a record is anywhere in what a partner's role can read of the catalog", async () => {
  const { admin, door, ask, collect, record } = await open(pair)
  const { answer } = await collect((await ask()).token)
  expect(JSON.stringify(answer)).toContain(record.last_name)
  await analyze(admin)
  const relations = await listReadableOfSystem(door)
  expect(relations.length).toBeGreaterThan(80)
  expect(relations).not.toContain('pg_statistic')
  expect(relations).not.toContain('pg_authid')
  for (const relation of relations) {
    for (const planted of [record.last_name, record.incidents[0] ?? '', record.arrest_id, record.person_id]) {
      // What the session itself asks for is in its own line of pg_stat_activity, but as a parameter.
      const look = search(door, relation, planted)
      const code = await codeOf(look)
      if (code === 'ok') expect(`${relation} ${(await look).rows[0]?.found}`).toBe(`${relation} false`)
      else expect(code).toBe('42501')
    }
  }
}, 30_000)
