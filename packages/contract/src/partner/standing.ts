import { z } from 'zod'
import { code, hash, termsJson } from '../agreements/shapes.ts'
import { endpoint } from '../endpoint.ts'
import { id, instant } from '../shapes.ts'
import { fileFormat } from './inquiries.ts'

const tag = 'partner'

/** `unconfirmed`: voted and begun, and in force once two of the three agencies have confirmed the log that says so. */
const standing = z.enum(['not-begun', 'unconfirmed', 'in-force', 'stopped', 'ended'])
const inForce = {
  agreement: code,
  version: z.int(),
  standing,
  /** The term that refuses now, where one does. */
  term: z.string().nullable(),
  startsAt: instant,
  /** The instant at which everything stops. */
  endsAt: instant,
}
const classTerm = z.strictObject({
  class: z.string(),
  visible: z.boolean(),
  filterable: z.boolean(),
  exportable: z.boolean(),
})

export const allowance = z
  .strictObject({
    ...inForce,
    questions: z.array(
      z.strictObject({
        kind: z.string(),
        identifiers: z.array(z.string()).optional(),
        attributes: z.array(z.string()).optional(),
        possible: z.int().optional(),
        hours: z.int().optional(),
        days: z.int().optional(),
      }),
    ),
    purposes: z.array(z.strictObject({ code: z.string(), cites: z.string(), suffices: z.string() })),
    classes: z.array(classTerm),
    limits: z.record(z.string(), z.int()),
    onward: z.string(),
    /** What the terms say, sentence by sentence. */
    words: z.array(z.string()),
  })
  .meta({ id: 'PartnerAllowance' })
export type Allowance = z.infer<typeof allowance>

export const viewPartnerMe = endpoint({
  name: 'partner-door.me',
  permission: 'partner',
  method: 'GET',
  path: '/api/partner/me',
  tag,
  summary: 'Who asks, for which unit, and what each agreement allows it: only that is worth showing.',
  answer: z.strictObject({
    at: instant,
    partner: z.strictObject({ code, name: z.string() }),
    unit: z.strictObject({ code, name: z.string(), function: z.string() }),
    officer: z.strictObject({ officerId: id('ofc'), displayName: z.string(), coordinator: z.boolean() }).nullable(),
    agreements: z.array(allowance),
  }),
})

export const listOwnTerms = endpoint({
  name: 'partner-door.terms',
  permission: 'partner',
  method: 'GET',
  path: '/api/partner/terms',
  tag,
  summary: 'Every version of terms that was in force or is voted on, as data and in plain words.',
  answer: z.strictObject({
    at: instant,
    versions: z.array(
      z.strictObject({
        ...inForce,
        activated: z.boolean(),
        termsHash: hash,
        terms: termsJson,
        words: z.array(z.string()),
      }),
    ),
  }),
})

export const historyLine = z
  .strictObject({
    inquiryId: id('inq'),
    entryId: id('ent'),
    /** The place in the journal; null in the first moments. */
    number: z.int().nullable(),
    agreement: code,
    version: z.int(),
    unit: z.string(),
    officer: z.string(),
    behalf: z.string().nullable(),
    authentication: z.enum(['signed', 'sign-in']),
    question: z.string(),
    filters: z.array(z.string()),
    predicate: z.record(z.string(), z.json()),
    purpose: z.string(),
    cites: z.strictObject({ kind: z.string(), value: z.string() }).nullable(),
    outcome: z.enum(['answered', 'refused']),
    term: z.string().nullable(),
    rows: z.int(),
    classes: z.array(z.string()),
    askedAt: instant,
  })
  .meta({ id: 'HistoryLine' })
export type HistoryLine = z.infer<typeof historyLine>

const cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,120}$/, 'must be the cursor of a page')
  .optional()

export const listHistory = endpoint({
  name: 'partner-door.history',
  permission: 'partner',
  method: 'GET',
  path: '/api/partner/history',
  tag,
  summary:
    'Its own inquiries and refusals, complete, newest first. A coordinator reads those of all units, everybody else those of the own one.',
  query: z.strictObject({ cursor, limit: z.coerce.number().int().min(1).max(1000).default(100) }),
  answer: z.strictObject({ at: instant, lines: z.array(historyLine), next: z.string().nullable() }),
})

export const exportHistory = endpoint({
  name: 'partner-door.export-history',
  permission: 'partner',
  method: 'GET',
  path: '/api/partner/history/file',
  tag,
  summary: 'The whole of the same history as a file: CSV without formulas, or one JSON line for each inquiry.',
  query: z.strictObject({ format: fileFormat.default('csv') }),
  answer: historyLine,
  produces: 'text/csv',
})
