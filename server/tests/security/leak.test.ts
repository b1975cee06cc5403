import { type Endpoint, endpoints, makeComplaint } from '@pars/contract'
import { isRefused } from '@pars/domain'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoAccounts } from '../../src/system/demo-accounts.ts'
import { arrestWay, complaintOf } from '../testing/arrest-way.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { selectPublished } from './published.sql.ts'

/** Planted where each kind of secret lies; never typed anywhere else. */
const canaries = {
  ssn: '000-77-4319',
  narrative: 'CANARY-NARRATIVE-7f3a',
  victim: 'CANARY-VICTIM-91bc',
  contact: '215-555-0177',
  facts: 'CANARY-FACTS-55de',
  lastFour: '4319',
} as const
type Canary = keyof typeof canaries

let server: TestServer
let ids: Record<string, string>
beforeAll(async () => {
  server = await startTestServer()
  const way = arrestWay(server)
  const example = madeUpReport()
  const arrestId = await way.report({
    person: { ...example.person, ssn: canaries.ssn },
    narrative: canaries.narrative,
    victimsAndWitnesses: [{ kind: 'victim', name: canaries.victim, contact: canaries.contact }],
  })
  const attorney = await server.as('charging-attorney')
  const body = {
    ...complaintOf(await way.decide(arrestId)),
    facts: `The person took a bag by force (${canaries.facts}) and ran.`,
  }
  const { complaintId, receipt } = await attorney.call(makeComplaint, { params: { arrestId }, body })
  const docketId = await way.file(complaintId)
  const courtSessionId = await way.openSession()
  const { listingId } = await way.list(docketId, courtSessionId)
  ids = { arrestId, complaintId, docketId, courtSessionId, listingId, entryId: receipt.entryId }
})
afterAll(() => server.stop())

/** Which canaries whose screens may show, by the grants: everybody else gets none of it, in any byte. */
const mayHold = (party: string): readonly Canary[] =>
  (
    ({
      police: ['narrative', 'victim', 'contact', 'facts', 'lastFour'],
      prosecutor: ['narrative', 'victim', 'contact', 'facts'],
      court: ['facts'],
      defense: ['facts'],
      // Of a rehearsal, where nobody is real: what the court may read.
      visitor: ['facts'],
    }) as Record<string, readonly Canary[]>
  )[party] ?? []

const urlOf = (endpoint: Endpoint): string | undefined => {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? `missing-${name}`)
  if (path.includes('missing-') || endpoint.produces === 'text/event-stream') return undefined
  const query = endpoint.name === 'arrest.search' ? '?lastName=Quill' : ''
  return server.baseUrl + path + query
}

// Papers have tests of their own that read their text: here its bytes are compressed.
const looks = endpoints.filter(({ method, produces }) => method === 'GET' && produces === 'application/json')
const readers = [
  ...demoAccounts.map(({ subject, party }) => ({ subject, party })),
  { subject: undefined, party: 'visitor' },
]

const read = async (url: string, subject: string | undefined): Promise<string> => {
  const headers = subject === undefined ? {} : { authorization: `Bearer ${await server.tokenOf(subject)}` }
  const answer = await fetch(url, { headers })
  return `${JSON.stringify([...answer.headers])}\n${await answer.text()}`
}

describe.each(readers)('everything that $subject ($party) can read', ({ subject, party }) => {
  test('holds no secret that its seat may not see', async () => {
    const allowed = mayHold(party)
    for (const endpoint of looks) {
      const url = urlOf(endpoint)
      if (url === undefined) continue
      const bytes = await read(url, subject)
      for (const [name, canary] of Object.entries(canaries) as [Canary, string][])
        if (!allowed.includes(name)) expect(bytes.includes(canary), `${name} in ${endpoint.name}`).toBe(false)
    }
  })
})

test('the whole SSN leaves to nobody', async () => {
  for (const { subject } of readers)
    for (const endpoint of looks) {
      const url = urlOf(endpoint)
      if (url !== undefined) expect(await read(url, subject)).not.toContain(canaries.ssn)
    }
})

test('the public log and the diagnostics hold none of it', async () => {
  const client = new Client(server.database.admin)
  await client.connect()
  try {
    const { rows } = await client.query<{ published: string }>(selectPublished)
    const published = `${rows.map(row => row.published).join('\n')}\n${server.lines.join('\n')}`
    for (const canary of Object.values(canaries)) if (canary.length > 4) expect(published).not.toContain(canary)
    expect(published).not.toContain('Quill')
  } finally {
    await client.end()
  }
})

test('a refusal tells nothing of the record it is about', async () => {
  const answer = await fetch(`${server.baseUrl}/api/dockets/${ids['docketId']}/bail/order`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await server.tokenOf('booking-officer')}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      types: ['ror'],
      amountCents: null,
      depositPercent: null,
      conditions: [],
      reasons: [],
      reasonNote: null,
      abilityToPayConsidered: false,
      abilityToPayNote: null,
      dangerFound: false,
    }),
  })
  const text = await answer.text()
  expect(answer.status).toBe(403)
  expect(isRefused(JSON.parse(text))).toBe(false)
  expect(text).not.toContain('Quill')
})
