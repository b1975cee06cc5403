import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, instant, party } from '../shapes.ts'

const tag = 'system'
export const viewMe = endpoint({
  name: 'me',
  permission: 'open',
  method: 'GET',
  path: '/api/me',
  tag,
  summary: 'Who you are here, and what you may do.',
  answer: z.strictObject({
    account: z.strictObject({ accountId: id('acc'), displayName: z.string(), party, role: z.string() }).nullable(),
    /** 'visitor' in a rehearsal database without signing in. */
    role: z.string().nullable(),
    may: z.array(z.string()),
  }),
})
export const viewCity = endpoint({
  name: 'city',
  permission: 'open',
  method: 'GET',
  path: '/api/city',
  tag,
  summary: 'Which city this is, whether it is a rehearsal, what time it is there, and the state of the log.',
  answer: z.strictObject({
    city: z.string(),
    rehearsal: z.boolean(),
    now: instant,
    /** `beganAt` is the time of the city's first entry: in a rehearsal, where its clock was set to begin. */
    clock: z.strictObject({ rate: z.number(), meetsPresent: z.boolean(), beganAt: instant }),
    filling: z.strictObject({ done: z.int(), of: z.int() }).nullable(),
    chairs: z.array(z.strictObject({ subject: z.string(), displayName: z.string(), role: z.string(), party })),
    log: z.strictObject({ size: z.int(), checkpointAt: instant.nullable(), origin: z.string() }),
  }),
})
export const viewEntry = endpoint({
  name: 'entry',
  permission: 'open',
  method: 'GET',
  path: '/api/entries/{entryId}',
  tag,
  summary: 'The place of an entry in the journal, once the sequencer has given it.',
  params: z.strictObject({ entryId: id('ent') }),
  answer: z.strictObject({
    entryId: id('ent'),
    number: z.int().nullable(),
    checkpointSize: z.int(),
    leafHash: z.string().nullable(),
  }),
})
export const advanceClock = endpoint({
  name: 'rehearsal.clock',
  permission: 'rehearsal.advance-clock',
  method: 'POST',
  path: '/api/rehearsal/clock',
  tag,
  summary: 'Let the clock of a rehearsal database run at a rate up to a horizon. No other database has such a clock.',
  body: z.strictObject({
    rate: z.number().min(0).max(100_000),
    horizon: instant.nullable(),
    startAt: instant.nullable(),
    filling: z.strictObject({ done: z.int().min(0), of: z.int().min(0) }).nullable(),
  }),
  answer: z.strictObject({ now: instant }),
  refusals: ['not-a-rehearsal'],
  example: { body: { rate: 60, horizon: null, startAt: null, filling: null } },
})
export const health = endpoint({
  name: 'healthz',
  permission: 'open',
  method: 'GET',
  path: '/healthz',
  tag,
  summary: '200 when database and web are really up; the state of the sequencer stands beside them.',
  answer: z.strictObject({
    ok: z.boolean(),
    database: z.boolean(),
    web: z.boolean(),
    sequencer: z.strictObject({ running: z.boolean(), waiting: z.int(), lastNumber: z.int() }),
    /** Whether agreements are put in force and ended in time; `trouble` says in words what the operator must look at. */
    agreements: z.strictObject({ running: z.boolean(), trouble: z.string().nullable() }),
  }),
})
export const openapi = endpoint({
  name: 'openapi',
  permission: 'open',
  method: 'GET',
  path: '/api/openapi.json',
  tag,
  summary: 'This description.',
  answer: z.unknown(),
})
