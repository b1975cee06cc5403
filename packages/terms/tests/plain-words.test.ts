import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  attributes,
  fieldClasses,
  identifierKinds,
  obligationCodes,
  plainWords,
  purposeCodes,
  questionKinds,
  type Sentence,
  sufficientTests,
  summarize,
  type Terms,
  templates,
} from '../src/index.ts'
import { termsOf2017 } from '../src/stories/index.ts'
import { validTerms } from './arbitraries.ts'
import { blanks, plainTerms } from './terms-examples.ts'

const lists = [attributes, fieldClasses, identifierKinds, obligationCodes, purposeCodes, questionKinds, sufficientTests]
const codes = lists.flat().filter(code => code.includes('-'))
const keys = ['rowsPerAnswer', 'directFile', 'feeCents', 'endsOn', 'undefined', 'null', 'otn', 'NaN']
const unread = new Set<string>([...codes, ...keys])

/** Nobody but a programmer would understand it, or nobody has the breath for it. */
const expectReadable = (sentences: readonly Sentence[]): void => {
  const bad = sentences.filter(
    ({ text }) =>
      !/^[A-Z][^\n]*\.$/.test(text) ||
      text.split(' ').length > 30 ||
      text.split(/[ ,.;:]/).some(word => unread.has(word)),
  )
  expect(bad).toEqual([])
}

/** Every place of a document that holds a value. */
const leavesOf = (value: unknown, pointer = ''): string[] =>
  typeof value !== 'object' || value === null
    ? [pointer]
    : Object.entries(value).flatMap(([key, item]) => leavesOf(item, `${pointer}/${key}`))

/** What kind a condition or question is, is said by the sentences of its parts. */
const isSaid = (leaf: string, sentences: readonly Sentence[]): boolean =>
  sentences.some(
    ({ pointer }) =>
      pointer === leaf ||
      leaf.startsWith(`${pointer}/`) ||
      (leaf.endsWith('/kind') && pointer.startsWith(leaf.replace(/kind$/, ''))),
  )

test('every term is said, in sentences that a clerk of the court can read', () => {
  fc.assert(
    fc.property(validTerms, terms => {
      const sentences = plainWords(terms)
      expectReadable(sentences)
      const leaves = leavesOf(terms).filter(leaf => leaf !== '/format')
      expect(leaves.filter(leaf => !isSaid(leaf, sentences))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('every sentence points at a term that is there', () => {
  fc.assert(
    fc.property(validTerms, terms => {
      for (const { pointer } of [...plainWords(terms), ...summarize(terms)]) {
        const found = pointer
          .split('/')
          .slice(1)
          .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], terms)
        expect({ pointer, isThere: found !== undefined }).toEqual({ pointer, isThere: true })
      }
    }),
    { numRuns: 100 },
  )
})

test('no two terms that differ read alike', () => {
  const texts = (terms: Terms): string =>
    plainWords(terms)
      .map(({ text }) => text)
      .join('\n')
  fc.assert(
    fc.property(validTerms, validTerms, (one, other) => {
      for (const key of Object.keys(one) as (keyof Terms)[]) {
        const mixed = { ...one, [key]: other[key] } as Terms
        // A population can be put in two ways that mean the same.
        if (key === 'population' || key === 'format') continue
        const isSame = JSON.stringify(mixed[key]) === JSON.stringify(one[key])
        expect({ key, isSame: texts(mixed) === texts(one) }).toEqual({ key, isSame })
      }
    }),
    { numRuns: 60 },
  )
})

test('a summary has at most twelve sentences, and the end is the last', () => {
  const counts = new Set<number>()
  fc.assert(
    fc.property(validTerms, terms => {
      const sentences = summarize(terms)
      expectReadable(sentences)
      counts.add(sentences.length)
      expect(sentences.length).toBeLessThanOrEqual(12)
      expect(sentences.at(-1)?.text).toMatch(
        /^The agreement runs through 11:59:59 p\.m\. [A-Z][a-z]+ \d+, \d{4}, Eastern/,
      )
    }),
    { numRuns: 300 },
  )
  expect(counts).toContain(12)
})

test('a summary says what is rarely granted before anything else, and a template has nothing of it', () => {
  const wide: Terms = {
    ...termsOf2017(blanks),
    directFile: true,
    questions: [...termsOf2017(blanks).questions, { kind: 'by-incident' }, { kind: 'feed', days: 30 }],
  }
  expect(summarize(wide).map(({ text }) => text)).toEqual([
    'The partner may ask for everyone born abroad or in one country.',
    'The partner may ask for everyone arrested in the last 24 hours.',
    'The partner may ask for everyone arrested for one incident.',
    'The partner is told what changes about persons whom it asked about for the same case in the last 30 days.',
    'The partner sees, and may ask by, country of birth.',
    'The partner sees home addresses.',
    'The partner sees race and ethnicity.',
    'Persons who were under 18 at the offense are in reach too.',
    'Nobody tests, when it asks, that it asks for civil immigration enforcement or criminal investigation.',
    'The partner may ask about one person by offense tracking number, police photo number or name and birth date; a unit about 400 persons a day.',
    'The partner sees this of a record: identity, arrest, charges, dockets, bail and release.',
    'The agreement runs through 11:59:59 p.m. August 31, 2018, Eastern, and then ends by itself.',
  ])
  for (const template of Object.values(templates))
    expect(summarize(template(blanks))[0]?.text).toMatch(/^The partner may ask about one person by /)
})

test('what rests on a word given is told apart from what the machine holds', () => {
  const standingOf = (terms: Terms, pointer: string) =>
    plainWords(terms).find(each => each.pointer === pointer)?.standing
  expect(standingOf(plainTerms, '/onward')).toBe('promise')
  expect(standingOf(plainTerms, '/obligations/0')).toBe('checked-later')
  expect(standingOf(plainTerms, '/endsOn')).toBe('enforced')
  expect(standingOf(plainTerms, '/purposes/0/suffices')).toBe('enforced')
  expect(standingOf(termsOf2017(blanks), '/purposes/0/suffices')).toBe('checked-later')
  expect(standingOf(termsOf2017(blanks), '/questions/2/attributes/0')).toBe('enforced')
})
