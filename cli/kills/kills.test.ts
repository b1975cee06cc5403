import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient, exampleReport, loadReference, ProblemError, reportArrest, viewCity } from '@pars/contract'
import { type KeptHome, keepHome } from '@pars/database/testing'
import { afterAll, expect, test } from 'vitest'
import { selectAgreement, selectArrests } from './checks.sql.ts'
import { type Intake, makeIntake } from './intake.ts'
import {
  askDatabase,
  hasNamespaces,
  kill,
  type Place,
  postmasterPid,
  startServer,
  stop,
  tokenOf,
  untilServing,
  verifyLog,
} from './killed-server.ts'

const killsOfServer = 40
const killsOfPostgres = 40
const homes: KeptHome[] = []
afterAll(async () => {
  for (const home of homes) await home.remove()
})

const findPort = (): Promise<number> =>
  new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const makePlace = async (): Promise<Place> => {
  const kept = keepHome('pars-kills-')
  homes.push(kept)
  return { home: kept.home, port: await findPort(), keep: kept.keep }
}

const beginIntake = async (place: Place): Promise<Intake> => {
  const baseUrl = `http://127.0.0.1:${place.port}`
  const manager = createClient({ baseUrl, token: await tokenOf(place, 'court-manager') })
  const statutes = exampleReport.charges.map(({ statute, description }) => ({
    statute,
    description,
    chapterGroup: null,
    validFrom: '2000-01-01',
    validTo: null,
  }))
  await manager.call(loadReference, { body: { statutes } })
  const { now } = await manager.call(viewCity)
  return makeIntake(baseUrl, await tokenOf(place, 'intake-system'), new Date(Date.parse(now) - 3_600_000).toISOString())
}

/** Every acknowledged arrest is there exactly once, and journal, tree and tables say the same. */
const expectWhole = async (place: Place, intake: Intake): Promise<void> => {
  const state = () => askDatabase<{ waiting: number }>(place, selectAgreement)
  await expect.poll(async () => (await state())[0]?.waiting, { timeout: 20_000 }).toBe(0)
  const rows = await askDatabase<{ intake_number: string; arrest_id: string; versions: number }>(place, selectArrests)
  const found = new Map(rows.map(row => [row.intake_number, row]))
  expect(rows).toHaveLength(intake.sent.length)
  for (const { report, arrestId } of intake.sent) {
    expect(found.get(report.intakeNumber)?.arrest_id.replaceAll('-', '')).toBe(arrestId?.slice(4))
    expect(found.get(report.intakeNumber)?.versions).toBe(1)
  }
  expect((await state())[0]).toEqual({ gap_free: true, waiting: 0, unplaced: 0, without_entry: 0, differing: 0 })
  await expect.poll(async () => (await verifyLog(place)).ok, { timeout: 20_000 }).toBe(true)
}

const expectRetries = async (place: Place, intake: Intake): Promise<void> => {
  const [first] = intake.sent
  if (!first) throw new Error('nothing was sent')
  const client = createClient({
    baseUrl: `http://127.0.0.1:${place.port}`,
    token: await tokenOf(place, 'intake-system'),
  })
  const again = await client.call(reportArrest, { body: first.report, idempotencyKey: first.key })
  expect(again.arrestId).toBe(first.arrestId)
  const changed = client.call(reportArrest, {
    body: { ...first.report, place: 'elsewhere' },
    idempotencyKey: first.key,
  })
  await expect(changed).rejects.toMatchObject({ problem: { status: 422, reason: 'key-reused' } })
  await changed.catch((error: ProblemError) => expect(error).toBeInstanceOf(ProblemError))
}

const where = hasNamespaces
  ? 'each in a process namespace of its own'
  : 'without namespaces, which this machine does not allow'

test(`${killsOfServer} kills of the server during intake lose and double nothing (${where})`, async () => {
  const place = await makePlace()
  // Outside first: who is in a namespace cannot be seen from here.
  let server = await startServer(place, false)
  const intake = await beginIntake(place)
  await stop(server)
  server = await startServer(place, hasNamespaces)
  for (let turn = 0; turn < killsOfServer; turn++) {
    intake.start()
    await sleep(100 + Math.random() * 500)
    await kill(server)
    await intake.stop()
    server = await startServer(place, hasNamespaces)
  }
  await intake.settle()
  await kill(server)
  server = await startServer(place, false)
  await expectWhole(place, intake)
  await expectRetries(place, intake)
  await stop(server)
})

test(`${killsOfPostgres} kills of PostgreSQL during intake lose and double nothing, and the server brings it back`, async () => {
  const place = await makePlace()
  const server = await startServer(place, false)
  const intake = await beginIntake(place)
  for (let turn = 0; turn < killsOfPostgres; turn++) {
    intake.start()
    await sleep(100 + Math.random() * 500)
    process.kill(await postmasterPid(place), 'SIGKILL')
    await intake.stop()
    await untilServing(place, server)
  }
  await intake.settle()
  await expectWhole(place, intake)
  await expectRetries(place, intake)
  await stop(server)
})
