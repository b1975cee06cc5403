import { type ArrestReportInput, loadReference, type Problem } from '@pars/contract'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { countRows } from './count-rows.sql.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await server.tokenOf('booking-officer')
  const manager = await server.as('police-manager')
  const closed = { code: '98', name: 'Closed district', division: null, validFrom: '2000-01-01', validTo: '2020-01-01' }
  await manager.call(loadReference, { body: { districts: [closed] } })
})
afterAll(() => server.stop())

interface Sent {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly contentType?: string
}

const send = async ({ body, contentType = 'application/json' }: Sent) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': contentType }
  const answer = await fetch(`${server.baseUrl}/api/arrests`, { method: 'POST', headers, body })
  return { status: answer.status, type: answer.headers.get('content-type'), problem: (await answer.json()) as Problem }
}
const sendReport = (change: Partial<ArrestReportInput>) => send({ body: JSON.stringify(madeUpReport(change)) })

const countAll = async (): Promise<number> => {
  const client = new Client(server.database.admin)
  await client.connect()
  try {
    return (await client.query<{ rows: number }>(countRows)).rows[0]?.rows ?? -1
  } finally {
    await client.end()
  }
}

/** Nothing of it is written: no arrest, person, version, charge, narrative, party or SSN. */
const expectNothingWritten = async (act: () => Promise<void>): Promise<void> => {
  const before = await countAll()
  await act()
  expect(await countAll()).toBe(before)
}

describe('a request that is no report', () => {
  const report = JSON.stringify(madeUpReport())
  test.each<[string, Sent, number, string]>([
    ['malformed JSON', { body: '{"intakeNumber": ' }, 400, 'malformed-json'],
    ['no object', { body: '[]' }, 400, 'malformed'],
    ['no body', { body: '' }, 400, 'malformed'],
    ['plain text', { body: report, contentType: 'text/plain' }, 415, 'wrong-content-type'],
    ['a form', { body: 'a=1', contentType: 'application/x-www-form-urlencoded' }, 415, 'wrong-content-type'],
    [
      'JSON under a lookalike content type',
      { body: report, contentType: 'application/jsonx' },
      415,
      'wrong-content-type',
    ],
    [
      'JSON under a padded content type',
      { body: report, contentType: 'application/json\ta' },
      415,
      'wrong-content-type',
    ],
    ['10 MB', { body: JSON.stringify({ narrative: 'x'.repeat(10_000_000) }) }, 413, 'too-large'],
    ['a prototype', { body: report.replace('"place"', '"__proto__"') }, 400, 'malformed'],
  ])('%s is answered precisely and writes nothing', (_what, sent, status, reason) =>
    expectNothingWritten(async () => {
      const answer = await send(sent)
      expect(answer.status).toBe(status)
      expect(answer.type).toContain('application/problem+json')
      expect(answer.problem.reason).toBe(reason)
      expect(answer.problem.detail).toMatch(/\.$/)
    }),
  )
})

describe('a report with a field that cannot be', () => {
  const example = madeUpReport()
  const [charge] = example.charges
  const [name] = example.person.names
  if (!charge || !name) throw new Error('the made-up report lost its charge or name')
  const person = (change: object) => ({ person: { ...example.person, ...change } }) as Partial<ArrestReportInput>
  const last = (text: string) => person({ names: [{ ...name, last: text }] })
  const pointer = '/person/names/0/last'

  test.each<[string, object, string, string]>([
    ['an unknown key', { immigrationStatus: 'x' }, 'malformed', '/immigrationStatus'],
    ['a day that is none', person({ bornOn: '1990-02-30' }), 'malformed', '/person/bornOn'],
    ['an instant without its offset', { arrestedAt: '2026-01-05T22:40:00' }, 'malformed', '/arrestedAt'],
    ['an arrest in the future', { arrestedAt: '2199-01-01T00:00:00Z' }, 'arrested-in-future', '/arrestedAt'],
    [
      'an unknown statute',
      { charges: [{ ...charge, statute: '99 § 9999' }], incidents: [charge.dcNumber] },
      'statute-unknown',
      '/charges/0/statute',
    ],
    ['a district that is closed on that day', { district: '98' }, 'district-closed', '/district'],
    ['a district that never was', { district: '97' }, 'district-unknown', '/district'],
    ['an OTN of the wrong shape', { otn: '12345' }, 'otn-shape', '/otn'],
    ['a DC number of the wrong shape', { incidents: ['2026-25-1'] }, 'dc-number-shape', '/incidents/0'],
    ['a name with a NUL', last('Qu\u0000ill'), 'text-nul', pointer],
    ['a name that turns the text around', last('Quill\u202eevil'), 'text-bidi-control', pointer],
    ['a name with an invisible letter', last('Qu\u200bill'), 'text-invisible', pointer],
    ['a name with half a character', last('Quill\ud800'), 'text-lone-surrogate', pointer],
    ['a name of 300 letters', last('Q'.repeat(300)), 'text-too-long', pointer],
    ['a name with markup', last('<script>alert(1)</script>'), 'text-markup', pointer],
    ['a name without a letter', last('...'), 'text-without-letter', pointer],
  ])('%s names the field and writes nothing', (_what, change, reason, at) =>
    expectNothingWritten(async () => {
      const { problem } = await sendReport(change as Partial<ArrestReportInput>)
      expect({ reason: problem.reason, at: problem.errors?.[0]?.pointer }).toEqual({ reason, at })
      expect(problem.detail).toMatch(/\.$/)
    }),
  )

  test.each([
    ["O'Dea", 'Ana María'],
    ['Smith-Núñez', 'X'],
    ['U', 'I'],
    ['Nguyễn', 'Thị Hằng'],
    ['Иванова', 'Ольга'],
    ['王', '小明'],
    ['بن صالح', 'محمد'],
    ['van der Berg', null],
  ])('the name %s, %s is taken unchanged', async (lastName, first) => {
    const { status, problem } = await sendReport(person({ names: [{ ...name, last: lastName, first }] }))
    expect({ status, problem: status === 201 ? undefined : problem }).toEqual({ status: 201, problem: undefined })
  })
})

test('no problem quotes what was sent', async () => {
  const planted = 'Planted-Secret-Name'
  const { problem } = await sendReport({ narrative: planted, district: '97', otn: planted })
  expect(JSON.stringify(problem)).not.toContain(planted)
  expect(server.lines.join('\n')).not.toContain(planted)
})
