import { z } from 'zod'
import { custody } from '../arrests/record.ts'
import { endpoint } from '../endpoint.ts'
import { id, instant } from '../shapes.ts'

const tag = 'board'
/** One line of the live board. The hours run on in the reader's browser from `arrestedAt` and the server's `now`. */
export const boardRow = z
  .strictObject({
    arrestId: id('arr'),
    name: z.string(),
    age: z.int().nullable(),
    sex: z.string(),
    draft: z.boolean(),
    draftedBy: z.string(),
    arrestedAt: instant,
    district: z.string(),
    leadCharge: z.string(),
    custody,
    bailWords: z.string().nullable(),
    interpreterLanguage: z.string().nullable(),
    openHolds: z.int(),
    /** The journal number of the newest act about this arrest. */
    number: z.int(),
  })
  .meta({ id: 'BoardRow' })
export type BoardRow = z.infer<typeof boardRow>

export const viewBoard = endpoint({
  name: 'board.view',
  permission: 'board.view',
  method: 'GET',
  path: '/api/board',
  tag,
  summary: 'Everybody in custody now, longest held first, with who must act next.',
  answer: z.strictObject({
    now: instant,
    number: z.int(),
    rows: z.array(boardRow),
    alarms: z.array(z.strictObject({ hours: z.int(), label: z.string(), clock: z.string() })),
    nextSession: z
      .strictObject({ courtSessionId: id('cse'), startsAt: instant, room: z.string(), listed: z.int() })
      .nullable(),
  }),
})
/** What the stream sends: `row` (a line changed), `gone` (left custody), `beat` (nothing new; the time), `reload` (too far behind: load the board again). */
export const boardEvent = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('row'), number: z.int(), now: instant, row: boardRow }),
    z.strictObject({ type: z.literal('gone'), number: z.int(), now: instant, arrestId: id('arr') }),
    z.strictObject({ type: z.literal('beat'), number: z.int(), now: instant }),
    z.strictObject({ type: z.literal('reload'), number: z.int(), now: instant }),
  ])
  .meta({ id: 'BoardEvent' })
export type BoardEvent = z.infer<typeof boardEvent>
export const streamBoard = endpoint({
  name: 'board.stream',
  permission: 'board.view',
  method: 'GET',
  path: '/api/board/stream',
  tag,
  summary: 'Server-sent events in journal order; `id` is the journal number and Last-Event-ID resumes after it.',
  query: z.strictObject({ after: z.coerce.number().int().min(0).optional() }),
  answer: boardEvent,
  produces: 'text/event-stream',
})
