import { seats } from '@pars/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, instant, party, receipt, required } from '../shapes.ts'

const tag = 'system'
const seat = z.enum(seats)

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
    /** `running`: entries are numbered. `trouble` says in words why nothing is numbered, signed or asked for, where that is so. */
    sequencer: z.strictObject({
      running: z.boolean(),
      waiting: z.int(),
      lastNumber: z.int(),
      trouble: z.string().nullable(),
    }),
    /** Whether agreements are put in force and ended in time; `trouble` says in words what the operator must look at. */
    agreements: z.strictObject({ running: z.boolean(), trouble: z.string().nullable() }),
  }),
})
export const viewLogStatus = endpoint({
  name: 'log.status',
  permission: 'open',
  method: 'GET',
  path: '/api/log/status',
  tag,
  summary: 'How far the log is signed, and which agencies have confirmed it; whose outage it is where they have not.',
  answer: z.strictObject({
    /** Entries under the newest signature. */
    size: z.int(),
    /** Entries that two of three agencies have confirmed; null while they have confirmed none. */
    confirmed: z.strictObject({ size: z.int(), secondsAgo: z.number() }).nullable(),
    needed: z.int(),
    cosigners: z.array(
      z.strictObject({
        seat,
        /** As on its signature lines. */
        name: z.string(),
        vkey: z.string(),
        size: z.int(),
        secondsAgo: z.number().nullable(),
        /** In one line; null while it confirms. */
        trouble: z.string().nullable(),
        troubleForSeconds: z.number().nullable(),
      }),
    ),
    /** The newest first: when an agency did not confirm, by the wall's clock. */
    outages: z.array(
      z.strictObject({ seat, name: z.string(), beganAt: instant, endedAt: instant.nullable(), why: z.string() }),
    ),
    /** Why nothing is signed, in words; null while all is well. */
    trouble: z.string().nullable(),
  }),
})
export const appointCosigner = endpoint({
  name: 'cosigner.appoint',
  permission: 'cosigner.appoint',
  method: 'POST',
  path: '/api/log/cosigners',
  tag,
  status: 201,
  summary: "Appoint your seat's cosigner by its verifier key. It takes the place of the one before.",
  body: z.strictObject({ vkey: required(400) }),
  answer: z.strictObject({ name: z.string(), seat, receipt }),
  refusals: ['key-malformed', 'key-exists', 'cosigner-name-taken'],
  example: {
    body: {
      vkey: 'pars.example/cosigner/police+100ca0d1+BMYhBhjrpUGOE4enfbbGXLoc5UdrLc5mEDjBO18nkfZv',
    },
  },
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
