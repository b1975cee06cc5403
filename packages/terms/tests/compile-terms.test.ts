import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreementNames, compileAgreement, compileTerms, namesOf, type Terms } from '../src/index.ts'
import { termsOf2017 } from '../src/stories/index.ts'
import { validTerms } from './arbitraries.ts'
import { blanks, plainTerms } from './terms-examples.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const names = namesOf('0123456789ab')

test('the same terms give the same bytes, also when their keys come in another order', () => {
  fc.assert(
    fc.property(validTerms, terms => {
      const turned = Object.fromEntries(Object.entries(terms).reverse()) as unknown as Terms
      expect(compileTerms(turned, names)).toBe(compileTerms(structuredClone(terms), names))
    }),
    { numRuns: 100 },
  )
})

test('two terms that differ in what the database decides by differ in their SQL', () => {
  const sql = compileTerms(plainTerms, names)
  const changes: Partial<Terms>[] = [
    { directFile: true },
    { population: { kind: 'everyone' } },
    { questions: plainTerms.questions.slice(0, 1) },
    { classes: plainTerms.classes.slice(0, 3) },
    { limits: { ...plainTerms.limits, rowsPerAnswer: 11 } },
    { purposes: plainTerms.purposes.slice(1) },
    { startsOn: blanks.endsOn },
    { endsOn: blanks.startsOn },
    { units: [{ code: 'other-unit', name: 'Other', function: 'Other' }] },
  ]
  for (const change of changes) expect(compileTerms({ ...plainTerms, ...change }, names)).not.toBe(sql)
})

test('names come from code and version, and no two versions share them', () => {
  const of = (agreement: string, version: number): string => agreementNames({ agreement, version }, sha256).door
  expect(of('sample', 1)).toMatch(/^agr_[0-9a-f]{12}$/)
  expect(new Set([of('sample', 1), of('sample', 11), of('sample1', 1), of('sample-1', 1)]).size).toBe(4)
})

test('what a ballot signs is computed from the terms alone', () => {
  const compiled = compileAgreement(plainTerms, sha256)
  expect(compiled.termsHash).toBe(createHash('sha256').update(compiled.termsText).digest('hex'))
  expect(compiled.sqlHash).toBe(createHash('sha256').update(compiled.sql).digest('hex'))
  expect(compiled.sql).toBe(compileTerms(plainTerms, agreementNames(plainTerms, sha256)))
})

test('no text that somebody wrote enters the SQL, but codes', () => {
  fc.assert(
    fc.property(validTerms, terms => {
      const sql = compileTerms(
        { ...terms, partner: 'Zzyzx', units: terms.units.map(each => ({ ...each, name: 'Zzyzx', function: 'Zzyzx' })) },
        names,
      )
      expect(sql).not.toContain('Zzyzx')
    }),
    { numRuns: 50 },
  )
})

test('columns that no grant, population or question needs are not granted', () => {
  const granted = /grant select \(([^)]+)\) on disclosure\.record/
    .exec(compileTerms(plainTerms, names))?.[1]
    ?.split(/,\s*/)
  expect(granted).toEqual(
    (
      'adult arrest_id arrested_at basis born_on charged charges district_code dockets first_key first_name incidents last_key ' +
      'last_name middle_name otn person_id place police_number sex suffix warrant_number'
    ).split(' '),
  )
})

test('the end is the first instant of the day after the last', () => {
  const sql = compileTerms(termsOf2017(blanks), names)
  expect(sql).toContain("(date '2018-08-31' + 1)::pg_catalog.timestamp at time zone 'America/New_York'")
})
