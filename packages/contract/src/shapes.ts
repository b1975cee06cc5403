import {
  bailTypes,
  countryCodeSystems,
  ethnicities,
  grades,
  type IdPrefix,
  type Instant,
  idPattern,
  nameKinds,
  type PlainDate,
  parseInstant,
  parsePlainDate,
  parties,
  partyKinds,
  races,
  sexes,
} from '@pars/domain'
import { z } from 'zod'

export const id = (prefix: IdPrefix) => z.string().regex(idPattern(prefix), `must be ${prefix}_ and 32 hex digits`)
/** An id of the right shape that nothing has. */
export const exampleId = (prefix: IdPrefix): string => `${prefix}_${'0'.repeat(32)}`
export const instant = z
  .string()
  .transform((text, ctx): Instant => {
    const parsed = parseInstant(text)
    if (parsed) return parsed
    ctx.addIssue({
      code: 'custom',
      message: 'must be a real date and time with its offset, for example 2026-11-22T03:12:00-05:00',
    })
    return z.NEVER
  })
  .meta({ format: 'date-time' })
export const plainDate = z
  .string()
  .transform((text, ctx): PlainDate => {
    const parsed = parsePlainDate(text)
    if (parsed) return parsed
    ctx.addIssue({ code: 'custom', message: 'must be a real calendar date, YYYY-MM-DD' })
    return z.NEVER
  })
  .meta({ format: 'date' })
/** Free text up to a length in UTF-16 units; hostile characters are the rules' business, so that the reason can be precise. */
export const text = (max: number) => z.string().max(max)
export const required = (max: number) => z.string().min(1, 'must not be empty').max(max)
export const party = z.enum(parties)
export const grade = z.enum(grades).nullable()
export const counts = z.int().min(1).max(999)

export const personName = z
  .strictObject({
    kind: z.enum(nameKinds),
    last: required(1000),
    first: text(1000).nullable(),
    middle: text(1000).nullable(),
    suffix: text(100).nullable(),
  })
  .meta({ id: 'PersonName' })
export const countryOfBirth = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('self-reported'), codeSystem: z.enum(countryCodeSystems), code: required(8) }),
    z.strictObject({ kind: z.literal('declined') }),
    z.strictObject({ kind: z.literal('not-asked') }),
  ])
  .meta({ id: 'CountryOfBirth' })
export const address = z
  .strictObject({ line: text(300), city: text(100), state: text(40), zip: text(20) })
  .meta({ id: 'Address' })
export const officer = z.strictObject({ badge: required(20), name: required(200) }).meta({ id: 'Officer' })
export const victimOrWitness = z
  .strictObject({
    kind: z.enum(partyKinds),
    name: required(300),
    contact: text(300).nullable(),
  })
  .meta({ id: 'VictimOrWitness' })
export const directFile = z
  .strictObject({ parentsNotifiedAt: instant, parentsNotifiedBy: required(200) })
  .meta({ id: 'DirectFile' })

const personFields = {
  names: z.array(personName).min(1).max(20),
  bornOn: plainDate.nullable(),
  sex: z.enum(sexes),
  race: z.enum(races),
  ethnicity: z.enum(ethnicities),
  countryOfBirth,
  addresses: z.array(address).max(10),
  interpreterLanguage: text(60).nullable(),
  policeNumber: text(20).nullable(),
  photoReference: text(200).nullable(),
}
export const personDetails = z.strictObject({ ...personFields, ssn: text(20).nullable() }).meta({ id: 'PersonDetails' })
/** What goes out: never the whole SSN. */
export const presentedPerson = z
  .strictObject({ ...personFields, ssnLastFour: z.string().nullable().optional() })
  .meta({ id: 'PresentedPerson' })

export const policeChargeInput = z
  .strictObject({
    /** On a correction: the charge this one continues. */
    policeChargeId: id('pch').nullable().default(null),
    statute: required(120),
    description: required(300),
    grade,
    counts,
    offenseOn: plainDate,
    dcNumber: required(20),
  })
  .meta({ id: 'PoliceChargeInput' })
export const policeCharge = policeChargeInput.extend({ policeChargeId: id('pch') }).meta({ id: 'PoliceCharge' })

export const bailAsk = z
  .strictObject({
    types: z.array(z.enum(bailTypes)).min(1).max(5),
    amountCents: z.int().min(0).max(100_000_000_000).nullable(),
    depositPercent: z.int().min(0).max(100).nullable(),
    note: text(2000).nullable(),
  })
  .meta({ id: 'BailTerms' })

/** The place of an act in the journal. The number is null until the sequencer has given it, usually within 100 ms. */
export const receipt = z.strictObject({ entryId: id('ent'), number: z.int().nullable() }).meta({ id: 'Receipt' })
export const made = { madeBy: z.string(), madeAt: instant, entryId: id('ent'), number: z.int().nullable() }
/** Why somebody inside opens a record, and for whom: both are journaled (R14). */
export const access = z.strictObject({
  purpose: z
    .enum(['own-duty', 'charging', 'court', 'defense', 'release', 'correction', 'supervision', 'audit', 'other'])
    .default('own-duty'),
  forWhom: text(200).default('own-seat'),
})
