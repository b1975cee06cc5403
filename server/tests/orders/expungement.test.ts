import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Endpoint, endpoints, reportArrest, viewArrest } from '@pars/contract'
import { parseId } from '@pars/domain'
import {
  type Checkpoint,
  checkInclusion,
  hashLeaf,
  httpSource,
  type InclusionClaim,
  parseVkey,
  proveInclusion,
  readCheckpoint,
  tileReader,
  verifyLog,
} from '@pars/ledger'
import { sha256, verifyEd25519 } from '@pars/ledger/node'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoAccounts } from '../../src/system/demo-accounts.ts'
import { arrestWay } from '../testing/arrest-way.ts'
import { problemOf } from '../testing/expect-refused.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { orderWay } from './order-way.ts'
import { plantedReport, planting } from './planted.ts'
import { plantCase } from './planted-case.ts'
import { findTraces } from './traces.sql.ts'

let server: TestServer
let admin: Client
const { words, plant } = planting()
const otn = 'N7654321'
let ids: Record<string, string>
let bystander: string
let orderId: string

beforeAll(async () => {
  server = await startTestServer()
  admin = new Client(server.database.admin)
  await admin.connect()
  bystander = await arrestWay(server).report()
  ids = (await plantCase(server, plant, otn)).ids
})
afterAll(async () => {
  await admin.end()
  await server.stop()
})

const leaves = async (): Promise<{ number: number; leaf: Buffer }[]> =>
  (await admin.query('select number::int, leaf from journal.place order by number')).rows

/** The public log, as anybody verifies it. */
const openLog = async () => {
  const source = httpSource(`${server.baseUrl}/log`, fetch)
  const key = parseVkey(sha256, new TextDecoder().decode(await source.read('key')).trim())
  if (!key.ok) throw new Error('the log gives no key')
  return { source, options: { sha256, verify: verifyEd25519, logKey: key.value } }
}

/** Proofs of the newest entries under the newest checkpoint, as somebody keeps them. */
const keepProofs = async (): Promise<{ checkpoint: Checkpoint; claims: InclusionClaim[] }> => {
  const { source, options } = await openLog()
  const opened = await readCheckpoint(source, options)
  if (!opened.ok) throw new Error(opened.fault)
  const { checkpoint } = opened.value
  const placed = await leaves()
  const claims: InclusionClaim[] = []
  for (let index = checkpoint.size - 1; index >= Math.max(0, checkpoint.size - 20); index -= 1) {
    const proof = await proveInclusion(sha256, tileReader(source), { index, size: checkpoint.size })
    const leafHash = hashLeaf(sha256, placed[index]?.leaf ?? new Uint8Array())
    claims.push({ index, size: checkpoint.size, leafHash, root: checkpoint.root, proof })
  }
  return { checkpoint, claims }
}

/** What everybody's screens are sent, as bytes. */
const readAll = async (): Promise<string> => {
  const looks = endpoints.filter(({ method, produces }) => method === 'GET' && produces === 'application/json')
  const urlOf = (endpoint: Endpoint): string | undefined => {
    const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? `missing-${name}`)
    return path.includes('missing-')
      ? undefined
      : `${server.baseUrl}${path}${endpoint.name === 'arrest.search' ? `?otn=${otn}` : ''}`
  }
  const all: string[] = []
  for (const { subject } of demoAccounts)
    for (const url of looks.map(urlOf)) {
      if (url === undefined) continue
      const answer = await fetch(url, { headers: { authorization: `Bearer ${await server.tokenOf(subject)}` } })
      all.push(await answer.text())
    }
  return all.join('\n')
}

test('before the order, the planted words lie in tables, journal and screens: the search finds what there is', async () => {
  expect(words.length).toBeGreaterThanOrEqual(200)
  const found = await findTraces(admin, words)
  expect(new Set(found.map(trace => trace.split(': ')[1]))).toEqual(new Set(words))
  expect(words.filter(word => found.includes(`journal.content: ${word}`)).length).toBeGreaterThan(190)
  const screens = await readAll()
  expect(words.filter(word => screens.includes(word)).length).toBeGreaterThan(100)
})

describe('an expungement that two people of the court stand for', () => {
  let before: { number: number; leaf: Buffer }[]
  let kept: Awaited<ReturnType<typeof keepProofs>>

  test('is carried out, says how much was destroyed, and tells the partner that was given the record', async () => {
    before = await leaves()
    kept = await keepProofs()
    const way = orderWay(server)
    orderId = await way.enter(ids['arrestId'] ?? '')
    await way.verify(orderId)
    const done = await way.carryOut(orderId)
    expect(done.slots).toBeGreaterThan(20)
    expect(done.rows).toBeGreaterThan(100)
    expect(done).toMatchObject({ papers: 1, told: 1 })
    const seen = await way.see(orderId)
    expect(seen).toMatchObject({ standing: 'carried-out', person: null })
    expect(seen.recipients).toMatchObject([{ cause: 'expunge', acknowledgedAt: null, overdue: false }])
    expect(seen.recipients[0]?.inquiries).toHaveLength(1)
  })

  test('leaves none of the planted words in any row of any table', async () => {
    expect(await findTraces(admin, [...words, otn])).toEqual([])
  })

  test('leaves none of them in what anybody’s screens are sent, in diagnostics or in the register of endings', async () => {
    const register = readFileSync(join(server.folder, 'endings', 'register.jsonl'), 'utf8')
    const all = `${await readAll()}\n${server.lines.join('\n')}\n${register}`
    expect(words.filter(word => all.includes(word))).toEqual([])
    expect(register).not.toContain(ids['arrestId'])
    expect(register).not.toContain(parseId('arr', ids['arrestId'] ?? ''))
  })

  test('leaves every leaf as it was, and every proof from before verifies', async () => {
    const after = await leaves()
    expect(after.slice(0, before.length)).toEqual(before)
    for (const claim of kept.claims) {
      const leafHash = hashLeaf(sha256, after[claim.index]?.leaf ?? new Uint8Array())
      expect(checkInclusion(sha256, { ...claim, leafHash })).toEqual({ ok: true })
    }
    const { source, options } = await openLog()
    const report = await verifyLog(source, { ...options, known: kept.checkpoint })
    expect(report).toMatchObject({ ok: true, faults: [] })
    expect(kept.claims.length).toBeGreaterThan(10)
  })

  test('shows a tombstone at every number, with the entry of the order', async () => {
    const officer = await server.as('booking-officer')
    for (const asof of [undefined, before.length, before.length - 3]) {
      const problem = await problemOf(
        officer.call(viewArrest, {
          params: { arrestId: ids['arrestId'] ?? '' },
          query: asof === undefined ? {} : { asof },
        }),
      )
      expect(problem).toMatchObject({ status: 410, reason: 'erased-by-order' })
      expect(problem.detail).toMatch(/^Erased by order of the court: entry number \d+ of the journal/)
    }
  })

  test('names in its own entries each slot that is gone, and no other slot is', async () => {
    const { rows: gone } = await admin.query<{ number: number; slot: string }>(
      `select p.number::int, s.name as slot from journal.content c join journal.place p using (entry_id) cross join unnest(c.names, c.salts) s (name, salt)
       where s.salt is null order by 1, 2`,
    )
    const { rows: named } = await admin.query<{ number: number; slot: string }>(
      `select distinct n.value::int as number, t.value as slot from journal.entry e join journal.content c using (entry_id)
         cross join jsonb_array_elements_text(c.texts[4]::jsonb -> 'entries') n cross join jsonb_array_elements_text(c.texts[4]::jsonb -> 'slots') t
       where e.kind = 'record.expunged' order by 1, 2`,
    )
    expect(gone).toEqual(named)
    expect(gone.length).toBeGreaterThan(20)
  })

  test('is not undone by a retry of the report, under the old key or a new one', async () => {
    const officer = await server.as('booking-officer')
    const report = plantedReport(planting().plant, { intakeNumber: ids['intakeNumber'] ?? '' })
    for (const idempotencyKey of ['first-time-of-this', 'another-time-of-it'])
      expect(await problemOf(officer.call(reportArrest, { body: report, idempotencyKey }))).toMatchObject({
        reason: 'erased-by-order',
      })
  })

  test('leaves other records as they were', async () => {
    const officer = await server.as('booking-officer')
    expect((await officer.call(viewArrest, { params: { arrestId: bystander } })).report.person.names[0]?.last).toBe(
      'Quill',
    )
  })
})
