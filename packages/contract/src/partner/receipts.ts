import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'

export const viewReceipt = endpoint({
  name: 'inquiry.receipt',
  permission: 'partner',
  method: 'GET',
  path: '/api/partner/inquiries/{entryId}/receipt',
  tag: 'inquiries',
  summary:
    'The receipt of an own inquiry, answered or refused, as soon as a checkpoint covers it: a C2SP tlog-proof that anybody can check offline.',
  params: z.strictObject({ entryId: id('ent') }),
  answer: z.strictObject({
    entryId: id('ent'),
    /** The place in the journal; null until the sequencer has given it. */
    number: z.int().nullable(),
    /** The text of the file; null until a checkpoint covers the entry: ask again in a second. */
    receipt: z.string().nullable(),
    /** Fills the answer up to one of a few lengths, so that its length tells nothing. */
    padding: z.string(),
  }),
  refusals: ['no-such-inquiry'],
})
