import { addAccount, changeAccount, createClient, endAccount, listStaff, viewMe } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findAccount, startSignIn } from '../../src/sign-in/start-sign-in.ts'
import { localIssuer } from '../../src/system/local-issuer.ts'
import { expectRefused, problemOf, readEntry } from '../testing/expect-refused.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

let serial = 0
const offered = (change: object = {}) => {
  serial += 1
  return {
    displayName: "Zoë O'Made-Up",
    role: 'booking-officer',
    kind: 'person' as const,
    badge: '9100',
    organization: null,
    issuer: localIssuer,
    subject: `made-up-${serial}`,
    ...change,
  }
}
const add = async (subject: string, change: object = {}) =>
  (await server.as(subject)).call(addAccount, { body: offered(change) })
const find = async (subject: string, accountId: string) => {
  const { people } = await (await server.as(subject)).call(listStaff)
  const person = people.find(one => one.accountId === accountId)
  if (!person) throw new Error('not among the people of the seat')
  return person
}
const change = async (subject: string, accountId: string, version: number, body: object) =>
  (await server.as(subject)).call(changeAccount, { params: { accountId }, version, body: { ...body } })
const end = async (subject: string, accountId: string) =>
  (await server.as(subject)).call(endAccount, { params: { accountId }, body: { reason: 'Left the department.' } })
const idOf = async (subject: string): Promise<string> => {
  const { account } = await (await server.as(subject)).call(viewMe)
  return account?.accountId ?? ''
}
const clientOf = async (subject: string, kind: 'cookie' | 'bearer') => {
  const account = await findAccount(server.runtime, localIssuer, subject)
  const token = account && (await startSignIn(server.runtime, account, kind))
  if (!token) throw new Error('no sign-in')
  if (kind === 'bearer') return createClient({ baseUrl: server.baseUrl, token })
  const withCookie: typeof fetch = (url, init) =>
    fetch(url, { ...init, headers: { ...(init?.headers as object), cookie: `pars_sign_in=${token}` } })
  return createClient({ baseUrl: server.baseUrl, fetch: withCookie })
}

describe('the people of a seat', () => {
  test("are its own; the court's manager sees the defenders too", async () => {
    const partiesSeenBy = async (subject: string) => {
      const { people } = await (await server.as(subject)).call(listStaff)
      return [...new Set(people.map(({ party }) => party))].sort()
    }
    expect(await partiesSeenBy('police-manager')).toEqual(['police'])
    expect(await partiesSeenBy('prosecutor-manager')).toEqual(['prosecutor'])
    expect(await partiesSeenBy('court-manager')).toEqual(['court', 'defense'])
    const { roles, may } = await (await server.as('prosecutor-manager')).call(listStaff)
    expect(roles).toEqual([
      'charging-attorney',
      'charging-supervisor',
      'prosecutor-manager',
      'prosecutor-representative',
    ])
    expect(may).toEqual(['staff.view', 'staff.add', 'staff.change', 'staff.end'])
  })

  test('are shown to managers only, and a refused look is recorded', async () => {
    const clerk = await server.as('court-clerk')
    await expectRefused(server, clerk.call(listStaff), { status: 403, reason: 'not-your-role' })
    expect(await problemOf(server.visitor.call(listStaff))).toMatchObject({ status: 401, reason: 'sign-in-first' })
  })
})

describe('adding an account', () => {
  test('lets that identity act in that role, and is journaled', async () => {
    const body = offered({ role: 'detective' })
    const added = await (await server.as('police-manager')).call(addAccount, { body })
    expect(await readEntry(server, added.receipt.entryId)).toMatchObject({
      kind: 'account.added',
      party: 'police',
      slots: { act: { accountId: added.accountId, ...body, party: 'police', version: 1 } },
    })
    const me = await (await server.as(body.subject)).call(viewMe)
    expect(me).toMatchObject({ role: 'detective', account: { displayName: "Zoë O'Made-Up", party: 'police' } })
  })

  test('is for the seat itself, except that the court keeps the defenders', async () => {
    const refused = { status: 403, reason: 'other-seats-people' }
    await expectRefused(server, add('police-manager', { role: 'magistrate' }), refused)
    await expectRefused(server, add('prosecutor-manager', { role: 'defender' }), refused)
    await expectRefused(server, add('court-manager', { role: 'detective' }), refused)
    const defender = await add('court-manager', { role: 'defender', organization: 'Defender Association' })
    expect(await find('court-manager', defender.accountId)).toMatchObject({ party: 'defense', role: 'defender' })
  })

  test('refuses an identity that has an account, an unknown role, and a text that is no name', async () => {
    const subject = 'booking-officer'
    await expectRefused(server, add('police-manager', { subject }), { status: 422, reason: 'account-exists' })
    await expectRefused(server, add('police-manager', { role: 'sheriff' }), { status: 422, reason: 'role-unknown' })
    await expectRefused(server, add('police-manager', { kind: 'system' }), {
      status: 422,
      reason: 'kind-of-another-role',
    })
    await expectRefused(server, add('police-manager', { displayName: '<b>x</b>' }), {
      status: 422,
      reason: 'text-markup',
    })
    await expectRefused(server, add('police-manager', { subject: 'a\0b' }), { status: 422, reason: 'text-nul' })
  })

  test('of twenty calls for one identity at once one wins', async () => {
    const subject = 'raced-subject'
    const calls = Array.from({ length: 20 }, () =>
      add('police-manager', { subject }).then(
        () => 'added',
        problem => problem.problem.reason,
      ),
    )
    const answers = await Promise.all(calls)
    expect(answers.filter(answer => answer === 'added')).toHaveLength(1)
    expect(answers.filter(answer => answer === 'account-exists')).toHaveLength(19)
  })
})

describe('changing an account', () => {
  test('gives the next request the new role, and wants the version that was seen', async () => {
    const { accountId } = await add('police-manager', { subject: 'becomes-detective' })
    const client = await server.as('becomes-detective')
    expect((await client.call(viewMe)).role).toBe('booking-officer')
    const body = { displayName: 'Detective Made-Up', role: 'detective', badge: null, organization: null }
    await change('police-manager', accountId, 1, body)
    expect((await client.call(viewMe)).role).toBe('detective')
    expect(await find('police-manager', accountId)).toMatchObject({ ...body, version: 2 })
    const stale = change('police-manager', accountId, 1, { ...body, displayName: 'Another' })
    await expectRefused(server, stale, { status: 412, reason: 'version-changed' })
  })

  test("is not another seat's, and keeps the party", async () => {
    const clerk = await idOf('court-clerk')
    const body = { displayName: 'Clerk Court', role: 'court-clerk', badge: null, organization: null }
    const byPolice = change('police-manager', clerk, 1, body)
    await expectRefused(server, byPolice, { status: 403, reason: 'other-seats-people' })
    const toDefense = change('court-manager', clerk, 1, { ...body, role: 'defender' })
    await expectRefused(server, toDefense, { status: 422, reason: 'role-of-another-party' })
  })
})

describe('ending an account', () => {
  test('stops its bearer token and its cookie at once, and no new sign-in begins', async () => {
    const { accountId } = await add('police-manager', { subject: 'leaves-soon' })
    const bearer = await clientOf('leaves-soon', 'bearer')
    const cookie = await clientOf('leaves-soon', 'cookie')
    for (const client of [bearer, cookie]) expect((await client.call(viewMe)).account?.accountId).toBe(accountId)
    const ended = await end('police-manager', accountId)
    expect(await readEntry(server, ended.receipt.entryId)).toMatchObject({
      kind: 'account.ended',
      slots: { act: { accountId, version: 2, reason: 'Left the department.' } },
    })
    expect(await problemOf(bearer.call(viewMe))).toMatchObject({ status: 401, reason: 'sign-in-ended' })
    expect((await cookie.call(viewMe)).account).toBeNull()
    expect(await findAccount(server.runtime, localIssuer, 'leaves-soon')).toBeUndefined()
    const person = await find('police-manager', accountId)
    expect(person.endedAt).not.toBeNull()
    await expectRefused(server, end('police-manager', accountId), { status: 409, reason: 'account-ended' })
  })

  test("is not another seat's act, not one's own, and leaves the seat a manager", async () => {
    const manager = await idOf('police-manager')
    await expectRefused(server, end('court-manager', manager), { status: 403, reason: 'other-seats-people' })
    await expectRefused(server, end('police-manager', manager), { status: 409, reason: 'last-manager' })
    await add('police-manager', { role: 'police-manager', subject: 'second-manager' })
    await expectRefused(server, end('police-manager', manager), { status: 409, reason: 'own-account' })
  })

  test('of two managers who end each other at once one stays', async () => {
    for (const subject of ['prosecutor-a', 'prosecutor-b'])
      await add('prosecutor-manager', { role: 'prosecutor-manager', subject })
    const [a, b] = [await idOf('prosecutor-a'), await idOf('prosecutor-b')]
    await end('prosecutor-a', await idOf('prosecutor-manager'))
    const outcome = (call: Promise<unknown>) =>
      call.then(
        () => 'ended',
        problem => problem.problem.reason,
      )
    const answers = await Promise.all([outcome(end('prosecutor-a', b)), outcome(end('prosecutor-b', a))])
    expect(answers.filter(answer => answer === 'ended')).toHaveLength(1)
    expect(['own-account-ended', 'sign-in-ended']).toContain(answers.find(answer => answer !== 'ended'))
  })
})
