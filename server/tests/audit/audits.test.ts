import { listAudits, startAudit } from '@pars/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../testing/agreement-way.ts'
import { arrestWay } from '../testing/arrest-way.ts'
import { expectRefused } from '../testing/expect-refused.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { changeOrderUnseen, listAuditLeaves } from './audits.sql.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await arrestWay(server).toOrder()
})
afterAll(() => server.stop())

/** Starts one and waits for its result. */
const audit = async () => {
  const manager = await server.as('police-manager')
  const before = (await manager.call(listAudits)).audits.length
  await manager.call(startAudit, { body: {} })
  return eventually(async () => {
    const { running, audits } = await manager.call(listAudits)
    return running === null && audits.length > before && audits[0]
  }, 20)
}

test('a database that nobody has audited says so', async () => {
  const { audits, running, trouble } = await (await server.as('court-manager')).call(listAudits)
  expect({ audits, running, trouble }).toEqual({ audits: [], running: null, trouble: null })
})

test("an audit that a seat's manager starts is an entry, with who asked for it, and every seat sees its result", async () => {
  const found = await audit()
  expect(found).toMatchObject({ faults: 0, findings: [] })
  expect(found.askedBy).not.toBeNull()
  const { audits } = await (await server.as('court-representative')).call(listAudits)
  expect(audits.map(({ entryId }) => entryId)).toEqual([found.entryId])
})

test('a bail order changed behind the journal is named, by its entry and columns and nothing of what it says', async () => {
  await changeOrderUnseen(server.database.admin)
  const { faults, findings } = await audit()
  expect(faults).toBe(1)
  expect(findings).toMatchObject([{ fault: 'row-altered', table: 'court.bail_order', detail: 'reason_note' }])
  expect(findings[0]?.entry).toBeGreaterThan(0)
  expect(JSON.stringify(findings)).not.toContain('Made up later')
})

test('the public log says from where to where and how many faults, and no more', async () => {
  const leaves = await eventually(async () => {
    const listed = await listAuditLeaves(server.database.admin)
    return listed.length === 2 && listed
  })
  const said = leaves.map(({ nonce: _nonce, slots: _slots, at: _at, through: _through, ...clear }) => clear)
  expect(said).toEqual([
    { class: 'conduct', faults: 0, from: 1, kind: 'audit.completed', v: 1 },
    { class: 'conduct', faults: 1, from: 1, kind: 'audit.completed', v: 1 },
  ])
})

test('nobody starts or sees an audit but who answers for a seat', async () => {
  const reasons = {
    'booking-officer': 'not-your-role',
    'charging-attorney': 'not-your-role',
    magistrate: 'not-your-role',
    defender: 'not-your-act',
  }
  for (const [subject, reason] of Object.entries(reasons)) {
    const client = await server.as(subject)
    await expectRefused(server, client.call(listAudits), { status: 403, reason })
    await expectRefused(server, client.call(startAudit, { body: {} }), { status: 403, reason })
  }
})
