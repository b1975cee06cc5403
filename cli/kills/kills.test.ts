import { setTimeout as sleep } from 'node:timers/promises'
import { createClient, ProblemError, reportArrest } from '@pars/contract'
import { afterAll, expect, test } from 'vitest'
import type { Intake } from './intake.ts'
import { beginIntake, expectWhole, makePlace, removeHomes } from './kept-places.ts'
import {
  hasNamespaces,
  kill,
  killPostgres,
  type Place,
  startServer,
  stop,
  tokenOf,
  untilReplaced,
} from './killed-server.ts'

const killsOfServer = 40
const killsOfPostgres = 40
afterAll(removeHomes)

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
    const killed = await killPostgres(place)
    await intake.stop()
    await untilReplaced(place, server, killed)
  }
  await intake.settle()
  await expectWhole(place, intake)
  await expectRetries(place, intake)
  await stop(server)
})
