import {
  canonicalText,
  equalBytes,
  type Frontier,
  frontierRoot,
  hashLeaf,
  type Json,
  type VerifierKey,
} from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import type { ClientBase, Pool } from 'pg'
import { type Read, readBy } from '../db/statement.ts'
import type { ActEntry } from './act-entry.ts'
import { membersOf } from './act-entry.ts'
import {
  selectAuditHead,
  selectEntriesOf,
  selectErasures,
  selectPlacesAfter,
  selectUnplaced,
  selectWaitingTwice,
} from './audit.sql.ts'
import { auditSignatures, createKeyRegister, createLeafChecks } from './audit-conduct.ts'
import { auditCosignatures } from './audit-cosignatures.ts'
import { auditDerived, auditDuties, auditOrders, auditQuotas, auditStandings, auditWalls } from './audit-derived.ts'
import { actOf, auditEntry, auditIndex, type Erasures, type JournalRow } from './audit-entry.ts'
import { auditAdded, auditRows, loadTableShapes, type RowAudit } from './audit-rows.ts'
import { createTreeAudit } from './audit-tree.ts'
import { createFindings, type Findings } from './findings.ts'
import { type KeptCheckpoint, openKeptCheckpoints } from './known-checkpoints.ts'
import { createKnownActs } from './rebuild/known-acts.ts'

export interface AuditOptions {
  /** The log's own key; its name is the origin. */
  readonly key: VerifierKey
  /** Checkpoints kept outside the database. */
  readonly kept?: readonly KeptCheckpoint[]
  readonly onProgress?: (done: AuditProgress) => void
}
export interface AuditProgress {
  readonly stage: 'entries' | 'records'
  readonly done: number
  readonly of: number
}
export interface AuditReport {
  /** The last entry that had its number. */
  readonly through: number
  readonly findings: Findings
}

interface Head {
  size: number | null
  root: Buffer | null
  frontier: Buffer | null
  newest: number
  origin: string
  rehearsal: boolean
  signed: number
}

const pageOfEntries = 512

const loadErasures = async (read: Read): Promise<Erasures> => {
  const erased = new Map<number, Set<string>>()
  for (const { act } of await read.rows<{ act: string | null }>(selectErasures)) {
    const said = membersOf(act === null ? null : (JSON.parse(act) as Json))
    const slots = Array.isArray(said['slots']) ? said['slots'].map(String) : []
    const entries = Array.isArray(said['entries']) ? said['entries'].map(Number) : []
    for (const entry of entries) erased.set(entry, new Set([...(erased.get(entry) ?? []), ...slots]))
  }
  return erased
}

/** Times that no clock can have made: a batch is never earlier than what an earlier batch numbered. */
const createTimeCheck = (findings: Findings) => {
  let latest = ''
  let batch = ''
  let latestOfBatch = ''
  return (row: JournalRow, entry: number): void => {
    if (row.batch_at !== batch) {
      latest = latestOfBatch > latest ? latestOfBatch : latest
      batch = row.batch_at
      if (batch < latest) findings.add('batch-time-backward', { entry })
    }
    if (row.kind !== null && row.made_at > latestOfBatch) latestOfBatch = row.made_at
  }
}

/** One page of places with its gaps filled: what is not there is named, and its place in the tree kept. */
const withGaps = (rows: readonly JournalRow[], from: number, findings: Findings): (JournalRow | undefined)[] => {
  const page: (JournalRow | undefined)[] = []
  for (const row of rows) {
    while (from + page.length + 1 < (row.number ?? 0)) {
      findings.add('place-missing', { entry: from + page.length + 1 })
      page.push(undefined)
    }
    page.push(row)
  }
  return page
}

interface Walk {
  readonly read: Read
  readonly head: Head
  readonly findings: Findings
  readonly rows: RowAudit
  readonly erasures: Erasures
  readonly keys: ReturnType<typeof createKeyRegister>
  readonly onEntries: (done: number) => void
}

const auditPage = async (
  { read, head, findings, rows, erasures, keys }: Walk,
  page: readonly (JournalRow | undefined)[],
  check: (row: JournalRow) => void,
): Promise<void> => {
  const audit = { erasures, rehearsal: head.rehearsal, findings }
  const acts: ActEntry[] = []
  for (const row of page) {
    if (!row) continue
    check(row)
    auditEntry(row, audit)
    const act = actOf(row)
    if (!act) continue
    auditIndex(row, act, audit)
    acts.push(act)
  }
  await auditSignatures(read, { entries: acts, keys, findings })
  await auditRows(read, rows, acts)
}

/** Every numbered entry, in order, once: leaf, hash, row, content, rows of its act. */
const walkPlaces = async (walk: Walk, options: AuditOptions): Promise<void> => {
  const { read, head, findings } = walk
  const { known, unreadable } = await openKeptCheckpoints(options.kept ?? [], options.key)
  for (const from of unreadable) findings.add('known-checkpoint-unreadable', { row: from })
  const tree = createTreeAudit(read, { key: options.key, known, findings })
  const checkLeaf = createLeafChecks(findings)
  const checkTime = createTimeCheck(findings)
  const check = (row: JournalRow): void => {
    const entry = row.number ?? 0
    if (!row.leaf) return
    if (!row.leaf_hash || !equalBytes(hashLeaf(sha256, row.leaf), row.leaf_hash))
      findings.add('leaf-hash-altered', { entry })
    checkLeaf(row.leaf, entry)
    checkTime(row, entry)
  }
  const taken = Math.max(head.size ?? head.newest, head.signed)
  let last = 0
  for (;;) {
    const rows = await read.rows<JournalRow & { [column: string]: unknown }>(selectPlacesAfter(last, pageOfEntries))
    const page = withGaps(rows, last, findings)
    // What stands beyond head and signatures was never in the tree: it is named, and told no tile's fault.
    const inTree = page.slice(0, Math.max(0, taken - last))
    if (inTree.length > 0) await tree.append(inTree.map(row => row?.leaf ?? undefined))
    await auditPage(walk, page, check)
    last += page.length
    walk.onEntries(last)
    if (rows.length < pageOfEntries) break
  }
  const gone = Math.min(Math.max((head.size ?? 0) - last, 0), 1_000_000)
  for (let entry = last + 1; entry <= last + gone; entry += 1) findings.add('place-missing', { entry })
  if (gone > 0) await tree.append(Array.from({ length: gone }, () => undefined))
  const frontier = await tree.finish(head.root)
  compareHead(head, { frontier, newest: last }, findings)
}

const compareHead = (
  head: Head,
  { frontier, newest }: { frontier: Frontier; newest: number },
  findings: Findings,
): void => {
  const where = { table: 'journal.head' }
  if (head.size === null || head.root === null || head.frontier === null) {
    findings.add('head-altered', { ...where, detail: 'gone' })
    return
  }
  if (head.size < newest) {
    if (head.signed > head.size) findings.add('head-moved-back', { ...where, detail: `${head.size}` })
    else
      for (let entry = Math.max(head.size, head.signed) + 1; entry <= newest; entry += 1)
        findings.add('place-beyond-head', { entry })
    return
  }
  if (!equalBytes(head.root, frontierRoot(sha256, frontier))) findings.add('head-altered', { ...where, detail: 'root' })
  if (!head.frontier.equals(Buffer.concat(frontier.peaks)))
    findings.add('head-altered', { ...where, detail: 'frontier' })
}

/** Entries that have no number yet: what they wrote is compared too; what waits for nothing or too long is named. */
const walkUnplaced = async (walk: Walk): Promise<void> => {
  const { read, findings } = walk
  const rows = await read.rows<JournalRow & { ticket: number | null; late: boolean; [column: string]: unknown }>(
    selectUnplaced,
  )
  for (const row of rows) {
    const where = { table: 'journal.entry', row: row.entry_id }
    if (row.ticket === null) findings.add('entry-without-place', where)
    // A rehearsal's clock may run so fast that ten minutes pass in a breath.
    else if (row.late && !walk.head.rehearsal) findings.add('waiting-too-long', where)
  }
  await auditPage(walk, rows, () => {})
  for (const { number } of await read.rows<{ number: number }>(selectWaitingTwice))
    findings.add('waiting-twice', { entry: number })
}

const actsOf = (read: Read) => async (ids: readonly string[]) => {
  const rows = ids.length === 0 ? [] : await read.rows<JournalRow & { [column: string]: unknown }>(selectEntriesOf(ids))
  return new Map(rows.map(row => [row.entry_id, actOf(row) ?? null]))
}

/** The audit of whatever a connection sees in its transaction. */
export const auditWithin = async (client: ClientBase, options: AuditOptions): Promise<AuditReport> => {
  const read = readBy(client)
  const findings = createFindings()
  const head = await read.find<Head & { [column: string]: unknown }>(selectAuditHead)
  if (!head) throw new Error('this is no database of PARS')
  if (options.key.name !== head.origin) findings.add('log-key-wrong', { entry: 1 })
  const report = options.onProgress ?? (() => {})
  const erasures = await loadErasures(read)
  const known = createKnownActs(canonicalText)
  const rows: RowAudit = { shapes: await loadTableShapes(read), known, counts: new Map(), findings }
  const onEntries = (done: number) => report({ stage: 'entries', done, of: head.newest })
  const walk: Walk = { read, head, findings, rows, erasures, keys: createKeyRegister(), onEntries }
  await walkPlaces(walk, options)
  await walkUnplaced(walk)
  await auditAdded(read, { ...rows, loadActs: actsOf(read) })
  let records = 0
  await auditDerived(read, findings, count => {
    records += count
    report({ stage: 'records', done: records, of: records })
  })
  await auditCosignatures(read, findings)
  await auditOrders(read, findings)
  await auditStandings(read, findings)
  await auditQuotas(read, findings)
  await auditDuties(read, findings)
  await auditWalls(read, findings)
  return { through: head.newest, findings }
}

/**
 * Compares everything that can be compared, in one moment of the database and as the keeper, which writes nothing. Memory does not
 * grow with the journal: pages of entries pass, and only conduct's codes and keys are kept.
 */
export const runAudit = async (pool: Pool, options: AuditOptions): Promise<AuditReport> => {
  const client = await pool.connect()
  let broken = true
  try {
    await client.query('begin isolation level repeatable read read only')
    const report = await auditWithin(client, options)
    await client.query('commit')
    broken = false
    return report
  } finally {
    client.release(broken)
  }
}
