import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readClock, setClock } from './act-time.sql.ts'
import { append } from './append.sql.ts'
import { attempt, commit } from './door-client.ts'
import { openWalledDatabase, type WalledDatabase } from './door-clients.ts'

let walled: WalledDatabase
let police: Client
beforeAll(async () => {
  walled = await openWalledDatabase()
  police = walled.clientOf('pars_police')
})
afterAll(() => walled.close())

const wait = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
const entryAt = async (client: Client, actAt: string | null): Promise<Date> =>
  (await append(client, { kind: 'board.opened', actAt })).made_at
const clocks = { 'the wall’s clock': 1, 'a rehearsal’s clock, ten thousand times as fast': 10_000 }

test.each(Object.entries(clocks))(
  'by %s an entry says the time that its transaction took, and no other',
  async (_, rate) => {
    if (rate > 1) await setClock(walled.admin, '2026-01-05T12:00:00Z', rate)
    await commit(police, async () => {
      const began = await readClock(police)
      await wait(20)
      expect(await entryAt(police, began.toISOString())).toEqual(began)
      const later = await readClock(police)
      expect(later > began).toBe(true)
      expect(await entryAt(police, later.toISOString())).toEqual(later)
    })
  },
)

test('nobody dates an entry to before its transaction, nor past the present', async () => {
  const before = await readClock(police)
  await wait(20)
  await commit(police, async () => {
    const began = await readClock(police)
    for (const early of ['2000-01-01T00:00:00Z', before.toISOString()]) {
      const at = await entryAt(police, early)
      expect(at > before).toBe(true)
      expect(at <= began).toBe(true)
    }
    for (const late of ['2199-01-01T00:00:00Z', 'infinity']) {
      const at = await entryAt(police, late)
      expect(at >= began).toBe(true)
      expect(at <= (await readClock(police))).toBe(true)
    }
  })
})

test('without a time it is the present', async () => {
  await commit(police, async () => {
    const began = await readClock(police)
    await wait(5)
    expect((await entryAt(police, null)) > began).toBe(true)
  })
})

test('a leaf that the format does not hold is refused before it is committed', async () => {
  const clear = JSON.stringify({ wallsHash: 'no hash', cause: 'made-up' })
  const keeper = walled.clientOf('pars_keeper')
  expect(await attempt(keeper, () => append(keeper, { kind: 'walls.changed', clear }))).toBe('PA004')
})
