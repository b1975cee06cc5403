import { searchArrests, viewArrest } from '@pars/contract'
import { parseId } from '@pars/domain'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementWay } from '../testing/agreement-way.ts'
import { arrestWay } from '../testing/arrest-way.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { orderWay } from './order-way.ts'
import { planting } from './planted.ts'
import { redactedSlots, slotOf } from './several.sql.ts'
import { findTraces } from './traces.sql.ts'

let server: TestServer
let admin: Client
beforeAll(async () => {
  server = await startTestServer()
  admin = new Client(server.database.admin)
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await server.stop()
})

const named = (last: string, first: string, more: object = {}) => {
  const example = madeUpReport()
  const names = [{ kind: 'stated' as const, last, first, middle: null, suffix: null }]
  return { ...example, ...more, person: { ...example.person, names } }
}

describe('a slot that names several people', () => {
  test('of a search: what it found besides stays on record, what was typed does not', async () => {
    const { words, plant } = planting()
    const shared = plant()
    const way = arrestWay(server)
    const erased = await way.report(named(shared, plant()))
    const kept = await way.report(named(shared, 'Kept'))
    const officer = await server.as('booking-officer')
    const { found } = await officer.call(searchArrests, { query: { lastName: shared } })
    expect(found.map(({ arrestId }) => arrestId).sort()).toEqual([erased, kept].sort())
    await orderWay(server).done(erased)
    const [redacted] = await redactedSlots(admin)
    expect(redacted).toMatchObject({ slot: 'act', original: null, content: { found: [kept] } })
    expect(redacted?.content).not.toHaveProperty('criteria')
    // The other one bears the name still; only what told of the erased one is gone.
    expect(await findTraces(admin, words.slice(1))).toEqual([])
    expect((await officer.call(viewArrest, { params: { arrestId: kept } })).arrestId).toBe(kept)
  })

  test('of an answer: the other’s rows stay on record, and the erased one is in none of them', async () => {
    const { words, plant } = planting()
    const agreements = agreementWay(server)
    await agreements.genesis()
    const partner = await agreements.partner()
    const terms = agreements.termsOf(partner, {
      questions: [{ kind: 'by-incident' }],
      purposes: [{ code: 'criminal-investigation', cites: 'none', suffices: 'unverified' }],
    })
    const { door } = await agreements.putInForce(partner, terms)
    const way = arrestWay(server)
    const together = madeUpReport()
    const same = { incidents: together.incidents, charges: together.charges }
    const erased = await way.report(named(plant(), plant(), same))
    await way.report(named('Stays', 'Sam', same))
    const client = await agreements.connectAs(door)
    const request = {
      unit: partner.unit,
      officer: parseId('ofc', partner.officerId),
      purpose: 'criminal-investigation',
    }
    await client.query(`select ${door}.by_incident($1, $2)`, [together.incidents[0], JSON.stringify(request)])
    await client.end()
    await orderWay(server).done(erased)
    const answers = (await redactedSlots(admin)).filter(({ slot }) => slot === 'answer')
    expect(JSON.stringify(answers)).toContain('Stays')
    expect(await findTraces(admin, words)).toEqual([])
    // The incident is the other's too: what was asked stays, for the partner and for the count.
    expect(await slotOf(admin, 'inquiry.answered', 'predicate')).toContain(together.incidents[0])
  })
})

describe('a person with another arrest', () => {
  test('keeps that one, and the police number that both have', async () => {
    const policeNumber = '7654321'
    const { words, plant } = planting()
    const way = arrestWay(server)
    const first = named('Twice', 'Tom')
    const erased = await way.report({ ...first, place: plant(), person: { ...first.person, policeNumber } })
    const second = named('Twice', 'Tom')
    const kept = await way.report({ ...second, person: { ...second.person, policeNumber } })
    await orderWay(server).done(erased)
    expect(await findTraces(admin, words)).toEqual([])
    const record = await (await server.as('booking-officer')).call(viewArrest, { params: { arrestId: kept } })
    expect(record.report.person.policeNumber).toBe(policeNumber)
  })
})

describe('somebody who had the record open', () => {
  test('says so a moment later, and that entry is swept', async () => {
    const arrestId = await arrestWay(server).report()
    await orderWay(server).done(arrestId)
    const { words, plant } = planting()
    await admin.query(
      `select journal.write_entry('court', 'record.opened', null, sha256('1'), '{kind,actor,subject,act}', array[sha256('2'), sha256('3'), sha256('4'), sha256('5')],
        array['"record.opened"', null, to_jsonb($2::text)::text, jsonb_build_object('forWhom', $3::text)::text], $1, null, null)`,
      [parseId('arr', arrestId), arrestId, plant()],
    )
    server.runtime.doorbell.ring()
    for (let look = 0; look < 50; look += 1) {
      await server.runtime.doors.keeper.query('select court.sweep()')
      if ((await findTraces(admin, words)).length === 0) break
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    expect(await findTraces(admin, words)).toEqual([])
  })
})
