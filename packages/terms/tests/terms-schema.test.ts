import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTerms, rulesBeyondSchema, termsSchema } from '../src/index.ts'
import { validTerms } from './arbitraries.ts'
import { editedDocuments } from './edited-documents.ts'
import { faultyTerms } from './faulty-terms.ts'
import { accepts } from './json-schema-walker.ts'

test('the published schema is the one that the parser reads by', () => {
  const published = JSON.parse(readFileSync(new URL('../terms.schema.json', import.meta.url), 'utf8'))
  expect(published).toEqual(JSON.parse(JSON.stringify(termsSchema)))
})

/** The parser's verdict without what no schema can say. */
const isWellFormed = (document: unknown): boolean => {
  const parsed = parseTerms(document)
  return parsed.kind === 'parsed' || parsed.faults.every(({ rule }) => rulesBeyondSchema.includes(rule))
}

test('only the order of dates and the codes of units are beyond the schema', () => {
  expect(rulesBeyondSchema).toEqual(['unit-code-once', 'dates-in-order'])
})

test('schema and parser say the same of each faulty document', () => {
  for (const [name, { document }] of Object.entries(faultyTerms))
    expect({ name, accepted: accepts(termsSchema, document) }).toEqual({ name, accepted: isWellFormed(document) })
})

test('schema and parser accept all terms that are right', () => {
  fc.assert(
    fc.property(validTerms, terms => {
      expect(parseTerms(terms)).toEqual({ kind: 'parsed', terms })
      expect(accepts(termsSchema, terms)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('schema and parser say the same of terms with an edit', () => {
  let refused = 0
  fc.assert(
    fc.property(editedDocuments, document => {
      const json: unknown = JSON.parse(JSON.stringify(document))
      const verdict = isWellFormed(json)
      if (!verdict) refused += 1
      expect(accepts(termsSchema, json)).toBe(verdict)
    }),
    { numRuns: 2000 },
  )
  expect(refused).toBeGreaterThan(300)
})
