import { randomBytes } from 'node:crypto'
import { endSeatKey, health, tryExtension } from '@pars/contract'
import { doorPassword, doors } from '@pars/database'
import { parseId } from '@pars/domain'
import { Client, type DatabaseError } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AgreementWay, agreementWay, eventually, type TestPartner } from '../testing/agreement-way.ts'
import { expectRefused, readEntry } from '../testing/expect-refused.ts'
import { extensions, insertRawBallot, insertUnjournaledBallot, type RawBallot } from '../testing/raw-votes.sql.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: AgreementWay
let partner: TestPartner
let admin: Client
const roles = new Map<string, Client>()
let inForce: { agreementId: string; door: string }
let wanting: string

const asRole = (role: string): Client => {
  const client = roles.get(role)
  if (!client) throw new Error(`${role} is not connected`)
  return client
}
const codeOf = (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => 'done',
    (error: DatabaseError) => error.code ?? error.message,
  )
const accountOf = async (subject: string): Promise<string> =>
  (await admin.query('select account_id from staff.account where subject = $1', [subject])).rows[0].account_id

beforeAll(async () => {
  server = await startTestServer()
  way = agreementWay(server)
  await way.genesis()
  partner = await way.partner()
  admin = new Client(server.database.admin)
  await admin.connect()
  const terms = way.termsOf(partner)
  inForce = await way.putInForce(partner, terms)
  // A longer one, for which one seat of three has voted.
  const drafted = await way.draft(partner, {
    ...terms,
    version: 2,
    endsOn: `${Number(terms.endsOn.slice(0, 4)) + 1}-12-31` as never,
  })
  wanting = await way.open(drafted, { action: 'renew' })
  await way.vote(wanting, { police: 'for' })
  for (const door of doors) {
    const client = new Client({
      ...server.database.admin,
      user: door,
      password: doorPassword(server.database.doorKey, door),
    })
    await client.connect()
    roles.set(door, client)
  }
  roles.set('a partner', await way.partnerRole(partner))
  roles.set('an agreement', await way.connectAs(inForce.door))
})
afterAll(async () => {
  for (const client of [admin, ...roles.values()]) await client.end()
  await server.stop()
})

const standing = async () => (await admin.query('select * from inquiry.standing order by door')).rows
const loginRoles = [...doors, 'a partner', 'an agreement']

describe('as every login role, over a raw connection', () => {
  test.each(loginRoles)('%s begins and extends nothing', async role => {
    const before = await standing()
    const values = [parseId('agm', inForce.agreementId), parseId('res', wanting)]
    for (const [what, sql] of Object.entries(extensions)) {
      const code = await codeOf(asRole(role).query(sql, values))
      // The keeper may ask for an activation, and the database answers that two ballots are missing.
      const expected = role === 'pars_keeper' && what.startsWith('asks the keeper') ? ['PA051', 'PA050'] : ['42501']
      expect(expected, `${role} ${what}`).toContain(code)
    }
    expect(await standing()).toEqual(before)
  })

  test.each(loginRoles)('%s becomes no other role and changes no wall', async role => {
    const client = asRole(role)
    const others = [
      'set role pars_owner',
      'set role postgres',
      `grant pars_owner to current_user`,
      'create policy everything on disclosure.record for select using (true)',
      'alter table disclosure.record disable row level security',
      'alter table agreement.activation disable trigger all',
      `alter role ${inForce.door} with superuser`,
      'create role agr_111111111111 login',
    ]
    for (const sql of others) expect(['42501', '42704'], `${role}: ${sql}`).toContain(await codeOf(client.query(sql)))
  })

  test('whoever tries it by this server is shown what the database says to each of its roles, and the attempt is on file', async () => {
    const before = await standing()
    const params = { agreementId: inForce.agreementId }
    const body = { until: '2099-12-31' as never }
    const { tries, entryId } = await (await server.as('police-manager')).call(tryExtension, { params, body })
    expect(new Set(tries.map(({ role }) => role))).toEqual(new Set(doors))
    for (const one of tries)
      expect(one.sqlstate, `${one.role}: ${one.what}`).toBe(
        one.role === 'pars_keeper' && one.what.startsWith('ask') ? 'PA050' : '42501',
      )
    expect(await standing()).toEqual(before)
    expect(await readEntry(server, entryId)).toMatchObject({
      kind: 'act.refused',
      slots: { act: { permission: 'agreement.extend', reason: 'only-a-vote-extends' } },
    })
    const clerk = (await server.as('court-clerk')).call(tryExtension, { params, body })
    await expectRefused(server, clerk, { status: 403, reason: 'not-your-role' })
  })

  test('a superuser who lengthens what is in force, or rewrites a vote, is stopped by the table itself', async () => {
    const values = [parseId('agm', inForce.agreementId), parseId('res', wanting)]
    const expected: Record<string, string> = {
      'moves the end of a version': 'PA020',
      'moves the end of what is in force': 'PA066',
      'reopens a resolution': 'PA020',
      'turns a ballot': 'PA020',
      'removes a stop': 'PA020',
      'activates without ballots': '23503',
    }
    for (const [what, code] of Object.entries(expected))
      expect(await codeOf(admin.query(extensions[what] ?? '', values)), what).toMatch(
        code === '23503' ? /23503|PA\d+/ : code,
      )
  })
})

describe('a ballot over a raw connection, without this server', () => {
  const ballot = async (
    resolutionId: string,
    seat: 'police' | 'prosecutor' | 'court',
    change: Partial<RawBallot> = {},
  ) => {
    const file = way.files.get(seat === 'court' ? 'police' : seat)
    const courts = way.passkeys.get('court')
    return {
      resolution: parseId('res', resolutionId),
      seat,
      choice: 'for',
      statement: '{"format":"pars-ballot-1"}',
      keyId: (seat === 'court' ? courts?.keyId : file?.keyId) ?? '',
      signature: randomBytes(64),
      account: await accountOf(`${seat}-representative`),
      ...change,
    }
  }
  const newResolution = async () => way.open(await way.draft(partner, way.termsOf(partner)))

  test('is refused by the row policy where it is another seat’s', async () => {
    const resolutionId = await newResolution()
    const cast = insertRawBallot(asRole('pars_police'), await ballot(resolutionId, 'court'))
    expect(await codeOf(cast)).toMatch(/42501|PA014/)
  })

  test('is refused by the constraint where the seat has voted, and by the keys where it is of another version', async () => {
    const resolutionId = await newResolution()
    await way.vote(resolutionId, { police: 'against' })
    const door = asRole('pars_police')
    expect(await codeOf(insertRawBallot(door, await ballot(resolutionId, 'police')))).toBe('23505')
    const other = await ballot(await newResolution(), 'police', { version: 2 })
    expect(await codeOf(insertRawBallot(door, other))).toBe('23503')
  })

  test('is refused by the trigger where its key has ended, and by the foreign key where it is another seat’s or nobody’s', async () => {
    const resolutionId = await newResolution()
    const ended = await way.registerFile('police')
    const body = { keyId: ended.keyId, reason: 'Lost.' }
    await (await server.as('police-representative')).call(endSeatKey, { body })
    const door = asRole('pars_police')
    const cast = async (keyId: string) => codeOf(insertRawBallot(door, await ballot(resolutionId, 'police', { keyId })))
    expect(await cast(ended.keyId)).toBe('PA059')
    expect(await cast(way.files.get('prosecutor')?.keyId ?? '')).toBe('23503')
    expect(await cast('0'.repeat(32))).toBe('23503')
  })

  test('is refused by the journal’s wall where it has no entry, or one that says something else', async () => {
    const raw = await ballot(await newResolution(), 'police')
    const door = asRole('pars_police')
    expect(await codeOf(insertUnjournaledBallot(door, raw))).toBe('PA010')
    expect(await codeOf(insertRawBallot(door, { ...raw, publicChoice: 'abstain' }))).toBe('PA058')
  })

  test('with a forged signature is found before it takes effect, and the operator is told', async () => {
    const resolutionId = await newResolution()
    await insertRawBallot(asRole('pars_police'), await ballot(resolutionId, 'police'))
    await way.vote(resolutionId, { prosecutor: 'for' })
    await way.accept(partner, resolutionId)
    const seen = await eventually(async () => {
      const { agreements } = (await (await fetch(`${server.baseUrl}${health.path}`)).json()) as {
        agreements: { trouble: string | null }
      }
      return agreements.trouble ?? undefined
    })
    expect(seen).toMatch(/the signature of its ballot is wrong/)
    expect(await way.see(resolutionId)).toMatchObject({ standing: 'carried', carriedOutAt: null })
  })

  test('an acceptance that the partner’s key did not sign puts nothing in force', async () => {
    const drafted = await way.draft(partner, way.termsOf(partner))
    const resolutionId = await way.open(drafted)
    await way.vote(resolutionId, { police: 'for', court: 'for' })
    const role = await way.partnerRole(partner)
    const id = parseId('res', resolutionId)
    await role.query('select partner.answer_resolution($1, $2, null, null, $3, $4, $5, $6)', [
      id,
      'accepted',
      await way.acceptanceOf(resolutionId),
      partner.key.keyId,
      randomBytes(64),
      'coordinator',
    ])
    await role.end()
    await new Promise(resolve => setTimeout(resolve, 2500))
    expect(await way.seeAgreement(drafted.agreementId)).toMatchObject({ standing: 'drafted', version: null })
  })
})
