import { z } from 'zod'
import { code } from '../agreements/shapes.ts'
import { address, id, instant } from '../shapes.ts'
import { word } from './asking.ts'

/** As the record says it; instants with their offset. */
const said = z.string().nullable()

/** What each class of fields is made of: one object, or a list of them. */
const membersOf = {
  identity: z.strictObject({
    last: z.string(),
    first: said,
    middle: said,
    suffix: said,
    bornOn: said,
    sex: z.string(),
    policeNumber: said,
  }),
  demographic: z.strictObject({ race: z.string(), ethnicity: said }),
  origin: z.strictObject({ codeSystem: said, code: z.string() }),
  address,
  arrest: z.strictObject({
    arrestedAt: z.string(),
    district: z.string(),
    place: z.string(),
    basis: z.string(),
    otn: said,
    warrantNumber: said,
    incidents: z.array(z.string()),
  }),
  charges: z.strictObject({
    statute: z.string(),
    description: z.string(),
    grade: said,
    counts: z.int(),
    offenseOn: z.string(),
  }),
  docket: z.strictObject({
    docketNumber: z.string(),
    filedAt: z.string(),
    nextHearing: said,
    nextAt: said,
    nextRoom: said,
  }),
  bail: z.strictObject({
    docketNumber: z.string().optional(),
    kind: z.string(),
    types: z.array(z.string()),
    amountCents: z.int().nullable(),
    depositPercent: z.int().nullable(),
    madeAt: z.string(),
  }),
  custody: z.strictObject({ leftAt: z.string().optional(), basis: z.string().optional() }),
  photo: z.strictObject({ reference: said }),
}

/** What can be given of one arrest, by class of fields. A class that the terms do not grant is absent, never empty. */
const classShapes = {
  ...membersOf,
  origin: membersOf.origin.nullable(),
  address: z.array(membersOf.address),
  charges: z.array(membersOf.charges),
  docket: z.array(membersOf.docket),
  bail: z.array(membersOf.bail),
}
export type FieldClassName = keyof typeof classShapes

/** The names of a class's fields: whoever builds a row builds it of these. */
export const membersOfClass: Readonly<Record<FieldClassName, ReadonlySet<string>>> = {
  identity: new Set(membersOf.identity.keyof().options),
  demographic: new Set(membersOf.demographic.keyof().options),
  origin: new Set(membersOf.origin.keyof().options),
  address: new Set(membersOf.address.keyof().options),
  arrest: new Set(membersOf.arrest.keyof().options),
  charges: new Set(membersOf.charges.keyof().options),
  docket: new Set(membersOf.docket.keyof().options),
  bail: new Set(membersOf.bail.keyof().options),
  custody: new Set(membersOf.custody.keyof().options),
  photo: new Set(membersOf.photo.keyof().options),
}

export const partnerRow = z
  .strictObject({
    ...z.strictObject(classShapes).partial().shape,
    /** `possible`: alike, not the same; by identity only, and never to be read as a match. */
    match: z.enum(['exact', 'possible']).optional(),
  })
  .meta({ id: 'PartnerRow' })
export type PartnerRow = z.infer<typeof partnerRow>

/** The one answer where nothing is given, whatever was behind it. */
export const noRecord = 'No record available to you.'

/** Goes with every answer and every file. */
export const disseminationNotice = z
  .strictObject({
    /** It is one city's file and no more: no state or national record was asked. */
    file: z.string(),
    asOf: instant,
    passOn: z.string(),
    match: z.string(),
  })
  .meta({ id: 'DisseminationNotice' })
export type DisseminationNotice = z.infer<typeof disseminationNotice>

const about = {
  inquiryId: id('inq'),
  entryId: id('ent'),
  agreement: code,
  version: z.int(),
  askedAt: instant,
  notice: disseminationNotice,
  rows: z.array(partnerRow),
  /** "No record available to you." where there are no rows. */
  say: z.string().nullable(),
}

export const inquiryAnswer = z
  .strictObject({
    ...about,
    question: word,
    /** For 15 minutes, and not past the end of the agreement, the same answer can be had as a file; null where no class may leave as one. */
    token: z.string().nullable(),
    /** Where a feed goes on; null for every other question. */
    cursor: z.string().nullable(),
    /** Of no meaning: makes answers of one size. */
    padding: z.string(),
  })
  .meta({ id: 'InquiryAnswer' })
export type InquiryAnswer = z.infer<typeof inquiryAnswer>

/** A page of an answer as a file: only the classes that may leave as one. */
export const exportedAnswer = z
  .strictObject({ ...about, from: z.int(), of: z.int(), next: z.int().nullable() })
  .meta({ id: 'ExportedAnswer' })
export type ExportedAnswer = z.infer<typeof exportedAnswer>
