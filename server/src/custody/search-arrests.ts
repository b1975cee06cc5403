import {
  type ArrestId,
  deriveCustody,
  formatId,
  type Instant,
  idPattern,
  isRefused,
  type PersonId,
  type Refused,
  refuse,
} from '@pars/domain'
import { checkAccess } from '../access/check-access.ts'
import { type Access, journaledRead } from '../access/journaled-read.ts'
import { type Snapshot, uuidOf } from '../db/transaction.ts'
import type { RecordAct } from '../journal/append-entry.ts'
import { type CaseLine, loadCaseLines } from './load-case-lines.ts'
import { loadAlarms } from './load-custody.ts'
import { getNewestNumber } from './load-history.ts'
import { readCriteria, type TypedCriteria } from './read-criteria.ts'
import { type Criteria, selectErased, selectFound } from './search.sql.ts'

export interface SearchGiven {
  readonly criteria: TypedCriteria
  readonly cursor: string | null
  readonly limit: number
  readonly access: Access
}
interface Found {
  arrestId: ArrestId
  personId: PersonId
  name: string
  bornOn: string | null
  arrestedAt: Instant
  district: string
  stage: string
  otn: string | null
}

/** The last arrest of the page before, which is what a cursor is: so no address holds a name. */
const readCursor = (cursor: string | null): { kind: 'read'; after: string | null } | Refused =>
  cursor === null || idPattern('arr').test(cursor)
    ? { kind: 'read', after: cursor === null ? null : uuidOf('arr', cursor) }
    : refuse('cursor-unknown', 'This page can not be found; search again from the first.', 'cursor')

const presentFound = (line: CaseLine, stage: string): Found => ({
  arrestId: line.arrestId,
  personId: line.personId,
  name: line.name,
  bornOn: line.bornOn,
  arrestedAt: line.facts.arrestedAt,
  district: line.district,
  stage,
  otn: line.otn,
})

const loadFound = async (
  read: Snapshot,
  criteria: Criteria,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ found: Found[]; nextCursor: string | null }> => {
  const rows = await read.rows<{ arrest_id: string }>(selectFound(criteria, after, limit + 1))
  const ids = rows.slice(0, limit).map(row => formatId('arr', row.arrest_id))
  const lines = new Map((await loadCaseLines(read, ids)).map(line => [line.arrestId, line]))
  const alarms = await loadAlarms(read)
  const found = ids.flatMap(id => {
    const line = lines.get(id)
    return line ? [presentFound(line, deriveCustody(line.facts, alarms, read.now).stage)] : []
  })
  return { found, nextCursor: rows.length > limit ? (ids.at(-1) ?? null) : null }
}

interface Erased {
  arrestId: ArrestId
  erasedAt: Instant
  number: number | null
}

const findErased = async (read: Snapshot, { intakeNumber }: Criteria): Promise<Erased | null> => {
  if (intakeNumber === undefined) return null
  const row = await read.find<{ arrest_id: string; made_at: Instant; number: number | null }>(
    selectErased(intakeNumber),
  )
  return row ? { arrestId: formatId('arr', row.arrest_id), erasedAt: row.made_at, number: row.number } : null
}

interface Result {
  found: Found[]
  erased: Erased | null
  number: number
}

/** What was typed of a record that was destroyed is not written down anew. */
const entryOf = (given: SearchGiven, criteria: Criteria, result: Result): RecordAct => ({
  kind: 'record.searched',
  act: {
    purpose: given.access.purpose,
    forWhom: given.access.forWhom,
    criteria: result.erased ? {} : { ...criteria },
    continued: given.cursor !== null,
    found: result.found.map(({ arrestId }) => arrestId),
    ...(result.erased ? { erased: result.erased.arrestId } : {}),
    number: result.number,
  },
})

/** Finds arrests. The entry says what was asked, which arrests were shown, for what purpose and for whom. */
export const searchArrests = journaledRead('arrest.search', async (read, _reader, given: SearchGiven) => {
  const unclear = checkAccess(given.access)
  if (unclear) return unclear
  const typed = readCriteria(given.criteria, read.now)
  if (isRefused(typed)) return typed
  const cursor = readCursor(given.cursor)
  if (isRefused(cursor)) return cursor
  const number = await getNewestNumber(read)
  const page = await loadFound(read, typed.criteria, { after: cursor.after, limit: given.limit })
  const erased = await findErased(read, typed.criteria)
  const entry = entryOf(given, typed.criteria, { found: page.found, erased, number })
  return { kind: 'looked' as const, answer: { ...page, erased }, entry }
})
