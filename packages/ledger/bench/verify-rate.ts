import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  appendToBundles,
  appendToFrontier,
  buildLeaf,
  emptyFrontier,
  emptyTail,
  formatCheckpoint,
  formatNote,
  hashLeaf,
  type LeafEntry,
  type Slot,
  signNote,
  verifyLog,
} from '../src/index.ts'
import { folderSource, generateSigningKey, noteSigner, sha256, verifyEd25519, writeLog } from '../src/node/index.ts'

export type BenchResult = { name: string; value: number; unit: string; target: number }

/**
 * Writes a log of this many entries into a temporary folder, verifies all of it from the files, and gives the seconds that took.
 * One in ten entries is an inquiry, the rest acts on the record.
 */
export async function measureVerifyRate(entries = 1_000_000): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'pars-verify-'))
  try {
    const logKey = await writeBenchLog(folder, entries)
    const start = performance.now()
    const report = await verifyLog(folderSource(folder), { sha256, verify: verifyEd25519, logKey })
    const seconds = (performance.now() - start) / 1000
    if (!report.ok || report.checkpoint?.size !== entries)
      throw new Error(`the log written does not verify: ${JSON.stringify(report.faults[0])}`)
    return { name: 'verify.rate', value: Math.round(seconds * 100) / 100, unit: 's', target: 10 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeBenchLog(folder: string, entries: number) {
  const signer = noteSigner('bench.example/log', 'ed25519', generateSigningKey())
  const batchSize = 25_600
  let frontier = emptyFrontier
  let tail = emptyTail
  for (let done = 0; done < entries; done += batchSize) {
    const count = Math.min(batchSize, entries - done)
    const leaves = Array.from({ length: count }, (_, i) => buildLeaf(sha256, entryAt(done + i)).bytes)
    const appended = appendToFrontier(
      sha256,
      frontier,
      leaves.map(leaf => hashLeaf(sha256, leaf)),
    )
    const bundled = appendToBundles(tail, leaves)
    await writeLog(folder, { tiles: appended.tiles, bundles: bundled.bundles })
    frontier = appended.frontier
    tail = bundled.tail
  }
  const { size, root } = appendToFrontier(sha256, frontier, [])
  const text = formatCheckpoint({ origin: signer.name, size, root })
  const checkpoint = formatNote({ text, signatures: [await signNote(text, signer)] })
  await writeLog(folder, { tiles: [], bundles: [], checkpoint })
  return signer
}

const began = 1_530_000_000_000
const timeOf = (n: number): string => new Date(began + n * 250).toISOString()
const version = { agreement: 'removal-unit-2017', agreementVersion: 3, termsHash: 'ab'.repeat(32) }

/** The agreement that answers need: two ballots and the acceptance come before it is in force. */
const opening = (): readonly LeafEntry[] => {
  const absent = (): Slot => ({ salt: new Uint8Array(randomBytes(32)), absent: true })
  const nonce = () => new Uint8Array(randomBytes(32))
  const ballot = (seat: 'police' | 'court', n: number): LeafEntry => ({
    class: 'conduct',
    kind: 'ballot.cast',
    at: timeOf(n),
    fields: { ...version, resolution: 'res-1', action: 'adopt', seat, choice: 'for', statementHash: 'cd'.repeat(32) },
    slots: { officer: absent(), signature: absent(), reason: absent() },
    nonce: nonce(),
  })
  return [
    ballot('police', 0),
    ballot('court', 1),
    {
      class: 'conduct',
      kind: 'agreement.accepted',
      at: timeOf(2),
      fields: { ...version, statementHash: 'cd'.repeat(32) },
      slots: { officer: absent(), signature: absent() },
      nonce: nonce(),
    },
    {
      class: 'conduct',
      kind: 'agreement.activated',
      at: timeOf(3),
      fields: {
        ...version,
        wallsHash: 'ef'.repeat(32),
        ballots: [1, 2],
        acceptance: 3,
        startsAt: timeOf(3),
        endsAt: '2150-01-01T05:00:00.000Z',
      },
      slots: { approval: absent() },
      nonce: nonce(),
    },
  ]
}
const openingEntries = opening()
const entryAt = (n: number): LeafEntry => openingEntries[n] ?? benchEntry(n)

function benchEntry(n: number): LeafEntry {
  const random = new Uint8Array(randomBytes(32 * 9))
  const part = (i: number) => random.subarray(i * 32, i * 32 + 32)
  const slot = (i: number): Slot => ({ salt: part(i), content: part(i) })
  const at = timeOf(n)
  if (n % 10 !== 0) {
    const slots = { kind: slot(0), actor: slot(1), subject: slot(2), act: slot(3) }
    return { class: 'record', seat: 'police', batchAt: at, slots, nonce: part(8) }
  }
  return {
    class: 'conduct',
    kind: 'inquiry.answered',
    at,
    fields: {
      agreement: version.agreement,
      agreementVersion: version.agreementVersion,
      unit: 'investigations',
      authentication: 'signed',
      question: 'by-identifier',
      filters: ['police-photo-number'],
      purpose: 'criminal-investigation',
      classes: ['arrest', 'charges'],
      rows: 1,
    },
    slots: {
      officer: slot(0),
      behalf: slot(1),
      case: slot(2),
      person: slot(3),
      predicate: slot(4),
      answer: slot(5),
      ground: { salt: part(6), absent: true },
      request: slot(7),
    },
    nonce: part(8),
  }
}
