import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOfFiling, actsAfterFiling } from './court-path.ts'
import {
  type Act,
  actsBeforeFiling,
  insertMakers,
  type Makers,
  newPath,
  type PathIds,
  performAct,
} from './custody-path.ts'
import { openWalledDatabase, type WalledDatabase } from './door-clients.ts'
import { listArrestIds } from './rows.sql.ts'

let walled: WalledDatabase
let makers: Makers
beforeAll(async () => {
  walled = await openWalledDatabase()
  makers = await insertMakers(walled.database)
})
afterAll(() => walled.close())

const perform = async (ids: PathIds, acts: readonly Act[]): Promise<void> => {
  for (const act of acts) await performAct(walled.clientOf(act.door), act, ids.arrestId)
}
const isHeld = async ({ arrestId }: PathIds): Promise<boolean> =>
  (await listArrestIds(walled.clientOf('pars_board'), 'police.held')).includes(arrestId)

const withoutWithdrawal = (acts: readonly Act[]): Act[] => acts.filter(({ kind }) => kind !== 'departure.withdrawn')
const leaving = (ids: PathIds, basis: string): Act[] =>
  withoutWithdrawal(actsAfterFiling(ids, makers))
    .filter(({ kind }) => kind.startsWith('departure.'))
    .map(act => ({
      ...act,
      rows: act.rows.map(([table, row]) => [table, table === 'police.departure' ? { ...row, basis } : row]),
    }))

test('an arrest is on the list from its draft on, through every act, until the person has left', async () => {
  const ids = newPath('defender')
  const acts = [
    ...actsBeforeFiling(ids, makers),
    actOfFiling(ids, makers),
    ...withoutWithdrawal(actsAfterFiling(ids, makers)),
  ]
  for (const act of acts.slice(0, -1)) {
    await perform(ids, [act])
    expect(`${act.kind} ${await isHeld(ids)}`).toBe(`${act.kind} true`)
  }
  await perform(ids, acts.slice(-1))
  expect(await isHeld(ids)).toBe(false)
})

test('a person out on a summons stays on the list until the complaint is filed', async () => {
  const ids = newPath('defender')
  const [draft, report, ...rest] = actsBeforeFiling(ids, makers)
  if (!draft || !report) expect.unreachable()
  await perform(ids, [draft, report, ...leaving(ids, 'rule-519b')])
  expect(await isHeld(ids)).toBe(true)
  await perform(ids, rest)
  expect(await isHeld(ids)).toBe(true)
  await perform(ids, [actOfFiling(ids, makers)])
  expect(await isHeld(ids)).toBe(false)
})

test('a person out on a summons leaves the list when every charge is declined', async () => {
  const ids = newPath(null)
  const [draft, report] = actsBeforeFiling(ids, makers)
  const decided = actsBeforeFiling(ids, makers).find(({ kind }) => kind === 'charges.decided')
  if (!draft || !report || !decided) expect.unreachable()
  await perform(ids, [draft, report, ...leaving(ids, 'rule-519b')])
  const declined = { ...decided, rows: decided.rows.filter(([table]) => table !== 'prosecutor.charge') }
  await perform(ids, [declined])
  expect(await isHeld(ids)).toBe(false)
})

test('a departure that was withdrawn takes nobody off the list', async () => {
  const ids = newPath('defender')
  await perform(ids, [...actsBeforeFiling(ids, makers), actOfFiling(ids, makers), ...actsAfterFiling(ids, makers)])
  expect(await isHeld(ids)).toBe(true)
})
