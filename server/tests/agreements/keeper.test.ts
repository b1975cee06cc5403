import { health, setPartnerSwitch } from '@pars/contract'
import { migrate } from '@pars/database'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkWalls } from '../../src/agreements/check-walls.ts'
import { inKeeperTransaction, KeeperBusy } from '../../src/agreements/in-keeper.ts'
import { startAgreementKeeper } from '../../src/agreements/keep-agreements.ts'
import { type AgreementWay, agreementWay, eventually, type TestPartner } from '../testing/agreement-way.ts'
import { readOwnTerms } from '../testing/partner-side.sql.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: AgreementWay
let partner: TestPartner
let admin: Client
beforeAll(async () => {
  server = await startTestServer()
  way = agreementWay(server)
  await way.genesis()
  partner = await way.partner()
  admin = new Client(server.database.admin)
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await server.stop()
})

const readHealth = async () =>
  (await (await fetch(`${server.baseUrl}${health.path}`)).json()) as {
    agreements: { running: boolean; trouble: string | null }
  }
const wallsEntries = async () =>
  (
    await admin.query<{ cause: string; hash: string }>(
      `select clear ->> 'cause' as cause, clear ->> 'wallsHash' as hash from journal.entry where kind = 'walls.changed' order by made_at, xid`,
    )
  ).rows
/** The server's own keeper may be at it in the same moment. */
const checkNow = (): Promise<string | null> =>
  eventually(async () => {
    const client = await server.runtime.doors.keeper.connect()
    try {
      return { found: await inKeeperTransaction(client, checkWalls) }
    } catch (error) {
      if (error instanceof KeeperBusy) return undefined
      throw error
    } finally {
      client.release()
    }
  }).then(({ found }) => found)

describe('the doors of partners and agreements', () => {
  test('a partner’s role is opened by its password from the partner key, and reads its own terms', async () => {
    const role = await way.partnerRole(partner)
    expect(await readOwnTerms(role)).toEqual([])
    await role.end()
    await eventually(async () => server.lines.some(line => line.startsWith('the door ptn_')))
  })

  test('an agreement’s role is made by the activation, with EXECUTE on its questions and nothing else to read', async () => {
    const agreement = await way.putInForce(partner, way.termsOf(partner))
    const asker = await way.connectAs(agreement.door)
    for (const table of ['police.arrest', 'disclosure.record', 'inquiry.asked', 'agreement.ballot', 'partner.partner'])
      await expect(asker.query(`select * from ${table}`), table).rejects.toMatchObject({ code: '42501' })
    await asker.end()
    const role = await way.partnerRole(partner)
    expect(await readOwnTerms(role)).toMatchObject([{ version: 1, activated: true, ended_at: null }])
    await role.end()
  })

  test('a partner whose unit is stopped is refused in the same second, and goes on when it is let', async () => {
    const agreement = await way.putInForce(partner, way.termsOf(partner))
    const court = await server.as('court-representative')
    const set = (stopped: boolean) =>
      court.call(setPartnerSwitch, {
        body: { subjectKind: 'unit', subjectId: partner.unitId, stopped, reason: 'A password was lost.' },
      })
    await set(true)
    expect((await way.askAs(partner, agreement.door)).answer?.term).toBe('unit-stopped')
    await set(false)
    expect((await way.askAs(partner, agreement.door)).answer?.term).toBeNull()
  })
})

describe('carrying out', () => {
  test('waits for a reader two seconds at most, lets everybody else go on, and tries again', async () => {
    const drafted = await way.draft(partner, way.termsOf(partner))
    const resolutionId = await way.open(drafted)
    await way.vote(resolutionId, { police: 'for', court: 'for' })
    await admin.query('begin')
    await admin.query('lock table disclosure.record in access share mode')
    await way.accept(partner, resolutionId)
    await new Promise(resolve => setTimeout(resolve, 3500))
    expect(await way.see(resolutionId)).toMatchObject({ standing: 'carried', needs: [] })
    expect((await readHealth()).agreements.trouble).toBeNull()
    await admin.query('commit')
    await way.carriedOut(resolutionId)
  })

  test('is done once, however many servers keep the agreements of one database', async () => {
    const lines: string[] = []
    const others = [1, 2].map(() =>
      startAgreementKeeper(server.runtime.doors.keeper, {
        partnerDoorKey: server.runtime.keys.partnerDoor,
        logOrigin: server.runtime.city.origin,
        log: line => void lines.push(line),
        onDoor: () => {},
      }),
    )
    const agreement = await way.putInForce(partner, way.termsOf(partner))
    await way.carriedOut(await way.resolve(agreement, 'suspend'))
    for (const other of others) {
      other.nudge()
      await other.lookNow()
      expect(other.state.trouble).toBeNull()
      await other.stop()
    }
    const { halts, versions } = await way.seeAgreement(agreement.agreementId)
    expect([halts.length, versions.filter(({ activatedAt }) => activatedAt !== null).length]).toEqual([1, 1])
    const said = [...server.lines, ...lines].filter(line =>
      line.startsWith(`resolution ${agreement.terms.agreement}-r`),
    )
    expect(said).toHaveLength(2)
  })
})

describe('the walls', () => {
  test('are entered as they are first seen, and with each activation; a server that starts again finds nothing new', async () => {
    expect((await wallsEntries())[0]).toMatchObject({ cause: 'first-seen' })
    await way.putInForce(partner, way.termsOf(partner))
    const before = await wallsEntries()
    await server.halt()
    await server.start()
    await eventually(async () => (await readHealth()).agreements.running)
    expect(await checkNow()).toBeNull()
    expect(await wallsEntries()).toEqual(before)
    expect((await readHealth()).agreements).toEqual({ running: true, trouble: null })
  })

  test('that were changed from outside are found at the start, entered, and shown to the operator until they are laid anew', async () => {
    await admin.query('grant select on disclosure.record to pars_portal')
    await server.halt()
    await server.start()
    const trouble = await eventually(async () => (await readHealth()).agreements.trouble ?? undefined)
    expect(trouble).toMatch(/the walls differ/)
    expect((await wallsEntries()).at(-1)).toMatchObject({ cause: 'found-different' })
    expect(server.lines.filter(line => line.includes('the walls differ'))).toHaveLength(1)
    // Found once, and trouble for whoever starts the server next.
    const found = await wallsEntries()
    expect(await checkNow()).toMatch(/the walls differ/)
    expect(await wallsEntries()).toEqual(found)
    await admin.query('revoke select on disclosure.record from pars_portal')
    expect(await checkNow()).toMatch(/the walls differ/)
    // What an act changes meanwhile explains nothing of it; laying the walls anew does.
    await way.partner()
    await eventually(async () => (await wallsEntries()).at(-1)?.cause === 'partner-door-opened')
    expect(await checkNow()).toMatch(/the walls differ/)
    await migrate(server.database.admin, { doorKey: server.database.doorKey, walls: true })
    expect((await wallsEntries()).at(-1)).toMatchObject({ cause: 'migrated' })
    expect(await checkNow()).toBeNull()
  })
})

describe('answers that nobody collected', () => {
  test('are thrown away after a quarter of an hour, and not before', async () => {
    const agreement = await way.putInForce(partner, way.termsOf(partner))
    const asker = await way.connectAs(agreement.door)
    const request = { unit: partner.unit, officer: 'x', purpose: 'criminal-investigation', authentication: 'signed' }
    const ask = () => asker.query(`select ${agreement.door}.by_identifier('otn', 'N1', $1)`, [JSON.stringify(request)])
    await ask()
    await ask()
    await asker.end()
    await admin.query(`update inquiry.held set held_at = held_at - interval '16 minutes'
      where ctid = (select ctid from inquiry.held where door = '${agreement.door}' limit 1)`)
    await eventually(async () => {
      const { rows } = await admin.query('select from inquiry.held where door = $1', [agreement.door])
      return rows.length === 1
    })
  })
})
