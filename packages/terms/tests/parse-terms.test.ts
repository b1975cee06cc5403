import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTerms, parseTermsText, type Terms, termsText } from '../src/index.ts'
import { termRules } from '../src/rules/term-rules.ts'
import { termsOf2017 } from '../src/stories/index.ts'
import { templates } from '../src/templates/templates.ts'
import { validTerms } from './arbitraries.ts'
import { faultyTerms } from './faulty-terms.ts'
import { blanks, plainTerms } from './terms-examples.ts'

test.each(Object.entries(faultyTerms))('terms with %s are refused, with the place and a sentence', (_, faulty) => {
  const parsed = parseTerms(faulty.document)
  if (parsed.kind === 'parsed') expect.unreachable()
  expect(parsed.faults).toContainEqual(expect.objectContaining({ pointer: faulty.pointer, rule: faulty.rule }))
  for (const { say } of parsed.faults) expect(say).toMatch(/^[A-Z"].*\.$/)
})

test('every rule between the parts of terms has a document that breaks it', () => {
  const broken = Object.values(faultyTerms).map(({ rule }) => rule)
  for (const { rule } of termRules) expect(broken).toContain(rule)
})

test('all faults are told at once', () => {
  const parsed = parseTerms({ ...plainTerms, version: 0, governs: 'chance', endsOn: 'soon' })
  if (parsed.kind === 'parsed') expect.unreachable()
  expect(parsed.faults.map(({ pointer }) => pointer)).toEqual(['/version', '/governs', '/endsOn'])
})

test.each(Object.entries(templates))('the template %s is right, and so are the terms of the story', (_, template) => {
  for (const terms of [template(blanks), termsOf2017(blanks)])
    expect(parseTerms(terms)).toEqual({ kind: 'parsed', terms })
})

test('what was read does not change with what was handed in', () => {
  const given = structuredClone(plainTerms) as Terms
  const parsed = parseTerms(given)
  given.units.length = 0
  expect(parsed).toEqual({ kind: 'parsed', terms: plainTerms })
})

test('terms have one text, whatever the order of their keys', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, item]) => [key, shuffled(item)]),
    )
  }
  fc.assert(
    fc.property(validTerms, terms => {
      const text = termsText(terms)
      const parsed = parseTerms(shuffled(terms))
      expect(parsed.kind === 'parsed' && termsText(parsed.terms)).toBe(text)
      expect(parseTermsText(text)).toEqual({ kind: 'parsed', terms })
    }),
    { numRuns: 200 },
  )
})

test('a text that says terms in another spelling is refused', () => {
  const text = termsText(plainTerms)
  const spellings = [
    ` ${text}`,
    `${text}\n`,
    text.replace('"version":1', '"version":1.0'),
    text.replace('Sample Agency', 'S\\u0061mple Agency'),
    text.replace('{"agreement"', '{"version":2,"agreement"'),
  ]
  for (const spelling of spellings) {
    const parsed = parseTermsText(spelling)
    expect(parsed).toMatchObject({ kind: 'faulty', faults: [{ rule: 'not-canonical' }] })
  }
  expect(parseTermsText('{')).toMatchObject({ kind: 'faulty', faults: [{ rule: 'not-json' }] })
})
