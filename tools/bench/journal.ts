import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Door, doorConfig, findEmbeddedPostgres } from '@pars/database'
import { readKeys } from '@pars/server'
import { Client } from 'pg'
import { type BenchResult, percentile, round } from './bench-result.ts'
import { appendAct, readConfirmedSize, readNumbers } from './journal.sql.ts'
import { type BenchServer, startBenchServer } from './started-server.ts'

const seconds = 15
const warmSeconds = 3
/** Acts in flight: no more than this waits for a commit at any time. */
const inFlight = 16
const lookMilliseconds = 10

interface Committed {
  readonly entryId: string
  readonly at: number
}
/** When the log was first seen confirmed so far. */
interface Confirmed {
  readonly size: number
  readonly at: number
}

const openDoors = async (home: string) => {
  const address = await findEmbeddedPostgres({ home })
  if (!address) throw new Error('the bench server has no database')
  const { door: doorKey } = readKeys(join(home, 'keys'))
  const clients: Client[] = []
  const connect = async (config: ConstructorParameters<typeof Client>[0]): Promise<Client> => {
    const client = new Client(config)
    await client.connect()
    clients.push(client)
    return client
  }
  return {
    admin: await connect(address),
    as: (door: Door) => connect(doorConfig(address, doorKey, door)),
    close: () => Promise.all(clients.map(client => client.end())),
  }
}

const untilConfirmed = async (portal: Client): Promise<void> => {
  for (let turn = 0; turn < 3000; turn++) {
    if ((await readConfirmedSize(portal)) > 0) return
    await sleep(20)
  }
  throw new Error('no two cosigners confirmed the log in a minute')
}

/** Acts as fast as they are committed, while somebody watches how far they are confirmed. */
const run = async (
  doors: readonly Client[],
  portal: Client,
): Promise<{ committed: Committed[]; confirmed: Confirmed[] }> => {
  const committed: Committed[] = []
  const confirmed: Confirmed[] = []
  const until = performance.now() + (warmSeconds + seconds) * 1000
  let acting = true
  const watch = async (): Promise<void> => {
    while (acting || (confirmed.at(-1)?.at ?? 0) < until + 3000) {
      const size = await readConfirmedSize(portal)
      confirmed.push({ size, at: performance.now() })
      await sleep(lookMilliseconds)
    }
  }
  const act = async (door: Client): Promise<void> => {
    while (performance.now() < until) {
      const entryId = await appendAct(door)
      committed.push({ entryId, at: performance.now() })
    }
  }
  const watching = watch()
  await Promise.all(doors.map(act))
  acting = false
  await watching
  return { committed, confirmed }
}

/** From each commit to the first look at which two of three had confirmed its number; what never was waits for ever. */
const waitsOf = (
  committed: readonly Committed[],
  confirmed: readonly Confirmed[],
  numbers: ReadonlyMap<string, number>,
) => {
  const sorted = [...committed].map(one => ({ ...one, number: numbers.get(one.entryId) ?? Number.POSITIVE_INFINITY }))
  sorted.sort((a, b) => a.number - b.number)
  let look = 0
  return sorted.map(({ at, number }) => {
    while (look < confirmed.length && (confirmed[look]?.size ?? 0) < number) look++
    return (confirmed[look]?.at ?? Number.POSITIVE_INFINITY) - at
  })
}

const measure = async (server: BenchServer): Promise<BenchResult[]> => {
  const opened = await openDoors(server.home)
  try {
    const portal = await opened.as('pars_portal')
    await untilConfirmed(portal)
    const doors = await Promise.all(Array.from({ length: inFlight }, () => opened.as('pars_police')))
    const began = performance.now()
    const { committed, confirmed } = await run(doors, portal)
    const from = began + warmSeconds * 1000
    const to = from + seconds * 1000
    const sizeAt = (instant: number): number => confirmed.findLast(({ at }) => at <= instant)?.size ?? 0
    const rate = (sizeAt(to) - sizeAt(from)) / seconds
    const counted = committed.filter(({ at }) => at >= from && at < to)
    const waits = waitsOf(counted, confirmed, await readNumbers(opened.admin))
    const note = `${inFlight} in flight, one act a commit by journal.append, for ${seconds} s; ${Math.round(counted.length / seconds)}/s committed; three cosigners as processes`
    return [
      { name: 'journal.rate', value: Math.round(rate), unit: '1/s', target: 3000, better: 'more', note },
      {
        name: 'journal.cosigned',
        value: round(percentile(waits, 0.95)),
        unit: 'ms',
        target: 1000,
        better: 'less',
        note: 'p95 from commit to the checkpoint that two of three cosigned',
      },
    ]
  } finally {
    await opened.close()
  }
}

/** Acts with their entries: committed, numbered, in the tree, and under a checkpoint that two of three cosigners signed. */
export const benchJournal = async (): Promise<BenchResult[]> => {
  const server = await startBenchServer()
  try {
    return await measure(server)
  } finally {
    await server.stop()
  }
}
