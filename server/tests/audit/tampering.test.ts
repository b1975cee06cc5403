import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { appointCosigner, correctArrest, reportArrest, viewArrest } from '@pars/contract'
import type { AuditFinding } from '@pars/domain'
import {
  type Checkpoint,
  formatNote,
  formatVkey,
  memorySource,
  parseCheckpoint,
  parseVkey,
  signNote,
  type VerifierKey,
  verifyLog,
} from '@pars/ledger'
import { noteSigner, sha256, verifyEd25519 } from '@pars/ledger/node'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditWithin } from '../../src/audit/run-audit.ts'
import { readTypes } from '../../src/db/read-types.ts'
import { logVkey } from '../../src/http/log.ts'
import { orderWay } from '../orders/order-way.ts'
import { agreementWay, eventually } from '../testing/agreement-way.ts'
import { arrestWay, orderOf } from '../testing/arrest-way.ts'
import { madeUpReport } from '../testing/made-up-report.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { closeTheWalls, keepCosignature, numberOf, openTheWalls, publishedFiles } from './tampered-log.sql.ts'
import type { Thief } from './tampering.sql.ts'
import { tamperings } from './tamperings.ts'

let server: TestServer
let client: Client
let thief: Thief
let kept: string
let key: VerifierKey
let folder: string

/** A small city: an arrest corrected, records limited, sealed and open again by order, bail set with a condition, an agreement in force, a question answered, records opened. */
const makeHistory = async (): Promise<Thief['agreement']> => {
  const arrests = arrestWay(server)
  const report = madeUpReport()
  const { arrestId } = await arrests.toOrder(
    orderOf({ types: ['nonmonetary'], conditions: [{ kind: 'reporting', text: 'Report to Pretrial Services.' }] }),
    { person: { ...report.person, ssn: '000120001' } },
  )
  const orders = orderWay(server)
  const lifted = await arrests.report()
  for (const limited of [lifted, await arrests.report()]) await orders.done(limited, { act: 'limit' })
  await orders.done(lifted, { act: 'lift-limit', ground: 'vacated' })
  await orders.done(await arrests.report(), { act: 'seal' })
  const officer = await server.as('booking-officer')
  const again = madeUpReport()
  const { arrestId: corrected } = await officer.call(reportArrest, { body: again })
  await officer.call(correctArrest, {
    params: { arrestId: corrected },
    version: 1,
    body: { reason: 'The place was wrong.', report: { ...again, place: '100 North Example Street' } },
  })
  const agreements = agreementWay(server)
  await agreements.genesis()
  await (await server.as('court-representative')).call(appointCosigner, { body: { vkey: formatVkey(cosigner) } })
  const partner = await agreements.partner()
  const { terms, door } = await agreements.putInForce(partner, agreements.termsOf(partner))
  await agreements.askAs(partner, door)
  for (let look = 0; look < 3; look += 1) await officer.call(viewArrest, { params: { arrestId } })
  return { code: terms.agreement, termsHash: '', endsAt: '' }
}

beforeAll(async () => {
  server = await startTestServer()
  const { code } = await makeHistory()
  client = new Client({ ...server.database.admin, types: readTypes })
  await client.connect()
  kept = await eventually(async () => {
    const { rows } = await client.query<{ note: string }>(
      `select c.note from journal.checkpoint c join journal.head h on h.size = c.size where not exists (select from journal.waiting)`,
    )
    return rows[0]?.note
  })
  await cosign(kept)
  const { runtime } = server
  const vkey = logVkey(runtime.keys, runtime.city.origin)
  const parsed = parseVkey(sha256, vkey)
  if (!parsed.ok) throw new Error(parsed.fault)
  key = parsed.value
  const { origin } = runtime.city
  const { rows } = await client.query(`select e.clear from journal.entry e where e.kind = 'agreement.activated'`)
  thief = {
    client,
    origin,
    signer: noteSigner(origin, 'ed25519', runtime.keys.log),
    agreement: { code, termsHash: rows[0].clear.termsHash, endsAt: rows[0].clear.endsAt },
  }
  await server.halt()
  folder = mkdtempSync(join(tmpdir(), 'pars-tampered-'))
}, 60_000)
afterAll(async () => {
  await client?.end()
  await server.start()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Found {
  readonly findings: readonly AuditFinding[]
  readonly entry: number | null
  readonly ledger: readonly string[]
  /** The vector's file, for the verifier in Python. */
  readonly file: string
}

/** Made here: what counts is what stands in the log. */
const cosigner = noteSigner('cosigner.test/court', 'cosignature', generateKeyPairSync('ed25519').privateKey)

/** As the log keeps what a cosigner answered. */
const cosign = async (note: string): Promise<void> => {
  const text = note.slice(0, note.indexOf('\n\n') + 1)
  const signed = formatNote({ text, signatures: [await signNote(text, cosigner, 1_793_000_000)] })
  const line = signed.slice(text.length + 1).trimEnd()
  await keepCosignature(client, { size: knownOf(note).size, cosigner: cosigner.name, line })
}

const knownOf = (note: string): Checkpoint => {
  const parsed = parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1))
  if (!parsed.ok) throw new Error(parsed.fault)
  return parsed.value
}
const copies = () => [{ from: 'cosigners/court', note: Buffer.from(kept, 'utf8') }]

/** Does it, looks with both verifiers of this project, and takes it back. */
const look = async (index: number): Promise<Found> => {
  const tampering = tamperings[index]
  await client.query('begin')
  try {
    const entry = tampering?.names ? await numberOf(client, tampering.names) : null
    await openTheWalls(client)
    await tampering?.tamper(thief)
    await closeTheWalls(client)
    const { findings } = await auditWithin(client, { key, kept: copies() })
    const files = await publishedFiles(client)
    const { faults } = await verifyLog(memorySource(files), {
      sha256,
      verify: verifyEd25519,
      logKey: key,
      known: knownOf(kept),
    })
    const file = join(folder, `${index}.json`)
    writeFileSync(
      file,
      JSON.stringify({
        check: 'log',
        vkey: logVkey(server.runtime.keys, thief.origin),
        known: kept,
        files: Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')])),
      }),
    )
    return { findings: findings.list, entry, ledger: faults.map(fault => fault.name), file }
  } finally {
    await client.query('rollback')
  }
}

test('the honest history has no finding, with the walls opened and closed too', async () => {
  await client.query('begin')
  await openTheWalls(client)
  await closeTheWalls(client)
  const { findings, through } = await auditWithin(client, { key, kept: copies() })
  await client.query('rollback')
  expect(findings.list).toEqual([])
  expect(through).toBeGreaterThan(40)
})

describe('a superuser is found', () => {
  const seen: Found[] = []
  test.each(tamperings.map((tampering, index) => [tampering.kind, index] as const))('%s', async (_kind, index) => {
    const tampering = tamperings[index]
    const found = await look(index)
    seen[index] = found
    const names = [...new Set(found.findings.map(finding => finding.fault))].sort()
    expect(names).toEqual([...(tampering?.finds ?? [])].sort())
    if (found.entry !== null) expect(found.findings.map(finding => finding.entry)).toContain(found.entry)
    expect(found.ledger.length > 0).toBe(tampering?.inFiles)
  })

  const python = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0
  test.skipIf(!python)('and by the verifier in Python, wherever the published files show it', () => {
    const tests = new URL('../../../packages/ledger/tests/', import.meta.url)
    const program = fileURLToPath(new URL('spec_check.py', tests))
    const spec = fileURLToPath(new URL('../SPEC.md', tests))
    const ran = spawnSync('python3', [program, spec, ...seen.map(found => found.file)], { encoding: 'utf8' })
    expect(ran.stderr).toBe('')
    const lines = ran.stdout.trimEnd().split('\n')
    const found = lines.map((line, index) => `${tamperings[index]?.kind}: ${JSON.parse(line).ok ? 'holds' : 'refused'}`)
    expect(found).toEqual(tamperings.map(({ kind, inFiles }) => `${kind}: ${inFiles ? 'refused' : 'holds'}`))
  })
})
