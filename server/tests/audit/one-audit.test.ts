import { listAudits, startAudit } from '@pars/contract'
import { parseVkey } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withAuditLock } from '../../src/audit/audit-lock.ts'
import { type Auditor, startAuditor } from '../../src/audit/auditor.ts'
import { closeDoors } from '../../src/db/doors.ts'
import { logVkey } from '../../src/http/log.ts'
import type { Runtime } from '../../src/runtime.ts'
import { openRuntime } from '../../src/serve/open-runtime.ts'
import { eventually } from '../testing/agreement-way.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let other: Runtime
const lines: string[] = []
const nightAt = (hour: number): number => Date.parse(`2018-07-20T${String(hour + 4).padStart(2, '0')}:30:00Z`)

const auditorOf = (runtime: Runtime): Auditor => {
  const key = parseVkey(sha256, logVkey(runtime.keys, runtime.city.origin))
  if (!key.ok) throw new Error(key.fault)
  return startAuditor(runtime.doors.keeper, {
    key: key.value,
    listKept: async () => [],
    onEntry: () => {},
    log: line => lines.push(line),
  })
}
const countAudits = async (): Promise<number> =>
  (await (await server.as('court-manager')).call(listAudits)).audits.length

const isDone = ({ state }: Auditor) => eventually(async () => state.progress === null)

beforeAll(async () => {
  server = await startTestServer()
  other = await openRuntime(server.database.admin, server.runtime.keys, () => {})
})
afterAll(async () => {
  await closeDoors(other.doors)
  await server.stop()
})

/** Holds the lock as a server that audits does, until it is let go. */
const holdLock = async () => {
  const held = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()
  const done = withAuditLock(other.doors.keeper, () => {
    held.resolve()
    return end.promise
  })
  await held.promise
  return async () => {
    end.resolve()
    await done
  }
}

test('a lock that somebody holds all night keeps nobody from learning that there was no audit', async () => {
  const [letGo, auditor] = [await holdLock(), auditorOf(server.runtime)]
  const before = await countAudits()
  await auditor.atNight(nightAt(3))
  await auditor.atNight(nightAt(4))
  await letGo()
  await auditor.stop()
  expect(await countAudits()).toBe(before)
  expect(auditor.state.trouble).toBe('the audit of the night of 2018-07-20 never began: another one held its lock')
  expect(lines).toEqual([auditor.state.trouble])
})

test('of two servers on one database one audits at night, and no other later that night', async () => {
  const auditors = [auditorOf(server.runtime), auditorOf(other)]
  const before = await countAudits()
  await Promise.all(auditors.map(auditor => auditor.atNight(nightAt(3))))
  await Promise.all(auditors.map(isDone))
  const third = auditorOf(other)
  for (const auditor of [...auditors, third]) {
    await auditor.atNight(nightAt(3))
    await isDone(auditor)
    await auditor.stop()
  }
  expect(await countAudits()).toBe(before + 1)
})

test('an audit that is asked for while another server audits is refused with a sentence, and runs afterwards', async () => {
  const letGo = await holdLock()
  const manager = await server.as('police-manager')
  await expect(manager.call(startAudit, { body: {} })).rejects.toMatchObject({
    problem: { status: 409, reason: 'audit-running' },
  })
  expect((await manager.call(listAudits)).trouble).toBeNull()
  await letGo()
  const auditor = auditorOf(other)
  expect(await auditor.start(null)).toBe(true)
  expect(await auditor.start(null)).toBe(false)
  await auditor.stop()
})
