import { serveNotice, stopAgreement } from '@pars/contract'
import { addDays, parseId } from '@pars/domain'
import type { Terms } from '@pars/terms'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type AgreementWay,
  agreementWay,
  cityNow,
  type Draft,
  eventually,
  moveClock,
  type TestPartner,
} from '../testing/agreement-way.ts'
import { expectRefused } from '../testing/expect-refused.ts'
import { meetObligation } from '../testing/partner-side.sql.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

// The tests of this file are one story: each begins on the day on which the one before it ended.
let server: TestServer
let way: AgreementWay
let partner: TestPartner
const firstDay = '2018-01-10' as Terms['startsOn']

beforeAll(async () => {
  server = await startTestServer({ startsAt: `${firstDay}T15:00:00Z` })
  way = agreementWay(server, firstDay)
  await way.genesis()
  partner = await way.partner()
})
afterAll(() => server.stop())

const sees = (drafted: Pick<Draft, 'agreementId'>, expected: object) =>
  eventually(async () => {
    const seen = await way.seeAgreement(drafted.agreementId)
    try {
      expect(seen).toMatchObject(expected)
      return seen
    } catch {
      return undefined
    }
  }).catch(async () => {
    expect(await way.seeAgreement(drafted.agreementId)).toMatchObject(expected)
    throw new Error('it came a moment too late')
  })
const termOf = async (door: string) => (await way.askAs(partner, door)).answer?.term ?? null
const noticeOf = (kind: 'termination' | 'narrowing') => ({
  kind,
  recipient: 'Director',
  subject: 'Notice',
  body: 'As the terms say.',
  released: true,
  replyDueAt: null,
  repliesTo: null,
})
const onceOwed = (change: Partial<Terms['obligations'][number]> = {}): Terms['obligations'] => [
  { code: 'training', every: 'once', dueDays: 3, suspends: true, ...change },
]
const serve = async ({ agreementId }: Pick<Draft, 'agreementId'>, kind: 'termination' | 'narrowing') =>
  (await server.as('city-solicitor')).call(serveNotice, { params: { agreementId }, body: noticeOf(kind) })

describe('suspending and resuming', () => {
  test('two seats suspend at once and two let it go on; each is a resolution of its own', async () => {
    const agreement = await way.putInForce(partner, way.termsOf(partner, { obligations: [] }))
    expect(await termOf(agreement.door)).toBeNull()
    await way.carriedOut(await way.resolve(agreement, 'suspend'))
    await sees(agreement, { standing: 'suspended', why: 'suspended' })
    expect(await termOf(agreement.door)).toBe('agreement-suspended')
    await way.carriedOut(await way.resolve(agreement, 'resume'))
    await sees(agreement, { standing: 'in-force', why: null })
    expect(await termOf(agreement.door)).toBeNull()
  })
})

describe('an emergency stop', () => {
  test('is one seat’s where the terms say so, is served on the partner, and is void after its days', async () => {
    const emergencyStop = { seats: ['court' as const], confirmDays: 2 }
    const agreement = await way.putInForce(partner, way.termsOf(partner, { obligations: [], emergencyStop }))
    const stop = { params: { agreementId: agreement.agreementId }, body: { reason: 'A list was found.' } }
    const police = (await server.as('police-representative')).call(stopAgreement, stop)
    await expectRefused(server, police, { status: 409, reason: 'no-emergency-stop' })
    const court = await server.as('court-representative')
    const { voidAt } = await court.call(stopAgreement, stop)
    const seen = await sees(agreement, { standing: 'suspended', why: 'emergency-stopped', resumesAt: voidAt })
    expect(seen.notices).toMatchObject([{ kind: 'emergency-stop', servedBy: 'court', released: true }])
    expect(await termOf(agreement.door)).toBe('agreement-emergency-stopped')
    await moveClock(server, new Date(Date.parse(voidAt) - 1500).toISOString())
    expect(await termOf(agreement.door)).toBe('agreement-emergency-stopped')
    await moveClock(server, voidAt)
    expect(await termOf(agreement.door)).toBeNull()
    const after = await sees(agreement, { standing: 'in-force', halts: [{ kind: 'emergency-void' }, {}] })
    expect(after.halts).toHaveLength(2)
    // A seat that could begin again each time would hold an end of its own.
    await expectRefused(server, court.call(stopAgreement, stop), { status: 409, reason: 'stopped-before' })
  })

  test('does not shorten a suspension that two seats voted', async () => {
    const agreement = await way.putInForce(partner, way.termsOf(partner, { obligations: [] }))
    await way.carriedOut(await way.resolve(agreement, 'suspend'))
    const params = { agreementId: agreement.agreementId }
    const { voidAt } = await (await server.as('police-representative')).call(stopAgreement, {
      params,
      body: { reason: 'Too.' },
    })
    await moveClock(server, voidAt)
    expect(await termOf(agreement.door)).toBe('agreement-suspended')
    await sees(agreement, { standing: 'suspended', why: 'suspended' })
  })

  test('is confirmed by two seats who suspend before it is void', async () => {
    const agreement = await way.putInForce(partner, way.termsOf(partner, { obligations: [] }))
    const params = { agreementId: agreement.agreementId }
    const { voidAt } = await (await server.as('police-representative')).call(stopAgreement, {
      params,
      body: { reason: 'A leak.' },
    })
    await way.carriedOut(await way.resolve(agreement, 'suspend'))
    await moveClock(server, voidAt)
    expect(await termOf(agreement.door)).toBe('agreement-suspended')
    const { halts } = await way.seeAgreement(agreement.agreementId)
    expect(halts.map(({ kind }) => kind)).toEqual(['suspended', 'emergency-stopped'])
  })
})

describe('terminating', () => {
  test('ends an agreement at the instant to which its notice runs, and leaves the duties of the end', async () => {
    const terms = way.termsOf(partner, {
      obligations: [{ code: 'destruction-certificate', every: 'at-end', dueDays: 60, suspends: false }],
      notice: { nonRenewalDays: 30, terminationDays: 10, narrowingDays: 14, cureDays: 30 },
    })
    const agreement = await way.putInForce(partner, terms)
    const resolutionId = await way.resolve(agreement, 'terminate')
    expect((await way.see(resolutionId)).needs).toMatchObject([{ need: 'notice' }])
    expect(await termOf(agreement.door)).toBeNull()
    const served = (await cityNow(server)).slice(0, 10) as Terms['startsOn']
    await serve(agreement, 'termination')
    await eventually(async () => (await way.seeAgreement(agreement.agreementId)).versions[0]?.endedWhy === 'terminated')
    expect(await way.see(resolutionId)).toMatchObject({ standing: 'carried', needs: [{ need: 'notice-period' }] })
    const { versions } = await way.seeAgreement(agreement.agreementId)
    const end = `${addDays(served, 10)}T0`
    expect(versions[0]?.endedAt).toContain(end)
    expect(await termOf(agreement.door)).toBeNull()
    const endedAt = versions[0]?.endedAt ?? ''
    await moveClock(server, endedAt)
    expect(await termOf(agreement.door)).toBe('agreement-terminated')
    await way.carriedOut(resolutionId)
    const seen = await sees(agreement, {
      standing: 'ended',
      why: 'terminated',
      halts: [{ kind: 'terminated', effectiveAt: endedAt }],
      obligations: [{ code: 'destruction-certificate', arisesOn: addDays(served, 9), dueOn: addDays(served, 69) }],
    })
    expect(seen.openResolutions).toBe(0)
    const again = way.open(agreement, { action: 'resume' })
    await expectRefused(server, again, { status: 409, reason: 'agreement-ended' })
  })
})

describe('silence', () => {
  test('lapses a resolution that nobody else votes for; its ballot comes too late by a millisecond', async () => {
    const drafted = await way.draft(partner, way.termsOf(partner))
    const resolutionId = await way.open(drafted)
    await way.vote(resolutionId, { police: 'for' })
    const late = await way.signBallot(resolutionId, 'court', 'for')
    await moveClock(server, (await way.see(resolutionId)).closesAt)
    await expectRefused(server, way.cast(resolutionId, 'court', late), { status: 409, reason: 'resolution-closed' })
    await eventually(async () => (await way.see(resolutionId)).standing === 'lapsed')
    expect(await way.seeAgreement(drafted.agreementId)).toMatchObject({ standing: 'drafted', openResolutions: 0 })
  })

  test('lapses one that two seats carried and the partner did not answer', async () => {
    const drafted = await way.draft(partner, way.termsOf(partner))
    const resolutionId = await way.open(drafted)
    await way.vote(resolutionId, { police: 'for', court: 'for' })
    await moveClock(server, (await way.see(resolutionId)).closesAt)
    await expect(way.accept(partner, resolutionId)).rejects.toMatchObject({ code: 'PA072' })
    await eventually(async () => (await way.see(resolutionId)).standing === 'lapsed')
    expect(await way.seeAgreement(drafted.agreementId)).toMatchObject({ standing: 'drafted' })
  })
})

describe('duties', () => {
  test('one that is missed suspends where the terms say so, and only a vote lets it go on', async () => {
    const agreement = await way.putInForce(partner, way.termsOf(partner, { obligations: onceOwed({ dueDays: 100 }) }))
    const [duty] = (await way.seeAgreement(agreement.agreementId)).obligations
    expect(duty).toMatchObject({ code: 'training', suspends: true, missedAt: null })
    await moveClock(server, `${duty?.dueOn}T23:00:00Z`)
    expect(await termOf(agreement.door)).toBeNull()
    await moveClock(server, `${addDays(duty?.dueOn as never, 1)}T12:00:00Z`)
    await sees(agreement, { standing: 'suspended', why: 'obligation-overdue' })
    expect(await termOf(agreement.door)).toBe('agreement-obligation-overdue')
    const role = await way.partnerRole(partner)
    await meetObligation(role, parseId('obl', duty?.obligationId ?? ''))
    await role.end()
    await sees(agreement, { standing: 'suspended', obligations: [{ evidence: 'Done.' }] })
    await way.carriedOut(await way.resolve(agreement, 'resume'))
    expect(await termOf(agreement.door)).toBeNull()
  })

  test('one that is missed elsewhere is a fact and nothing more', async () => {
    const agreement = await way.putInForce(
      partner,
      way.termsOf(partner, { obligations: onceOwed({ dueDays: 0, suspends: false }) }),
    )
    const seen = await sees(agreement, { standing: 'in-force', obligations: [{ code: 'training' }] })
    await eventually(async () => {
      const [duty] = (await way.seeAgreement(seen.agreementId)).obligations
      return duty?.missedAt != null
    })
    expect(await termOf(agreement.door)).toBeNull()
  })
})

describe('the last day', () => {
  test('is the last: at the first instant of the next one every question is refused, and nothing is extended', async () => {
    const now = await cityNow(server)
    const endsOn = addDays(now.slice(0, 10) as never, 5)
    const terms = way.termsOf(partner, {
      endsOn,
      obligations: [{ code: 'destruction-certificate', every: 'at-end', dueDays: 30, suspends: false }],
    })
    const agreement = await way.putInForce(partner, terms, { closesAt: addHoursTo(now, 48) })
    const { endsAt } = await way.seeAgreement(agreement.agreementId)
    await moveClock(server, new Date(Date.parse(endsAt ?? '') - 1500).toISOString())
    expect(await termOf(agreement.door)).toBeNull()
    await moveClock(server, endsAt ?? '')
    expect(await termOf(agreement.door)).toBe('agreement-ended')
    await sees(agreement, {
      standing: 'ended',
      why: 'expired',
      halts: [{ kind: 'expired', effectiveAt: endsAt }],
      obligations: [{ code: 'destruction-certificate', arisesOn: endsOn }],
    })
    const longer = await way.draft(partner, { ...terms, version: 2, endsOn: addDays(endsOn, 300) })
    await expectRefused(server, way.open(longer, { action: 'renew' }), { status: 409, reason: 'agreement-ended' })
  })
})

function addHoursTo(now: string, hours: number) {
  return new Date(Date.parse(now) + hours * 3_600_000).toISOString() as never
}
