import { recordConstraint, serveNotice, signOff } from '@pars/contract'
import { addDays, type PlainDate, parseId } from '@pars/domain'
import { cityMidnight, type Terms } from '@pars/terms'
import type { DatabaseError } from 'pg'
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
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

// One story, as in calendar.test.ts: the clock only goes on.
let server: TestServer
let way: AgreementWay
let partner: TestPartner
const firstDay = '2018-03-01' as PlainDate

beforeAll(async () => {
  server = await startTestServer({ startsAt: `${firstDay}T15:00:00Z` })
  way = agreementWay(server, firstDay)
  await way.genesis()
  partner = await way.partner()
})
afterAll(() => server.stop())

const today = async (): Promise<PlainDate> => (await cityNow(server)).slice(0, 10) as PlainDate
const termOf = async (door: string) => (await way.askAs(partner, door)).answer?.term ?? null
const needs = async (resolutionId: string) => (await way.see(resolutionId)).needs.map(({ need }) => need)
const serveNarrowing = async ({ agreementId }: Pick<Draft, 'agreementId'>) => {
  const body = {
    kind: 'narrowing' as const,
    recipient: 'Director',
    subject: 'Notice of narrowing',
    body: 'From that day on.',
    released: true,
    replyDueAt: null,
    repliesTo: null,
  }
  return (await server.as('city-solicitor')).call(serveNotice, { params: { agreementId }, body })
}
const activateAsKeeper = (resolutionId: string): Promise<string> =>
  server.runtime.doors.keeper.query('select agreement.activate($1)', [parseId('res', resolutionId)]).then(
    () => 'done',
    (error: DatabaseError) => String(error.code),
  )
const longTerms = (change: Partial<Terms> = {}) =>
  way.termsOf(partner, { obligations: [], endsOn: addDays(firstDay, 300), ...change })
const narrower = (terms: Terms, change: Partial<Terms> = {}): Terms => ({
  ...terms,
  version: terms.version + 1,
  limits: { ...terms.limits, rowsPerAnswer: 1 },
  ...change,
})

describe('an amendment that narrows', () => {
  test('goes by the notice that the terms in force name, and the older text answers until the newer one begins', async () => {
    const terms = longTerms()
    const agreement = await way.putInForce(partner, terms)
    const startsOn = addDays(await today(), 14)
    const drafted = await way.draft(partner, narrower(terms, { startsOn }))
    const resolutionId = await way.open(drafted, { action: 'amend' })
    await way.vote(resolutionId, { police: 'for', prosecutor: 'for' })
    expect(await way.see(resolutionId)).toMatchObject({ narrows: true, follows: 1, standing: 'carried' })
    expect(await needs(resolutionId)).toEqual(['notice'])
    expect(await activateAsKeeper(resolutionId)).toBe('PA064')
    await serveNarrowing(drafted)
    expect(await way.carriedOut(resolutionId)).toMatchObject({ acceptance: null })
    const newer = await way.doorOf(drafted)
    expect(await termOf(agreement.door)).toBeNull()
    expect(await termOf(newer)).toBe('agreement-not-begun')
    await moveClock(server, cityMidnight(startsOn))
    expect(await termOf(agreement.door)).toBe('agreement-superseded')
    expect(await termOf(newer)).toBeNull()
    expect(await way.seeAgreement(agreement.agreementId)).toMatchObject({
      standing: 'in-force',
      version: 2,
      versions: [
        { version: 2, endedWhy: null },
        { version: 1, endedWhy: 'superseded' },
      ],
    })
  })

  test('does not begin a day earlier than its notice says', async () => {
    const terms = longTerms()
    await way.putInForce(partner, terms)
    const startsOn = addDays(await today(), 13)
    const drafted = await way.draft(partner, narrower(terms, { startsOn }))
    const resolutionId = await way.open(drafted, { action: 'amend' })
    await way.vote(resolutionId, { police: 'for', prosecutor: 'for' })
    await serveNarrowing(drafted)
    expect(await needs(resolutionId)).toEqual(['notice-period'])
    expect(await activateAsKeeper(resolutionId)).toBe('PA065')
    await moveClock(server, cityMidnight(addDays(startsOn, 1)))
    await way.carriedOut(resolutionId)
  })

  test('needs no notice where the partner accepts it', async () => {
    const terms = longTerms()
    await way.putInForce(partner, terms)
    const drafted = await way.draft(partner, narrower(terms))
    const resolutionId = await way.open(drafted, { action: 'amend' })
    await way.vote(resolutionId, { police: 'for', court: 'for' })
    await way.accept(partner, resolutionId)
    expect(await way.carriedOut(resolutionId)).toMatchObject({ acceptance: { decision: 'accepted' } })
  })
})

describe('an amendment that widens', () => {
  test.each<[string, (terms: Terms) => Partial<Terms>]>([
    ['a later last day', terms => ({ endsOn: addDays(terms.endsOn, 1) })],
    ['one more row', ({ limits }) => ({ limits: { ...limits, rowsPerAnswer: limits.rowsPerAnswer + 1 } })],
    ['another question', ({ questions }) => ({ questions: [...questions, { kind: 'recent', hours: 1 }] })],
    [
      'a purpose of its own choosing',
      ({ purposes }) => ({ purposes: [...purposes, { code: 'custody', cites: 'none', suffices: 'unverified' }] }),
    ],
    ['a duty more', () => ({ obligations: [{ code: 'training', every: 'once', dueDays: 9, suspends: true }] })],
  ])('%s needs the partner, whatever notice is served and whoever asks', async (_, change) => {
    const terms = longTerms()
    const agreement = await way.putInForce(partner, terms)
    const drafted = await way.draft(partner, { ...terms, version: 2, ...change(terms) })
    const resolutionId = await way.open(drafted, { action: 'amend' })
    await way.vote(resolutionId, { police: 'for', prosecutor: 'for', court: 'for' })
    await serveNarrowing(agreement)
    expect(await way.see(resolutionId)).toMatchObject({ narrows: false, needs: [{ need: 'acceptance' }] })
    await eventually(async () => (await way.see(resolutionId)).ballots.every(({ number }) => number !== null))
    expect(await activateAsKeeper(resolutionId)).toBe('PA062')
    expect(await way.seeAgreement(agreement.agreementId)).toMatchObject({ version: 1, standing: 'in-force' })
  })

  test('a renewal needs the partner even where it only narrows', async () => {
    const terms = longTerms()
    await way.putInForce(partner, terms)
    const drafted = await way.draft(partner, narrower(terms))
    const resolutionId = await way.open(drafted, { action: 'renew' })
    await way.vote(resolutionId, { police: 'for', prosecutor: 'for' })
    await serveNarrowing(drafted)
    expect(await needs(resolutionId)).toEqual(['acceptance'])
    await eventually(async () => (await way.see(resolutionId)).ballots.every(({ number }) => number !== null))
    expect(await activateAsKeeper(resolutionId)).toBe('PA062')
  })
})

describe('a newer version beside a stop', () => {
  test('does not lift a suspension: the newer text is suspended with the older one', async () => {
    const terms = longTerms()
    const agreement = await way.putInForce(partner, terms)
    await way.carriedOut(await way.resolve(agreement, 'suspend'))
    const drafted = await way.draft(partner, narrower(terms))
    const resolutionId = await way.open(drafted, { action: 'renew' })
    await way.vote(resolutionId, { police: 'for', court: 'for' })
    await way.accept(partner, resolutionId)
    await way.carriedOut(resolutionId)
    expect(await termOf(await way.doorOf(drafted))).toBe('agreement-suspended')
    await way.carriedOut(await way.resolve(drafted, 'resume'))
    expect(await termOf(await way.doorOf(drafted))).toBeNull()
    expect(await termOf(agreement.door)).toBe('agreement-superseded')
  })

  test('a suspension stops the older text while the newer one waits, and lifting it brings no ended text back', async () => {
    const terms = longTerms()
    const agreement = await way.putInForce(partner, terms)
    const startsOn = addDays(await today(), 20)
    const drafted = await way.draft(partner, narrower(terms, { startsOn }))
    const amending = await way.open(drafted, { action: 'amend' })
    await way.vote(amending, { police: 'for', court: 'for' })
    await way.accept(partner, amending)
    await way.carriedOut(amending)
    await way.carriedOut(await way.resolve(drafted, 'suspend'))
    expect(await termOf(agreement.door)).toBe('agreement-suspended')
    await moveClock(server, cityMidnight(startsOn))
    expect(await termOf(agreement.door)).toBe('agreement-superseded')
    expect(await termOf(await way.doorOf(drafted))).toBe('agreement-suspended')
    await way.carriedOut(await way.resolve(drafted, 'resume'))
    expect(await termOf(agreement.door)).toBe('agreement-superseded')
    expect(await termOf(await way.doorOf(drafted))).toBeNull()
  })
})

describe('duties across versions', () => {
  test('a newer version owes the later ones, and no duty is owed twice', async () => {
    const obligations: Terms['obligations'] = [{ code: 'self-audit', every: 'quarter', dueDays: 30, suspends: false }]
    const startsOn = await today()
    const terms = longTerms({ startsOn, obligations, endsOn: addDays(startsOn, 190) })
    const agreement = await way.putInForce(partner, terms)
    const before = (await way.seeAgreement(agreement.agreementId)).obligations.map(({ arisesOn }) => arisesOn)
    const drafted = await way.draft(partner, narrower(terms, { startsOn: addDays(startsOn, 100) }))
    const resolutionId = await way.open(drafted, { action: 'amend' })
    await way.vote(resolutionId, { police: 'for', court: 'for' })
    await way.accept(partner, resolutionId)
    await way.carriedOut(resolutionId)
    const after = (await way.seeAgreement(agreement.agreementId)).obligations
    expect(after.map(({ arisesOn }) => arisesOn)).toEqual(before)
    expect(after.map(({ version }) => version)).toEqual([1, ...before.slice(1).map(() => 2)])
  })
})

describe('a law on file', () => {
  test('lets terms come into force only with counsel’s sign-off, of each seat that it binds and that votes for them', async () => {
    const solicitor = await server.as('city-solicitor')
    const law = {
      citation: 'Made-up Code § 1-100',
      text: 'No.',
      binds: ['police', 'prosecutor'] as ('police' | 'prosecutor')[],
    }
    const { constraintId } = await solicitor.call(recordConstraint, {
      body: { ...law, effectiveFrom: await today(), effectiveTo: addDays(await today(), 3) },
    })
    const drafted = await way.draft(partner, longTerms())
    const resolutionId = await way.open(drafted)
    await way.vote(resolutionId, { police: 'for', court: 'for' })
    await way.accept(partner, resolutionId)
    expect((await way.see(resolutionId)).needs).toMatchObject([{ need: 'sign-off', seats: ['police'] }])
    await eventually(async () => (await way.see(resolutionId)).ballots.every(({ number }) => number !== null))
    expect(await activateAsKeeper(resolutionId)).toBe('PA053')
    const sign = { params: { resolutionId }, body: { constraintId, counsel: 'Counsel', opinion: 'It does not apply.' } }
    await (await server.as('prosecutor-representative')).call(signOff, sign)
    expect((await way.see(resolutionId)).needs).toMatchObject([{ need: 'sign-off', seats: ['police'] }])
    await solicitor.call(signOff, sign)
    await way.carriedOut(resolutionId)
    await expectRefused(server, solicitor.call(signOff, sign), { status: 409, reason: 'already-signed-off' })
    const police = (await server.as('police-representative')).call(signOff, sign)
    await expectRefused(server, police, { status: 403, reason: 'not-your-role' })
  })
})
