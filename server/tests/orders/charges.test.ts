import { decideCharges, takeCharging, viewArrest } from '@pars/contract'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementWay, type TestPartner } from '../testing/agreement-way.ts'
import { arrestWay, moneyOrder } from '../testing/arrest-way.ts'
import { expectRefused } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { orderWay } from './order-way.ts'
import { planting } from './planted.ts'
import { findTraces } from './traces.sql.ts'

let server: TestServer
let admin: Client
let partner: TestPartner
let door: string
const erased = planting()
const kept = planting()
const otn = 'T7777771'
let arrestId: string
let docketId: string
let chargeIds: string[]

beforeAll(async () => {
  server = await startTestServer()
  admin = new Client(server.database.admin)
  await admin.connect()
  const agreements = agreementWay(server)
  await agreements.genesis()
  partner = await agreements.partner()
  door = (await agreements.putInForce(partner, agreements.termsOf(partner))).door
  const way = arrestWay(server)
  const example = madeUpReport()
  const [charge] = example.charges
  if (!charge) throw new Error('the example has a charge')
  const own = `${String(charge.dcNumber).slice(0, 6)}999001`
  arrestId = await way.report({
    otn,
    incidents: [String(charge.dcNumber), own],
    charges: [
      { ...charge, description: kept.plant() },
      // An incident of its own goes with the charge.
      { ...charge, description: erased.plant(), dcNumber: own },
      { ...charge, description: erased.plant() },
    ],
  } as never)
  erased.words.push(own)
  const attorney = await server.as('charging-attorney')
  await attorney.call(takeCharging, { params: { arrestId } })
  const record = await attorney.call(viewArrest, { params: { arrestId } })
  const [first, second, third] = record.report.charges
  const body = {
    arrestVersion: record.version,
    decisions: [
      { kind: 'approved' as const, policeChargeId: first?.policeChargeId },
      { kind: 'approved' as const, policeChargeId: second?.policeChargeId },
      {
        kind: 'declined' as const,
        policeChargeId: third?.policeChargeId,
        reason: 'insufficient-evidence' as const,
        note: erased.plant(),
      },
    ],
  }
  chargeIds = (await attorney.call(decideCharges, { params: { arrestId }, body })).chargeIds
  const complaintId = await way.complain(arrestId, chargeIds)
  docketId = await way.file(complaintId)
  await way.list(docketId)
  await way.arraign(docketId)
  await way.order(docketId, moneyOrder())
  await agreements.askAs(partner, door, otn)
  chargeIds = [...chargeIds, third?.policeChargeId ?? '']
})
afterAll(async () => {
  await admin.end()
  await server.stop()
})

describe('an expungement of single charges', () => {
  test('is refused where it names all charges, or one of another case', async () => {
    const way = orderWay(server)
    await expectRefused(server, way.enter(arrestId, { charges: chargeIds }), {
      status: 422,
      reason: 'charges-are-the-whole-case',
    })
    await expectRefused(server, way.enter(arrestId, { charges: [`chg_${'0'.repeat(32)}`] }), {
      status: 422,
      reason: 'charges-unknown',
    })
  })

  test('leaves none of their words in any row, and every word of those that remain', async () => {
    expect((await findTraces(admin, erased.words)).length).toBeGreaterThan(4)
    await orderWay(server).done(arrestId, { charges: chargeIds.slice(1) })
    expect(await findTraces(admin, erased.words)).toEqual([])
    expect(new Set((await findTraces(admin, kept.words)).map(trace => trace.split(':')[0]))).toEqual(
      new Set(['disclosure.record', 'journal.content', 'police.arrest_version', 'police.charge', 'prosecutor.charge']),
    )
  })

  test('leaves the rest of the case usable: charges that remain, docket, bail order', async () => {
    const record = await (await server.as('court-clerk')).call(viewArrest, { params: { arrestId } })
    expect(record.report.charges.map(({ description }) => description)).toEqual(kept.words)
    expect(record.charging.decision?.charges.map(({ description }) => description)).toEqual(kept.words)
    expect(record.dockets).toMatchObject([{ docketId, bail: { order: { amountCents: 2_500_000 } } }])
    const early = await (await server.as('court-clerk')).call(viewArrest, {
      params: { arrestId },
      query: { asof: record.journal.latest - 8 },
    })
    expect(early.report.charges.map(({ description }) => description)).toEqual(kept.words)
  })

  test('is named entry by entry, and what was in the same slots is recorded again without it', async () => {
    const { rows } = await admin.query<{ entry: number; gone: boolean }>(
      `select (c.texts[4]::jsonb ->> 'entry')::int as entry,
         (select o.texts[array_position(o.names, c.texts[4]::jsonb ->> 'slot')] is null from journal.place p join journal.content o using (entry_id)
           where p.number = (c.texts[4]::jsonb ->> 'entry')::int) as gone
       from journal.entry e join journal.content c using (entry_id) where e.kind = 'record.redacted'`,
    )
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.every(({ gone }) => gone)).toBe(true)
  })

  test('shows a partner the charges that remain', async () => {
    const { answer } = await agreementWay(server).askAs(partner, door, otn)
    expect(JSON.stringify(answer?.rows)).toContain(kept.words[0])
    expect(JSON.stringify(answer?.rows)).not.toContain('Zq'.concat(erased.words[0]?.slice(2) ?? ''))
  })
})
