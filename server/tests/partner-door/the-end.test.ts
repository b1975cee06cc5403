import { setTimeout as wait } from 'node:timers/promises'
import {
  type AnswerOf,
  askByIdentifier,
  askByIncident,
  exportAnswer,
  exportHistory,
  listHistory,
  viewPartnerMe,
} from '@pars/contract'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { followFeedOf } from '../testing/partner/follow-feed.ts'
import {
  cutConnections,
  holdStandings,
  listAsked,
  readInstant,
  runFrom,
  standAt,
} from '../testing/partner/insert-partner.sql.ts'
import { connectAdmin, type MadeUpPartner } from '../testing/partner/made-up-partner.ts'
import { addRecords } from '../testing/partner/made-up-records.ts'
import { wideTerms } from '../testing/partner/made-up-terms.ts'
import { refusalOf } from '../testing/partner/refusal-of.ts'
import { signInOfficer } from '../testing/partner/sign-in-officer.ts'
import { type PartnerCity, startPartnerCity } from '../testing/partner/start-partner-city.ts'
import { askRaw, type CollectedRow, collectRaw } from './raw.sql.ts'

/** "Through August 31": 12:00 a.m. of September 1, Eastern. Each test has its own agreement, a day after the one before. */
const endOf = (day: number): string => `2026-09-${String(day + 1).padStart(2, '0')}T04:00:00.000Z`
const shifted = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString()

let city: PartnerCity
let day = 0
let end = ''
let partner: MadeUpPartner
/** A partner whose agreement ends next, the clock standing a millisecond before. */
const begin = async (): Promise<void> => {
  day += 1
  end = endOf(day)
  await standAt(city.admin, shifted(end, -60_000))
  partner = await city.partner(wideTerms(), {
    startsOn: '2026-08-01',
    endsOn: `2026-09-${String(day).padStart(2, '0')}`,
  })
  await standAt(city.admin, shifted(end, -1))
}
beforeAll(async () => {
  city = await startPartnerCity({ startsAt: '2026-09-01T12:00:00Z' })
  const hourBefore = new Date('2026-08-31T20:00:00Z').toISOString()
  const many = Array.from({ length: 150 }, (_, index) => ({ otn: `N${8_000_000 + index}`, arrestedAt: hourBefore }))
  await addRecords(city.admin, [{ otn: 'N9999991', arrestedAt: hourBefore }, ...many])
})
afterEach(async () => {
  // Nothing of one test's agreement may be left open for the next.
  await standAt(city.admin, shifted(end, 2))
})
afterAll(() => city.stop())

const said = () => ({
  agreement: partner.agreement,
  purpose: 'criminal-investigation',
  cites: null,
  behalf: 'own unit',
  officer: partner.officer,
})
const ask = (): Promise<AnswerOf<typeof askByIdentifier>> =>
  partner.client.call(askByIdentifier, { body: { ...said(), identifier: 'otn', value: 'N9999991' } })
const lastAsked = async () => (await listAsked(city.admin, partner.agreement)).at(-1)
const ended = { status: 403, term: 'agreement-ended', section: '/endsOn' }

describe('at a millisecond before the end, at it, and a millisecond after', () => {
  test('one open transaction of the agreement’s role collects, and then does not', async () => {
    await begin()
    const raw = new Client(partner.connection(partner.door))
    await raw.connect()
    const request = { unit: partner.code, officer: partner.officerUuid, purpose: 'criminal-investigation' }
    const token = await askRaw(raw, partner.door, 'by_identifier', ['otn', 'N9999991'], request)
    await raw.query('begin isolation level read committed')
    const stamps: CollectedRow[] = []
    for (const offset of [-1, 0, 1]) {
      await standAt(city.admin, shifted(end, offset))
      stamps.push(await collectRaw(raw, token))
    }
    const late = await askRaw(raw, partner.door, 'by_identifier', ['otn', 'N9999991'], request)
    await raw.query('commit')
    expect(stamps.map(({ at, ended: why }) => [at, why])).toEqual([
      [shifted(end, -1), null],
      [end, 'agreement-ended'],
      [shifted(end, 1), 'agreement-ended'],
    ])
    expect(stamps.map(({ answer }) => answer === null)).toEqual([false, true, true])
    const refused = await collectRaw(raw, late)
    expect(JSON.parse(refused.answer ?? '')).toMatchObject({ term: 'agreement-ended', rows: [] })
    await raw.end()
  })

  test.each(['repeatable read', 'serializable'])(
    'a transaction at %s asks and collects nothing at all',
    async level => {
      await begin()
      const raw = new Client(partner.connection(partner.door))
      await raw.connect()
      const request = { unit: partner.code, officer: partner.officerUuid, purpose: 'criminal-investigation' }
      const token = await askRaw(raw, partner.door, 'by_identifier', ['otn', 'N9999991'], request)
      for (const offset of [-1, 0, 1]) {
        await standAt(city.admin, shifted(end, offset))
        await raw.query(`begin isolation level ${level}`)
        await expect(collectRaw(raw, token)).rejects.toMatchObject({ code: 'PA040' })
        await raw.query('rollback')
        await raw.query(`begin isolation level ${level}`)
        await expect(askRaw(raw, partner.door, 'by_identifier', ['otn', 'N9999991'], request)).rejects.toMatchObject({
          code: 'PA040',
        })
        await raw.query('rollback')
      }
      await raw.end()
    },
  )

  test('the pooled connections of the process answer, and then refuse on record', async () => {
    await begin()
    const answer = await ask()
    expect(answer.rows).toHaveLength(1)
    expect(answer.notice.asOf < end).toBe(true)
    for (const offset of [0, 1]) {
      await standAt(city.admin, shifted(end, offset))
      const problem = await refusalOf(ask())
      expect(problem).toMatchObject(ended)
      expect(problem.entryId).toMatch(/^ent_/)
      expect(await lastAsked()).toMatchObject({ outcome: 'refused', term: 'agreement-ended', row_count: 0 })
    }
  })

  test('an export by pages stops between two of them', async () => {
    await begin()
    const all = await partner.client.call(askByIncident, { body: { ...said(), incident: '202625000123' } })
    expect(all.rows.length).toBeGreaterThan(100)
    const options = (from: number) => ({
      params: { token: all.token ?? '' },
      query: { agreement: partner.agreement, officer: partner.officer, from },
    })
    const first = await partner.client.call(exportAnswer, options(0))
    expect(first).toMatchObject({ from: 0, next: 100 })
    expect(first.rows).toHaveLength(100)
    for (const offset of [0, 1]) {
      await standAt(city.admin, shifted(end, offset))
      expect(await refusalOf(partner.client.call(exportAnswer, options(100)))).toMatchObject(ended)
      expect(await lastAsked()).toMatchObject({ question: 'other', term: 'agreement-ended' })
    }
  })

  test('a feed tells what it may and then why it ends, within the second', async () => {
    await begin()
    await ask()
    const feed = await followFeedOf(partner.signing, {
      agreement: partner.agreement,
      purpose: 'criminal-investigation',
      behalf: 'own unit',
      officer: partner.officer,
      every: 1,
    })
    await feed.until(events => events.length >= 2)
    await standAt(city.admin, end)
    const began = performance.now()
    await feed.ended
    expect(performance.now() - began).toBeLessThan(1000)
    expect(feed.events.at(-1)).toMatchObject({ kind: 'refused', term: 'agreement-ended' })
    for (const event of feed.events.slice(0, -1))
      expect(event.kind === 'answered' && event.answer.notice.asOf < end).toBe(true)
    expect(await lastAsked()).toMatchObject({ question: 'feed', term: 'agreement-ended' })
  })

  test('feeds that are left while the database is asked about them take nothing else with them', async () => {
    await begin()
    const follow = {
      agreement: partner.agreement,
      purpose: 'criminal-investigation',
      behalf: 'own unit',
      officer: partner.officer,
      every: 1,
    }
    const feeds = await Promise.all(Array.from({ length: 8 }, () => followFeedOf(partner.signing, follow)))
    const other = await connectAdmin(city.server.database.admin)
    const giveWay = await holdStandings(other)
    await standAt(city.admin, end)
    await wait(600)
    for (const feed of feeds) feed.close()
    await wait(100)
    await giveWay()
    await other.end()
    await wait(300)
    expect(await refusalOf(ask())).toMatchObject(ended)
    expect((await city.process.list()).partners).toContain(partner.role)
  })

  test('a sign-in reads nothing more, on record; a new one sees that it has ended and asks nothing', async () => {
    await begin()
    const officer = await signInOfficer(city.server.baseUrl, partner.subject)
    expect(await officer.call(viewPartnerMe)).toMatchObject({ agreements: [{ standing: 'in-force', term: null }] })
    for (const offset of [0, 1]) {
      await standAt(city.admin, shifted(end, offset))
      for (const endpoint of [viewPartnerMe, listHistory]) {
        const problem = await refusalOf(officer.call(endpoint))
        expect(problem).toMatchObject(ended)
        expect(problem.entryId).toMatch(/^ent_/)
        expect(await lastAsked()).toMatchObject({ term: 'agreement-ended', authentication: 'sign-in' })
      }
      expect((await officer.fetch(exportHistory.path)).status).toBe(403)
    }
    const again = await signInOfficer(city.server.baseUrl, partner.subject)
    expect(await again.call(viewPartnerMe)).toMatchObject({
      agreements: [{ standing: 'ended', term: 'agreement-ended' }],
    })
    const body = {
      ...said(),
      nonce: 'ab'.repeat(31) + String(day).padStart(2, '0'),
      identifier: 'otn',
      value: 'N9999991',
    }
    expect(await refusalOf(again.call(askByIdentifier, { body }))).toMatchObject(ended)
  })
})

describe('once it has ended', () => {
  test('no clock that is set back or forward opens it again', async () => {
    await begin()
    await standAt(city.admin, end)
    expect(await refusalOf(ask())).toMatchObject(ended)
    // The refusal's own entry, once it has its number, is what holds the clock.
    await wait(600)
    for (const back of [-1, -3_600_000, -86_400_000, -864_000_000]) {
      await standAt(city.admin, shifted(end, back))
      expect((await readInstant(city.admin)) >= end).toBe(true)
      expect(await refusalOf(ask())).toMatchObject(ended)
    }
    await runFrom(city.admin, shifted(end, 86_400_000 * 10))
    expect(await refusalOf(ask())).toMatchObject(ended)
    await standAt(city.admin, shifted(end, -1000))
    expect(await refusalOf(ask())).toMatchObject(ended)
  })
})

describe('a connection that was cut', () => {
  test('comes back to what holds now, before and after the end', async () => {
    day = 25
    await begin()
    expect((await ask()).rows).toHaveLength(1)
    await cutConnections(city.admin, partner.door)
    await wait(100)
    expect((await ask()).rows).toHaveLength(1)
    await standAt(city.admin, end)
    await cutConnections(city.admin, partner.door)
    await cutConnections(city.admin, partner.role)
    await wait(100)
    expect(await refusalOf(ask())).toMatchObject(ended)
  })
})
