import { z } from 'zod'

/** RFC 9457. `reason` is the rule's or the check's code; `errors` names each field by JSON pointer. Never holds data of a record. */
export const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    reason: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), message: z.string() })).optional(),
    /** The entry under which a refusal by rule was recorded. */
    entryId: z.string().optional(),
    /** Of an agreement: the term that refused, and where it stands in the terms, by JSON pointer. */
    term: z.string().optional(),
    section: z.string().nullable().optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problem>
