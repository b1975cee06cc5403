import { type QueryOf, reportArrest, searchArrests } from '@pars/contract'
import { parseId } from '@pars/domain'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { selectFound } from '../../src/custody/search.sql.ts'
import { type ArrestWay, arrestWay } from '../testing/arrest-way.ts'
import { bulkArrests } from '../testing/bulk-arrests.ts'
import { expectRefused, listEntriesOf, problemOf } from '../testing/expect-refused.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { withoutJournal } from '../testing/without-journal.ts'

let server: TestServer
let way: ArrestWay
beforeAll(async () => {
  server = await startTestServer()
  way = arrestWay(server)
})
afterAll(() => server.stop())

const named = (last: string, first: string | null = null) => {
  const report = madeUpReport()
  const name = { kind: 'stated' as const, last, first, middle: null, suffix: null }
  return { ...report, person: { ...report.person, names: [name] } }
}
const report = async (body = madeUpReport()) =>
  (await (await server.as('booking-officer')).call(reportArrest, { body })).arrestId
const search = async (query: QueryOf<typeof searchArrests>, subject = 'detective') =>
  (await server.as(subject)).call(searchArrests, { query })
const idsOf = async (query: QueryOf<typeof searchArrests>) =>
  (await search(query)).found.map(({ arrestId }) => arrestId)

describe('an arrest is found', () => {
  test('by the beginning of its last name, in any case, and of its first name', async () => {
    const quill = await report(named('Zzquillington', 'Marisol'))
    await report(named('Zzquillington', 'Bertha'))
    expect(await idsOf({ lastName: 'ZZQUILL' })).toHaveLength(2)
    expect(await idsOf({ lastName: 'zzquill', firstName: 'MARI' })).toEqual([quill])
  })

  test('by a name with other letters, however it is typed', async () => {
    const arrestId = await report(named('Ålvarez-Nuñez'))
    for (const lastName of ['Ålvarez', 'ålvarez', 'ÅLVAREZ-NUÑ']) expect(await idsOf({ lastName })).toEqual([arrestId])
  })

  test('by OTN, DC number, police number and docket number', async () => {
    const body = { ...madeUpReport({ otn: 'Q777777-7' }) }
    body.person = { ...body.person, policeNumber: '7654321' }
    const arrestId = await report(body)
    await way.file(await way.complain(arrestId, await way.decide(arrestId)))
    const clerk = await server.as('court-clerk')
    const [byOtn] = (await clerk.call(searchArrests, { query: { otn: 'q 777777-7' } })).found
    expect(byOtn).toMatchObject({ arrestId, stage: 'complaint-filed', otn: 'Q7777777', name: 'Quill, Marisol' })
    expect(await idsOf({ dcNumber: body.incidents[0] })).toEqual([arrestId])
    expect(await idsOf({ policeNumber: '7654321' })).toEqual([arrestId])
    const client = new Client(server.database.admin)
    await client.connect()
    const { rows } = await client.query<{ docket_number: string }>(
      'select docket_number from court.docket where arrest_id = $1',
      [parseId('arr', arrestId)],
    )
    await client.end()
    expect(await idsOf({ docketNumber: rows[0]?.docket_number })).toEqual([arrestId])
  })

  test('only where every criterion fits', async () => {
    await report(named('Zzboth', 'Marisol'))
    expect(await idsOf({ lastName: 'Zzboth', otn: 'Q9999999' })).toEqual([])
  })
})

test('pages follow one another newest first, none twice and none left out', async () => {
  const made: string[] = []
  for (let hoursAgo = 5; hoursAgo > 0; hoursAgo -= 1)
    made.unshift(await report({ ...named('Zzpages'), ...timesOf(hoursAgo) }))
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: { found: { arrestId: string }[]; nextCursor: string | null } = await search({
      lastName: 'zzpages',
      limit: 2,
      ...(cursor === null ? {} : { cursor }),
    })
    seen.push(...page.found.map(({ arrestId }) => arrestId))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(seen).toEqual(made)
})
const timesOf = (hoursAgo: number) => {
  const { arrestedAt, incidents, charges } = madeUpReport({}, hoursAgo)
  return { arrestedAt, incidents, charges }
}

describe('a search', () => {
  test.each([{}, { lastName: ' ' }, { firstName: 'Marisol' }])(
    'without a criterion that finds one is too wide: %o',
    async query => {
      await expectRefused(server, search(query), { status: query.firstName ? 422 : 409, reason: 'search-too-wide' })
    },
  )

  test('knows no filter by origin, ethnicity or SSN, for anybody', async () => {
    const ask = { lastName: 'Quill', ethnicity: 'hispanic', ssn: '000-12-3456', countryOfBirth: 'MEX' }
    const problem = await problemOf(search(ask as QueryOf<typeof searchArrests>))
    expect(problem).toMatchObject({ status: 400, reason: 'malformed' })
    expect(problem.errors?.map(({ pointer }) => pointer).sort()).toEqual(['/countryOfBirth', '/ethnicity', '/ssn'])
  })

  test('is journaled with what was asked, why, for whom, and who was shown', async () => {
    const arrestId = await report(named('Zzjournaled'))
    await search({ lastName: 'Zzjournal', purpose: 'charging', forWhom: 'Unit 4' }, 'charging-attorney')
    const entries = await listEntriesOf(server, 'record.searched')
    expect(entries.at(-1)).toMatchObject({
      party: 'prosecutor',
      slots: {
        actor: { role: 'charging-attorney' },
        subject: null,
        act: { purpose: 'charging', forWhom: 'Unit 4', criteria: { lastName: 'Zzjournal' }, found: [arrestId] },
      },
    })
  })

  test('fails when its entry can not be written', async () => {
    const problem = await withoutJournal(server, 'record.searched', () => problemOf(search({ lastName: 'Quill' })))
    expect(problem.status).toBe(500)
  })

  test.each(['defender', 'intake-system'])('is not for the %s, and the try is recorded', async subject => {
    const problem = await problemOf(search({ lastName: 'Quill' }, subject))
    expect(problem.status).toBe(403)
    expect(problem.entryId).toMatch(/^ent_/)
  })

  test('is not for a visitor', async () => {
    const problem = await problemOf(server.visitor.call(searchArrests, { query: { lastName: 'Quill' } }))
    expect(problem).toMatchObject({ status: 401, reason: 'sign-in-first' })
  })
})

describe('among many arrests', () => {
  const planOf = async (criteria: Parameters<typeof selectFound>[0], mode: string): Promise<string> => {
    const { text, values } = selectFound(criteria, null, 26)
    const client = new Client(server.database.door('pars_police'))
    await client.connect()
    try {
      await client.query(`set plan_cache_mode = ${mode}`)
      const texts = values.slice(2).map(value => `, ${client.escapeLiteral(String(value))}`)
      await client.query(`prepare found (uuid, int${', text'.repeat(texts.length)}) as ${text}`)
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain execute found (null, 26${texts.join('')})`)
      return rows.map(row => row['QUERY PLAN']).join('\n')
    } finally {
      await client.end()
    }
  }
  beforeAll(() => bulkArrests(server, { past: 10_000, waiting: 0 }), 60_000)

  test.each(['force_custom_plan', 'force_generic_plan'])('a name is found by its index, %s', async mode => {
    for (const criteria of [{ lastName: 'ab' }, { lastName: 'ab', firstName: 'c' }, { lastName: 'Ålv' }]) {
      const plan = await planOf(criteria, mode)
      expect(plan).toContain('arrest_by_name')
      expect(plan).not.toContain('Seq Scan on arrest')
    }
  })
})
