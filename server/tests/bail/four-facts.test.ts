import { recommendBail, refuseBail, requestBail, requestDefenseBail, setBail, viewHearing } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrestWay, arrestWay, orderOf } from '../testing/arrest-way.ts'
import { expectRefused, problemOf, readEntry } from '../testing/expect-refused.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
let way: ArrestWay
let arraigned: { docketId: string }
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
  arraigned = await way.toArraignment()
})
afterAll(() => server.stop())

const ror = { types: ['ror' as const], amountCents: null, depositPercent: null, note: null }
const refusal = { reasons: ['danger-to-others' as const], reasonNote: 'A weapon was used; the threat was repeated.' }
const facts = {
  'the Commonwealth’s request': {
    endpoint: requestBail,
    body: ror,
    owner: 'charging-attorney',
    party: 'prosecutor',
    permission: 'bail.request',
    kind: 'bail.requested',
  },
  'the defense’s request': {
    endpoint: requestDefenseBail,
    body: ror,
    owner: 'defender',
    party: 'defense',
    permission: 'bail.defense-request',
    kind: 'bail.defense-requested',
  },
  'the guideline': {
    endpoint: recommendBail,
    body: ror,
    owner: 'pretrial-officer',
    party: 'court',
    permission: 'bail.recommend',
    kind: 'bail.recommended',
  },
  'the order': {
    endpoint: setBail,
    body: orderOf(),
    owner: 'magistrate',
    party: 'court',
    permission: 'bail.set',
    kind: 'bail.set',
  },
  'the refusal of bail': {
    endpoint: refuseBail,
    body: refusal,
    owner: 'magistrate',
    party: 'court',
    permission: 'bail.refuse',
    kind: 'bail.refused',
  },
} as const
type Fact = keyof typeof facts
const names = Object.keys(facts) as Fact[]

const parties = {
  'booking-officer': 'police',
  detective: 'police',
  'release-desk': 'police',
  'charging-attorney': 'prosecutor',
  'pretrial-officer': 'court',
  'court-clerk': 'court',
  magistrate: 'court',
  'court-manager': 'court',
  'court-system': 'court',
  defender: 'defense',
} as const
const enter = async (fact: Fact, subject: string, docketId = arraigned.docketId) =>
  (await server.as(subject)).call(facts[fact].endpoint, { params: { docketId }, body: { ...facts[fact].body } })

const wrongActors = names.flatMap(fact =>
  Object.entries(parties)
    .filter(([subject]) => subject !== facts[fact].owner)
    .map(([subject, party]) => ({ fact, subject, party })),
)

describe('each fact about bail is entered by whose it is', () => {
  test.each(wrongActors)(
    '$subject can’t enter $fact, and the refusal is in the journal',
    async ({ fact, subject, party }) => {
      const reason = party === facts[fact].party ? 'not-your-role' : 'not-your-act'
      const problem = await expectRefused(server, enter(fact, subject), { status: 403, reason })
      expect(await readEntry(server, problem.entryId ?? '')).toMatchObject({
        party,
        slots: { actor: { role: subject }, act: { permission: facts[fact].permission, reason } },
      })
    },
  )

  test('nobody enters any of them without signing in', async () => {
    for (const fact of names) {
      const call = server.visitor.call(facts[fact].endpoint, { params: arraigned, body: { ...facts[fact].body } })
      expect(await problemOf(call)).toMatchObject({ status: 401 })
    }
  })

  test.each(names)('%s by its owner stands in the record under his name', async fact => {
    const { docketId } = await way.toArraignment()
    const answer = await enter(fact, facts[fact].owner, docketId)
    expect(await readEntry(server, answer.receipt.entryId)).toMatchObject({
      kind: facts[fact].kind,
      party: facts[fact].party,
      slots: { actor: { role: facts[fact].owner } },
    })
  })
})

describe('the walls refuse the same, whatever the application says', () => {
  const tables = {
    'prosecutor.bail_request': 'prosecutor',
    'defense.bail_request': 'defense',
    'court.bail_guideline': 'court',
    'court.bail_order': 'court',
    'narrative.bail_condition': 'court',
  } as const
  const doors = ['police', 'prosecutor', 'court', 'defense', 'keeper', 'board', 'signin', 'portal'] as const
  const cases = Object.entries(tables).flatMap(([table, owner]) =>
    doors.filter(door => door !== owner).map(door => ({ table, door })),
  )
  test.each(cases)('the door $door can’t write $table', async ({ table, door }) => {
    await expect(server.runtime.doors[door].query(`insert into ${table} default values`)).rejects.toMatchObject({
      code: '42501',
    })
  })

  test('the owner’s own door can’t write it without an entry of the same transaction', async () => {
    for (const [table, door] of Object.entries(tables))
      await expect(server.runtime.doors[door].query(`insert into ${table} default values`)).rejects.toMatchObject({
        code: 'PA010',
      })
  })
})

describe('what is asked for', () => {
  test('may be asked anew before the order, and the newest stands', async () => {
    const { docketId } = await way.toDocket()
    const attorney = await server.as('charging-attorney')
    const ask = (amountCents: number) =>
      attorney.call(requestBail, {
        params: { docketId },
        body: { types: ['monetary'], amountCents, depositPercent: 10, note: 'As stated.' },
      })
    await ask(100_000)
    await ask(250_000)
    const { docket, record } = await attorney.call(viewHearing, { params: { docketId } })
    expect(docket.bail.request).toMatchObject({ amountCents: 250_000, note: 'As stated.' })
    expect(record.history.filter(({ kind }) => kind === 'bail.requested')).toHaveLength(2)
  })

  test('comes too late once bail is decided', async () => {
    const { docketId } = await way.toOrder()
    for (const fact of ['the Commonwealth’s request', 'the defense’s request', 'the guideline'] as const) {
      const late = enter(fact, facts[fact].owner, docketId)
      await expectRefused(server, late, { status: 409, reason: 'order-made' })
    }
  })

  test('names an amount exactly where a type carries money', async () => {
    const refusals = [
      [{ amountCents: 100 }, 'amount-without-money-type', '/amountCents'],
      [{ types: ['monetary'] }, 'amount-missing', '/amountCents'],
      [{ types: ['monetary'], amountCents: 100 }, 'deposit-missing', '/depositPercent'],
      [{ types: ['monetary'], amountCents: 100, depositPercent: 11 }, 'deposit-range', '/depositPercent'],
      [{ types: ['ror', 'unsecured'], amountCents: 100 }, 'types-contradict', '/types'],
      [{ note: 'a\u202eb' }, 'text-bidi-control', '/note'],
    ] as const
    const { docketId } = await way.toDocket()
    const attorney = await server.as('charging-attorney')
    for (const [change, reason, pointer] of refusals) {
      const call = attorney.call(requestBail, { params: { docketId }, body: { ...ror, ...change } })
      const problem = await expectRefused(server, call, { status: 422, reason })
      expect(problem.errors?.[0]?.pointer).toBe(pointer)
    }
  })

  test('for another’s client is asked by nobody of the Defender Association', async () => {
    const { docketId } = await way.toDocket({}, 'private')
    const call = enter('the defense’s request', 'defender', docketId)
    await expectRefused(server, call, { status: 404, reason: 'not-found' })
  })
})
