import { auditFaultNames } from '@pars/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, instant } from '../shapes.ts'

const tag = 'audit'

const progress = z.strictObject({ stage: z.enum(['entries', 'records']), done: z.int(), of: z.int() })

export const listAudits = endpoint({
  name: 'audit.list',
  permission: 'audit.view',
  method: 'GET',
  path: '/api/audits',
  tag,
  summary: 'The last audits of the whole database, newest first, with what each found; and the one that runs now.',
  answer: z.strictObject({
    running: progress.nullable(),
    /** Why the last one that was begun came to no result; null where it did. */
    trouble: z.string().nullable(),
    audits: z.array(
      z.strictObject({
        entryId: id('ent'),
        number: z.int().nullable(),
        at: instant,
        /** Who asked for it; null where the night did. */
        askedBy: z.string().nullable(),
        through: z.int(),
        faults: z.int(),
        /** The first thousand; they name entries, rows and columns, and never what stands there. */
        findings: z.array(
          z.strictObject({
            fault: z.enum(auditFaultNames as [string, ...string[]]),
            entry: z.int().nullable(),
            table: z.string().nullable(),
            row: z.string().nullable(),
            detail: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
})

export const startAudit = endpoint({
  name: 'audit.start',
  permission: 'audit.start',
  method: 'POST',
  path: '/api/audits',
  tag,
  summary:
    'Begin an audit of the whole database. Its result is an entry of the journal. One at a time, whichever server does it.',
  refusals: ['audit-running'],
  answer: z.strictObject({ running: progress }),
})
