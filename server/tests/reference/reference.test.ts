import { findStatutes, loadReference, viewReference } from '@pars/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectRefused, readEntry } from '../testing/expect-refused.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const always = { validFrom: '1900-01-01', validTo: null }
const load = async (subject: string, body: object) =>
  (await server.as(subject)).call(loadReference, { body: { ...body } })
const statute = (citation: string, description: string, chapterGroup: string | null = null) => ({
  statute: citation,
  description,
  chapterGroup,
  ...always,
})
const districtsOn = async (on: string) =>
  (await server.visitor.call(viewReference, { query: { on } })).districts.map(({ code }) => code)

describe('the reference of a day', () => {
  test('has the 6th district until its merger, and not from that day on', async () => {
    expect(await districtsOn('2024-04-30')).toContain('06')
    expect(await districtsOn('2024-05-01')).not.toContain('06')
  })

  test('has no Room 200', async () => {
    const { rooms, grades, alarms } = await server.visitor.call(viewReference)
    expect(rooms[0]).toMatchObject({ room: 'B-08', court: 'arraignment' })
    expect(rooms.map(({ room }) => room)).not.toContain('200')
    expect(grades[0]).toEqual({ grade: 'H1', label: 'Murder of the first degree', severity: 120 })
    expect(alarms.filter(({ clock }) => clock === 'custody').map(({ hours }) => hours)).toEqual([2, 6, 12, 20, 36, 44])
  })
})

describe('loading', () => {
  test('adds rows once; the second time nothing changes and nothing is journaled', async () => {
    const body = { rooms: [{ room: 'B-09', court: 'arraignment', ...always }] }
    const first = await load('court-manager', body)
    expect(first).toMatchObject({ added: 1, ended: 0, alreadyThere: 0 })
    expect(await readEntry(server, first.receipt?.entryId ?? '')).toMatchObject({
      kind: 'reference.loaded',
      party: 'court',
      slots: { act: { added: { rooms: body.rooms } } },
    })
    expect(await load('court-manager', body)).toEqual({ added: 0, ended: 0, alreadyThere: 1, receipt: null })
    const { rooms } = await server.visitor.call(viewReference)
    expect(rooms.filter(({ room }) => room === 'B-09')).toHaveLength(1)
  })

  test('is for the seat whose reference it is', async () => {
    const refused = { status: 403, reason: 'not-your-reference' }
    const alarm = { hours: 30, label: 'Thirty hours', clock: 'custody', ...always }
    await expectRefused(
      server,
      load('police-manager', { rooms: [{ room: '77', court: 'municipal', ...always }] }),
      refused,
    )
    await expectRefused(server, load('court-manager', { alarms: [alarm] }), refused)
    await expectRefused(server, load('prosecutor-manager', { statutes: [statute('18 § 1', 'X')] }), refused)
    await expectRefused(server, load('court-clerk', {}), { status: 403, reason: 'not-your-role' })
    expect(await load('police-manager', { alarms: [alarm] })).toMatchObject({ added: 1 })
  })

  test('refuses two rows of one code on one day, and leaves nothing of the load', async () => {
    const districts = [
      { code: '99', name: '99th District', division: null, ...always },
      { code: '06', name: 'Another 6th', division: null, validFrom: '2024-04-30', validTo: null },
    ]
    const problem = await expectRefused(server, load('police-manager', { districts }), {
      status: 422,
      reason: 'range-overlaps',
    })
    expect(problem.errors?.[0]?.pointer).toBe('/districts/1')
    expect(await districtsOn('2024-05-01')).not.toContain('99')
  })

  test('ends an open row from a day on, and the days before stay as they were', async () => {
    const open = { code: '98', name: '98th District', division: 'East', validFrom: '2020-01-01', validTo: null }
    await load('police-manager', { districts: [open] })
    const ended = await load('police-manager', { districts: [{ ...open, validTo: '2026-01-01' }] })
    expect(ended).toMatchObject({ added: 0, ended: 1 })
    expect(await districtsOn('2025-12-31')).toContain('98')
    expect(await districtsOn('2026-01-01')).not.toContain('98')
    await expectRefused(server, load('police-manager', { districts: [open] }), {
      status: 422,
      reason: 'range-overlaps',
    })
  })

  test('a text that no database can hold is refused by rule', async () => {
    const rooms = [{ room: 'B\0-10', court: 'municipal', ...always }]
    await expectRefused(server, load('court-manager', { rooms }), { status: 422, reason: 'text-nul' })
  })

  test('of twenty loads of the same rows at once one adds them', async () => {
    const statutes = Array.from({ length: 40 }, (_, index) => statute(`99 § ${index + 1}`, `Race offense ${index + 1}`))
    const answers = await Promise.all(Array.from({ length: 20 }, () => load('court-manager', { statutes })))
    expect(answers.map(({ added }) => added).sort((a, b) => b - a)).toEqual([40, ...Array(19).fill(0)])
    expect(answers.filter(({ receipt }) => receipt !== null)).toHaveLength(1)
  })
})

describe('finding offenses', () => {
  const offenses = [
    statute('18 § 2702 §§ A1', 'Aggravated Assault'),
    statute('18 § 2702 §§ A', 'Aggravated Assault'),
    statute('18 § 2701 §§ A', 'Simple Assault'),
    statute('18 § 27020', 'Unlikely Section'),
    statute('18 § 3921 §§ A', 'Theft By Unlaw Taking-Movable Prop'),
    statute('18 § 903', 'Conspiracy: Theft, 100% of_shares'),
    statute('35 § 780-113 §§ A30', 'Manufacture, Delivery, or Possession With Intent'),
    { ...statute('18 § 3304 §§ A9', 'Crim Misch-Assault of old'), validTo: '2020-01-01' },
  ]
  beforeAll(async () => {
    await load('court-manager', { statutes: offenses })
  })
  const find = async (q: string, on?: string) => {
    const { statutes, total } = await server.visitor.call(findStatutes, { query: { q, ...(on ? { on } : {}) } })
    expect(total).toBe(statutes.length)
    return statutes.map(row => row.statute)
  }

  test('the citation itself comes first, then its subsections, and no other section', async () => {
    expect(await find('18 § 2702 §§ A')).toEqual(['18 § 2702 §§ A', '18 § 2702 §§ A1'])
    expect(await find('18 Pa.C.S. § 2702(a)')).toEqual(['18 § 2702 §§ A', '18 § 2702 §§ A1'])
    expect(await find('18 § 2702')).toEqual(['18 § 2702 §§ A', '18 § 2702 §§ A1', '18 § 27020'])
    expect(await find('2702')).toEqual(['18 § 2702 §§ A', '18 § 2702 §§ A1', '18 § 27020'])
  })

  test('every word must be found, in any order and any case, in citation or description', async () => {
    expect(await find('ASSAULT simple')).toEqual(['18 § 2701 §§ A'])
    expect(await find('assault 2702 a1')).toEqual(['18 § 2702 §§ A1'])
    expect(await find('theft')).toEqual(['18 § 3921 §§ A', '18 § 903'])
    expect(await find('assault arson')).toEqual([])
  })

  test('signs of a pattern are only signs', async () => {
    expect(await find('100%')).toEqual(['18 § 903'])
    expect(await find('of_shares')).toEqual(['18 § 903'])
    expect(await find('%a%')).toEqual([])
    expect(await find('\\')).toEqual([])
    expect(await find('\0')).toEqual([])
  })

  test('an offense is found on the days on which it was the law', async () => {
    expect(await find('misch')).toEqual([])
    expect(await find('misch', '2019-12-31')).toEqual(['18 § 3304 §§ A9'])
  })

  test('says how many there are beyond those it shows', async () => {
    const { statutes, total } = await server.visitor.call(findStatutes, { query: { q: 'race offense', limit: 3 } })
    expect(statutes.map(row => row.statute)).toEqual(['99 § 1', '99 § 2', '99 § 3'])
    expect(total).toBe(40)
  })
})
