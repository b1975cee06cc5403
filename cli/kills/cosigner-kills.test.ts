import { setTimeout as sleep } from 'node:timers/promises'
import { seats } from '@pars/domain'
import { afterAll, expect, test } from 'vitest'
import { selectSize } from './checks.sql.ts'
import { beginIntake, expectWhole, makePlace, removeHomes } from './kept-places.ts'
import { askDatabase, kill, killPostgres, startServer, stop, untilReplaced } from './killed-server.ts'
import { confirmedSize, cosignerPid, rootsOfEntries, watchLog } from './watched-log.ts'

const rounds = 4
afterAll(removeHomes)

test(`${rounds} times the server, a cosigner and PostgreSQL are killed in turn during intake: no checkpoint contradicts another`, async () => {
  const place = await makePlace()
  let server = await startServer(place, false)
  const intake = await beginIntake(place)
  const watched = watchLog(place)
  await expect.poll(() => confirmedSize(place), { timeout: 30_000 }).toBeGreaterThan(0)
  const whileTaking = async (act: () => Promise<void>): Promise<void> => {
    intake.start()
    await sleep(300 + Math.random() * 700)
    await act()
    await sleep(300)
    await intake.stop()
  }
  for (let round = 0; round < rounds; round++) {
    await whileTaking(async () => {
      await kill(server)
      server = await startServer(place, false)
    })
    await whileTaking(async () => {
      const pid = cosignerPid(place, seats[round % seats.length] ?? 'police')
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
    })
    await whileTaking(async () => {
      await untilReplaced(place, server, await killPostgres(place))
    })
  }
  await intake.settle()
  await expectWhole(place, intake)
  const [head] = await askDatabase<{ size: string }>(place, selectSize)
  await expect.poll(() => confirmedSize(place), { timeout: 30_000 }).toBeGreaterThanOrEqual(Number(head?.size))
  await watched.stop()
  const sizes = [...watched.roots.keys()].filter(size => size > 0)
  expect(sizes.length).toBeGreaterThan(rounds)
  const computed = await rootsOfEntries(place, sizes)
  for (const size of sizes) expect([size, [...(watched.roots.get(size) ?? [])]]).toEqual([size, [computed.get(size)]])
  await stop(server)
})
