import { z } from 'zod'
import { code } from '../agreements/shapes.ts'
import { exampleId, id, required } from '../shapes.ts'

/** 256 random bits that nobody uses twice, in hexadecimal: an inquiry that comes again is refused by them. */
export const nonce = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 random hexadecimal digits, new for each request')
export const exampleNonce = '07'.repeat(32)

/** Any word of this shape is taken, also one that the terms do not hold: then the refusal is on record. */
export const word = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'must be small letters, digits and hyphens')

export const citedCase = z
  .strictObject({ kind: z.enum(['incident', 'docket', 'warrant', 'case']), value: required(100) })
  .meta({ id: 'CitedCase' })

/** Who asks: taken from the sign-in where somebody is signed in, named by the partner's own system where it signs. */
export const namedOfficer = id('ofc').optional()

/** What every question says beside what it asks. */
export const asking = {
  agreement: code,
  purpose: word,
  cites: citedCase.nullable(),
  /** For whom: `own unit`, or the agency that will get it. */
  behalf: required(200),
  officer: namedOfficer,
  nonce,
}

export const exampleAsking = {
  agreement: 'pretrial-2027',
  purpose: 'pretrial-supervision',
  cites: { kind: 'docket', value: 'MC-51-CR-0099998-2098' },
  behalf: 'own unit',
  officer: exampleId('ofc'),
  nonce: exampleNonce,
}
