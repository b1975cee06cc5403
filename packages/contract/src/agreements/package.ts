import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, required } from '../shapes.ts'

/** The first and last entry of a range: a number, or a date of the city, `2018-08-31`. */
export const packageRange = { from: required(20), through: required(20) }
export const exampleRange = { from: '1', through: '1' }

export const exportedPackage = z
  .strictObject({
    agreement: z.string(),
    from: z.int(),
    through: z.int(),
    /** Of the export itself, which lies after the range: the bytes do not depend on it. */
    entryId: id('ent'),
    /** The text of the file, byte for byte the same whoever exports the range. */
    package: z.string(),
  })
  .meta({ id: 'ExportedPackage' })

export const rangeRefusals = ['range-malformed', 'range-empty', 'range-too-long', 'range-not-covered'] as const

export const exportPackage = endpoint({
  name: 'package.export',
  permission: 'package.export',
  method: 'POST',
  path: '/api/agreements/{agreementId}/packages',
  tag: 'agreements',
  status: 201,
  summary:
    'Export an audit package: every entry of a range of the journal, with the votes, keys and letters that it rests on, to be checked offline. On record.',
  params: z.strictObject({ agreementId: id('agm') }),
  body: z.strictObject(packageRange),
  answer: exportedPackage,
  refusals: rangeRefusals,
  example: { body: exampleRange },
})

export const openPaths = endpoint({
  name: 'path.open',
  permission: 'path.open',
  method: 'POST',
  path: '/api/agreements/{agreementId}/openings',
  tag: 'agreements',
  status: 201,
  summary:
    'Lay open what the inquiries of an agreement held in a range: officers, cases, persons, answers. A file beside the package, on record with its basis.',
  params: z.strictObject({ agreementId: id('agm') }),
  body: z.strictObject({
    ...packageRange,
    /** Why, as a word that the public log shows: `court-order`, `audit`, `complaint`. */
    basis: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'must be small letters, digits, dots and hyphens'),
  }),
  answer: z.strictObject({
    agreement: z.string(),
    from: z.int(),
    through: z.int(),
    entryId: id('ent'),
    /** The text of the file. */
    openings: z.string(),
  }),
  refusals: rangeRefusals,
  example: { body: { ...exampleRange, basis: 'audit' } },
})
