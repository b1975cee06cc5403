import { exportHistory, type HistoryLine, listHistory } from '@pars/contract'
import { formatId, type Instant } from '@pars/domain'
import { findRow, listRows } from '../db/direct.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Asker } from './asker.ts'
import { csvLine } from './csv.ts'
import type { PartnerDoor } from './door.ts'
import { findSignedIn } from './find-asker.ts'
import { callReadHistory, type HistoryRow, selectInstant } from './partner.sql.ts'
import { readPartnerCookie } from './partner-cookie.ts'
import { type PartnerRoute, page } from './route.ts'

interface Place {
  at: string
  inquiryId: string
}

const cursorOf = ({ asked_at, inquiry_id }: HistoryRow): string =>
  Buffer.from(`${asked_at} ${inquiry_id}`).toString('base64url')

const placeOf = (cursor: string | undefined): Place | undefined => {
  if (cursor === undefined) return undefined
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f-]{36})$/.exec(
    Buffer.from(cursor, 'base64url').toString('utf8'),
  )
  if (match) return { at: match[1] ?? '', inquiryId: match[2] ?? '' }
  throw new HttpProblem(400, 'malformed', 'This cursor is not one of this history. Begin without one.')
}

const officerText = (officer: string): string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(officer) ? formatId('ofc', officer) : officer

const presentLine = (row: HistoryRow): HistoryLine => ({
  inquiryId: formatId('inq', row.inquiry_id),
  entryId: formatId('ent', row.entry_id),
  number: row.number,
  agreement: row.agreement,
  version: row.agreement_version,
  unit: row.unit_code,
  officer: officerText(row.officer),
  behalf: row.behalf,
  authentication: row.authentication,
  question: row.question,
  filters: row.filters,
  predicate: row.predicate as HistoryLine['predicate'],
  purpose: row.purpose,
  cites: row.cites_kind === null || row.cites_value === null ? null : { kind: row.cites_kind, value: row.cites_value },
  outcome: row.outcome,
  term: row.term,
  rows: row.row_count,
  classes: row.classes,
  askedAt: row.asked_at as Instant,
})

/** A coordinator answers for every unit of the partner; everybody else, and a unit's system, for the own one. */
export const unitOf = (asker: Asker): string | null =>
  asker.by === 'sign-in' && asker.officer.coordinator ? null : asker.unit

const readPage = async (door: PartnerDoor, asker: Asker, before: Place | undefined, limit: number) => {
  const rows = await listRows<HistoryRow & { [column: string]: unknown }>(
    door.pools.of(asker.partner),
    callReadHistory(before, unitOf(asker), limit + 1),
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { lines: shown.map(presentLine), next: rows.length > limit && last ? cursorOf(last) : null }
}

const titles = [
  'inquiryId',
  'entryId',
  'number',
  'askedAt',
  'agreement',
  'version',
  'unit',
  'officer',
  'behalf',
  'authentication',
  'question',
  'filters',
  'predicate',
  'purpose',
  'cites',
  'outcome',
  'term',
  'rows',
  'classes',
] as const satisfies readonly (keyof HistoryLine)[]

const writers = {
  csv: {
    type: 'text/csv; charset=utf-8',
    first: csvLine(titles),
    line: (each: HistoryLine) => csvLine(titles.map(title => each[title])),
  },
  json: { type: 'application/x-ndjson', first: '', line: (each: HistoryLine) => `${JSON.stringify(each)}\n` },
} as const

const pageOfFile = 500

export const historyRoutes: readonly PartnerRoute[] = [
  page(listHistory, async ({ door, asker, parsed }) => {
    const { cursor, limit } = parsed.query
    const { lines, next } = await readPage(door, asker, placeOf(cursor), limit)
    const row = await findRow<{ now: Instant }>(door.pools.of(asker.partner), selectInstant)
    if (!row) throw new Error('the database gave no time')
    return { at: row.now, lines, next }
  }),
  page(exportHistory, async ({ door, asker, parsed, request, reply }) => {
    const { type, first, line } = writers[parsed.query.format]
    const name = `history.${parsed.query.format === 'csv' ? 'csv' : 'jsonl'}`
    reply.hijack()
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    })
    reply.raw.write(first)
    let cursor: string | null = null
    do {
      // A sign-in that ended meanwhile gets no further page, and a file that is visibly cut off.
      const still = asker.by === 'signed' ? asker : await findSignedIn(door, readPartnerCookie(request))
      if (!still || (still.by === 'sign-in' && still.endedBy)) return reply.raw.destroy() as never
      const read = await readPage(door, still, placeOf(cursor ?? undefined), pageOfFile)
      reply.raw.write(read.lines.map(line).join(''))
      cursor = read.next
    } while (cursor !== null && !reply.raw.destroyed)
    return reply.raw.end() as never
  }),
]
