import { canonicalText, commitSlot, equalBytes, type Json, parseLeaf, slotsRoot, toHex } from '@pars/ledger'
import { sha256 } from '@pars/ledger/node'
import { leafOfRow, type WaitingRow } from '../journal/leaf-of-row.ts'
import { type ActEntry, type Members, membersOf, uuidIn } from './act-entry.ts'
import type { Findings } from './findings.ts'

/** An entry with all that lies beside it. What is null was not there. */
export interface JournalRow {
  number: number | null
  entry_id: string
  batch_at: string
  leaf: Buffer | null
  leaf_hash: Buffer | null
  kind: string | null
  class: 'record' | 'conduct'
  party: WaitingRow['party']
  door: string
  made_at: string
  nonce: Buffer
  clear: Record<string, unknown> | null
  names: string[] | null
  salts: (Buffer | null)[]
  texts: (string | null)[]
  /** Of an entry of which something was destroyed: the commitments of all its slots. */
  commitments: Buffer[] | null
  indexed: boolean
  arrest_id: string | null
  account_id: string | null
}

/** Slots that orders erased, by the number of their entry. */
export type Erasures = ReadonlyMap<number, ReadonlySet<string>>

const parsed = (text: string): Json => {
  try {
    return JSON.parse(text) as Json
  } catch {
    // Some slots hold bare text.
    return text
  }
}

const isErased = (row: JournalRow, index: number): boolean => row.salts[index] == null

const leafMembers = (bytes: Uint8Array): Members | undefined =>
  parseLeaf(bytes).ok ? membersOf(JSON.parse(Buffer.from(bytes).toString('utf8')) as Json) : undefined

/** Which members of the published leaf the row of the entry does not give. `slots` are the content's to give. */
const differingMembers = (row: JournalRow, leaf: Members): string[] => {
  const isRecord = row.class === 'record'
  const own: Members = {
    ...(isRecord ? { seat: row.party } : { ...(membersOf(row.clear as Json) as Members), kind: row.kind ?? '' }),
    at: isRecord ? `${row.batch_at.slice(0, 19)}Z` : row.made_at,
    class: row.class,
    nonce: row.nonce.toString('hex'),
    v: 1,
  }
  const names = new Set([...Object.keys(own), ...Object.keys(leaf)])
  names.delete('slots')
  return [...names].filter(name => canonicalText(own[name] ?? null) !== canonicalText(leaf[name] ?? null)).sort()
}

/** What was kept of an entry after some of its slots were destroyed: all commitments, and the slots that are left. */
const fitsCommitments = (row: JournalRow, names: readonly string[], leaf: Members): boolean => {
  const commitments = row.commitments ?? []
  if (commitments.length !== names.length || toHex(slotsRoot(sha256, commitments)) !== leaf['slots']) return false
  return names.every((name, index) => {
    const [salt, text, kept] = [row.salts[index], row.texts[index], commitments[index]]
    if (salt == null || !kept) return true
    const slot = text == null ? { salt, absent: true as const } : { salt, content: Buffer.from(text, 'utf8') }
    return equalBytes(commitSlot(sha256, name, slot), kept)
  })
}

/** Compares the content of an entry with what its leaf committed. One root covers all slots, so it is the entry that is named. */
const checkContent = (row: JournalRow, leaf: Members, { erasures, findings }: EntryAudit): void => {
  const { number } = row
  const names = row.names
  if (number === null) return
  const erased = erasures.get(number)
  if (names === null) {
    findings.add('content-missing', { entry: number })
    return
  }
  const gone = names.filter((_, index) => isErased(row, index))
  const unordered = gone.filter(name => !erased?.has(name))
  if (unordered.length > 0) {
    const isWhole = gone.length === names.length
    findings.add(isWhole ? 'content-missing' : 'content-erased-without-order', {
      entry: number,
      detail: unordered.join(', '),
    })
  }
  if (row.commitments !== null) {
    if (!fitsCommitments(row, names, leaf)) findings.add('content-altered', { entry: number })
    return
  }
  if (gone.length > 0) return
  const rebuilt = rebuiltLeaf(row, names)
  // A row that gives no leaf at all is named by its members; its content cannot be told then.
  if (rebuilt === undefined) findings.add('entry-altered', { entry: number, detail: 'gives no entry of the format' })
  else if (leafMembers(rebuilt)?.['slots'] !== leaf['slots']) findings.add('content-altered', { entry: number })
}

/** The leaf that row and content give; undefined where they give none. */
const rebuiltLeaf = (row: JournalRow, names: string[]): Uint8Array | undefined => {
  try {
    const { salts, texts } = row
    const waiting = { ...row, ticket: 0, kind: row.kind ?? '', names, salts: salts as Buffer[], contents: texts }
    return leafOfRow(sha256, waiting, row.batch_at).bytes
  } catch {
    return undefined
  }
}

/** Nearly every entry: row and content together give exactly the bytes that were published, and no order is about it. */
const isWhole = (row: JournalRow, { erasures }: EntryAudit): boolean => {
  if (row.names === null || row.number === null || row.leaf === null || row.commitments !== null) return false
  if (erasures.has(row.number) || row.salts.some(salt => salt === null)) return false
  const rebuilt = rebuiltLeaf(row, row.names)
  return rebuilt !== undefined && equalBytes(rebuilt, row.leaf)
}

export interface EntryAudit {
  readonly erasures: Erasures
  readonly rehearsal: boolean
  readonly findings: Findings
}

/** Compares one numbered entry, its row, content and index, with its published bytes. */
export const auditEntry = (row: JournalRow, audit: EntryAudit): void => {
  const { findings } = audit
  const entry = row.number
  if (entry === null || row.leaf === null) return
  if (row.kind === null) {
    findings.add('entry-missing', { entry })
    return
  }
  if (isWhole(row, audit)) return
  const leaf = leafMembers(row.leaf)
  if (leaf === undefined) {
    findings.add('leaf-malformed', { entry })
    return
  }
  const members = differingMembers(row, leaf)
  if (members.length > 0) findings.add('entry-altered', { entry, detail: members.join(', ') })
  checkContent(row, leaf, audit)
}

const slotsOf = (row: JournalRow): ReadonlyMap<string, Json> =>
  new Map(
    (row.names ?? []).flatMap((name, index) => {
      const text = row.texts[index]
      return text == null ? [] : [[name, parsed(text)] as const]
    }),
  )

/** The entry as its rows are rebuilt from it; undefined where content is gone that they need. */
export const actOf = (row: JournalRow): ActEntry | undefined => {
  if (row.kind === null || row.names === null) return undefined
  if (row.names.some((_, index) => isErased(row, index))) return undefined
  const slots = slotsOf(row)
  const act = membersOf(slots.get('act'))
  const actor = membersOf(slots.get('actor'))
  return {
    entryId: row.entry_id,
    number: row.number,
    kind: row.kind,
    party: row.party,
    door: row.door,
    at: row.class === 'record' ? String(act['at'] ?? '') : row.made_at,
    by: uuidIn(actor['account']),
    arrestId: uuidIn(slots.get('subject')),
    act,
    clear: membersOf(row.clear as Json),
    slots,
  }
}

const ordered = ['record.expunged', 'record.redacted', 'record.limited', 'record.sealed']

/** The database takes the nearer end of the transaction where a clock was moved meanwhile, which a rehearsal's may be by days. */
const clockGrace = { rehearsal: 86_400_000, city: 60_000 }

const isTimely = (row: JournalRow, act: ActEntry, { rehearsal }: EntryAudit): boolean =>
  act.at === '' ||
  Math.abs(Date.parse(row.made_at) - Date.parse(act.at)) <= clockGrace[rehearsal ? 'rehearsal' : 'city']

/** Compares the kind that the content committed, and whose record and whose act it is, with what lies beside the entry in clear. */
export const auditIndex = (row: JournalRow, act: ActEntry, audit: EntryAudit): void => {
  const { findings } = audit
  const entry = row.number
  if (row.class === 'record' && act.slots.get('kind') !== row.kind)
    findings.add('entry-altered', { entry, detail: 'kind' })
  if (row.class === 'record' && !isTimely(row, act, audit))
    findings.add('entry-time-wrong', { entry, detail: 'made_at' })
  // What an order does names the record in the index alone, where it stays findable when the record is gone.
  if (act.arrestId === null && ordered.includes(act.kind)) return
  const isIndexed = row.class === 'record' && act.arrestId !== null
  if (isIndexed !== row.indexed || (isIndexed && (row.arrest_id !== act.arrestId || row.account_id !== act.by)))
    findings.add('index-altered', { entry, table: 'journal.arrest_entry', row: row.entry_id })
}
