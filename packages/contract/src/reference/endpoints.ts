import { alarmClocks, grades, roomCourts } from '@pars/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { plainDate, receipt, required, text } from '../shapes.ts'

const tag = 'reference'
const range = { validFrom: plainDate, validTo: plainDate.nullable() }
const district = z.strictObject({ code: required(2), name: required(100), division: text(60).nullable(), ...range })
const room = z.strictObject({
  room: required(20),
  court: z.enum(roomCourts),
  ...range,
})
const alarm = z.strictObject({
  hours: z.int().min(1).max(1000),
  label: required(100),
  clock: z.enum(alarmClocks),
  ...range,
})
export const statuteRow = z.strictObject({
  statute: required(120),
  description: required(300),
  chapterGroup: text(120).nullable(),
  ...range,
})
const gradeRow = z.strictObject({
  grade: z.enum(grades),
  label: required(100),
  severity: z.int().min(0).max(1000),
  ...range,
})

export const viewReference = endpoint({
  name: 'reference.view',
  permission: 'open',
  method: 'GET',
  path: '/api/reference',
  tag,
  summary: 'Districts, rooms, grades and alarms as they are on a day; without a day, today.',
  query: z.strictObject({ on: plainDate.optional() }),
  answer: z.strictObject({
    districts: z.array(district),
    rooms: z.array(room),
    alarms: z.array(alarm),
    grades: z.array(z.strictObject({ grade: z.string(), label: z.string(), severity: z.int() })),
  }),
})
export const findStatutes = endpoint({
  name: 'reference.statutes',
  permission: 'open',
  method: 'GET',
  path: '/api/reference/statutes',
  tag,
  summary: 'Offenses whose citation or description holds every word of q.',
  query: z.strictObject({
    q: text(200).default(''),
    on: plainDate.optional(),
    limit: z.coerce.number().int().min(1).max(2000).default(25),
  }),
  answer: z.strictObject({ statutes: z.array(statuteRow), total: z.int() }),
})
export const loadReference = endpoint({
  name: 'reference.load',
  permission: 'reference.load',
  method: 'POST',
  path: '/api/reference',
  tag,
  summary:
    'Load effective-dated rows of your seat: police districts and alarms, court rooms, statutes and grades. Rows that are there already, word for word, change nothing; the same row with an end ends the one that is open.',
  body: z.strictObject({
    districts: z.array(district).max(100).default([]),
    rooms: z.array(room).max(500).default([]),
    alarms: z.array(alarm).max(100).default([]),
    statutes: z.array(statuteRow).max(500).default([]),
    grades: z.array(gradeRow).max(100).default([]),
  }),
  /** Without a receipt nothing was new, and nothing is journaled. */
  answer: z.strictObject({
    added: z.int(),
    ended: z.int(),
    alreadyThere: z.int(),
    receipt: receipt.nullable(),
  }),
  refusals: [
    'not-your-reference',
    'range-overlaps',
    'range-empty',
    'district-code-shape',
    'statute-shape',
    'text-empty',
  ],
  example: {
    body: {
      districts: [],
      rooms: [],
      alarms: [
        { hours: 30, label: 'Thirty hours in custody', clock: 'custody', validFrom: '2099-01-01', validTo: null },
      ],
      statutes: [],
      grades: [],
    },
  },
})
