import { z } from 'zod'
import { code } from '../agreements/shapes.ts'
import { endpoint } from '../endpoint.ts'
import { instant, plainDate, required, text } from '../shapes.ts'
import { exportedAnswer, inquiryAnswer } from './answer.ts'
import { asking, exampleAsking, namedOfficer, word } from './asking.ts'

const tag = 'inquiries'

/** Terms that can refuse a question. Each refusal is on record before it is said. */
export const refusingTerms = [
  'agreement-not-begun',
  'agreement-ended',
  'agreement-superseded',
  'agreement-terminated',
  'agreement-suspended',
  'agreement-emergency-stopped',
  'agreement-obligation-overdue',
  'agreement-unconfirmed',
  'unit-not-named',
  'unit-stopped',
  'officer-not-named',
  'officer-stopped',
  'officer-not-certified',
  'purpose-not-granted',
  'case-not-cited',
  'log-unconfirmed',
  'question-not-granted',
  'filter-not-granted',
  'filter-malformed',
  'cursor-not-valid',
  'unit-day-quota',
  'officer-day-quota',
  'persons-day-quota',
] as const
export type RefusingTerm = (typeof refusingTerms)[number]

const question = <B extends z.ZodRawShape>(name: string, summary: string, filters: B, example: object) =>
  endpoint({
    name: `inquiry.${name}`,
    permission: 'partner',
    method: 'POST',
    path: `/api/partner/inquiries/${name}`,
    tag,
    summary,
    body: z.strictObject({ ...asking, ...filters }),
    answer: inquiryAnswer,
    refusals: refusingTerms,
    example: { body: { ...exampleAsking, ...example } },
  })

export const askByIdentifier = question(
  'by-identifier',
  'One person, by a number that the unit has already.',
  { identifier: word, value: required(200) },
  { identifier: 'otn', value: 'N9999998' },
)
export const askByNameAndBirthDate = question(
  'by-name-and-birth-date',
  'One person, by name and birth date. Who is only alike is labelled so, where the terms let anybody be shown.',
  { last: required(200), first: text(200).nullable(), bornOn: plainDate },
  { last: 'Larch', first: 'Quill', bornOn: '1990-02-03' },
)
export const askByIncident = question(
  'by-incident',
  'Everybody in reach who was arrested for one incident.',
  { incident: required(200) },
  { incident: '202625000123' },
)
export const askByAttribute = question(
  'by-attribute',
  'Everybody in reach with an attribute, since a time.',
  { attribute: word, value: required(200), since: instant },
  { attribute: 'district', value: '25', since: '2027-07-01T00:00:00-04:00' },
)
export const askRecent = question(
  'recent',
  'Every arrest in reach of the last hours.',
  { hours: z.int().min(1).max(100_000) },
  { hours: 24 },
)
export const askFeed = question(
  'feed',
  'What changed since a cursor about persons whom the unit had an answer about, for the same purpose and case.',
  { cursor: text(200).nullable() },
  { cursor: null },
)

/** One event of the stream: an answer, or why the stream ends. */
export const feedEvent = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('answered'), answer: inquiryAnswer }),
    z.strictObject({ kind: z.literal('refused'), term: z.string(), say: z.string(), entryId: z.string().nullable() }),
  ])
  .meta({ id: 'FeedEvent' })
export type FeedEvent = z.infer<typeof feedEvent>

export const followFeed = endpoint({
  name: 'inquiry.follow',
  permission: 'partner',
  method: 'GET',
  path: '/api/partner/feed',
  tag,
  summary:
    'The feed as a stream. It asks the feed question again and again, each time on record and against the quota, and ends in the second in which the agreement ends.',
  query: z.strictObject({
    agreement: code,
    purpose: word,
    citesKind: z.enum(['incident', 'docket', 'warrant', 'case']).optional(),
    citesValue: required(100).optional(),
    behalf: required(200),
    officer: namedOfficer,
    cursor: text(200).optional(),
    /** Seconds from one question to the next. */
    every: z.coerce.number().int().min(1).max(3600).default(60),
  }),
  answer: feedEvent,
  refusals: refusingTerms,
  produces: 'text/event-stream',
})

export const fileFormat = z.enum(['json', 'csv'])

export const exportAnswer = endpoint({
  name: 'inquiry.export',
  permission: 'partner',
  method: 'GET',
  path: '/api/partner/answers/{token}',
  tag,
  summary:
    'An answer again as a file, by pages of 100 rows, with the classes that may leave as one. Asked anew of the agreement for each page.',
  params: z.strictObject({ token: z.string().regex(/^[0-9a-f]{64}$/, 'must be the token of an answer') }),
  query: z.strictObject({
    agreement: code,
    format: fileFormat.default('json'),
    from: z.coerce.number().int().min(0).max(1000).default(0),
    officer: namedOfficer,
  }),
  answer: exportedAnswer,
  refusals: refusingTerms,
})
