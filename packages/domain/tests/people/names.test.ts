import { describe, expect, test } from 'vitest'
import { acceptName, type PersonName } from '../../src/index.ts'

const name = (last: string, change: Partial<PersonName> = {}): PersonName => ({
  kind: 'stated',
  last,
  first: null,
  middle: null,
  suffix: null,
  ...change,
})
const accept = (given: PersonName) => acceptName(given, 'person.names.0')
const refusalOf = (last: string) => {
  const decision = accept(name(last))
  if (decision.kind !== 'refused') throw new Error(`accepted ${JSON.stringify(last)}`)
  return decision
}

describe('a name that a real person has is accepted unchanged', () => {
  test.each([
    ['an apostrophe', "O'Brien"],
    ['a typographic apostrophe', 'D’Angelo'],
    ['a Hawaiian okina', 'Kahoʻolawe'],
    ['a hyphen', 'Smith-Jones'],
    ['one letter', 'O'],
    ['two words and particles', 'van der Berg'],
    ['a period', 'St. Clair'],
    ['an ordinal', '3rd'],
    ['capital letters within', 'MacDOUGALL'],
    ['accents', 'Núñez'],
    ['accents as separate marks', 'Nu\u0301n\u0303ez'],
    ['spaces around it', '  Lee '],
    ['a space that does not break', 'De\u00a0La Cruz'],
    ['Vietnamese', 'Nguyễn'],
    ['Chinese', '李'],
    ['a Japanese variant of a family name', '葛\u{e0100}城'],
    ['Korean', '김'],
    ['Cyrillic', 'Щербаков'],
    ['Greek', 'Παπαδόπουλος'],
    ['Arabic', 'محمد'],
    ['Hebrew with a direction mark', 'כהן\u200f'],
    ['Persian with the joiner that spells it', 'علی\u200cرضا'],
    ['Devanagari with its joiner', 'क्\u200dष'],
    ['Amharic', 'ተስፋዬ'],
    ['a click', 'ǃXóõ'],
  ])('%s', (_, last) => {
    expect(accept(name(last))).toEqual({ kind: 'accepted', name: name(last) })
  })

  test('no first name at all', () => {
    expect(accept(name('Suharto')).kind).toBe('accepted')
  })

  test('all parts', () => {
    const whole = name('King', { first: 'Martin', middle: 'Luther', suffix: 'Jr.' })
    expect(accept(whole)).toEqual({ kind: 'accepted', name: whole })
  })

  test('two hundred characters, counted as a reader counts them, and not one more', () => {
    expect(accept(name('𐐨'.repeat(200))).kind).toBe('accepted')
    expect(refusalOf('𐐨'.repeat(201)).reason).toBe('text-too-long')
  })
})

describe('a name that nobody has is refused with its precise reason', () => {
  test.each([
    ['a NUL', 'Ab\0c', 'text-nul'],
    ['a bell', 'Ab\u0007c', 'text-control'],
    ['a line feed', 'Ab\nc', 'text-control'],
    ['a line separator', 'Ab\u2028c', 'text-control'],
    ['an escape sequence', '\u001b[31mAb', 'text-control'],
    ['half a surrogate pair', 'Ab\ud800c', 'text-lone-surrogate'],
    ['a right-to-left override', 'Ab\u202ec', 'text-bidi-control'],
    ['an isolate', '\u2067Ab\u2069', 'text-bidi-control'],
    ['a direction mark in a left-to-right name', 'Ab\u200fc', 'text-invisible'],
    ['a zero-width space', 'Ab\u200bc', 'text-invisible'],
    ['a zero-width joiner between Latin letters', 'Ab\u200dc', 'text-invisible'],
    ['a soft hyphen', 'Ab\u00adc', 'text-invisible'],
    ['a word joiner', 'Ab\u2060c', 'text-invisible'],
    ['a byte order mark', '\ufeffAb', 'text-invisible'],
    ['a tag character', 'Ab\u{e0041}', 'text-invisible'],
    ['a braille blank', '\u2800', 'text-invisible'],
    ['a replacement character', 'Ab\ufffd', 'text-garbled'],
    ['300 characters', 'A'.repeat(300), 'text-too-long'],
    ['markup', '<script>alert(1)</script>', 'text-markup'],
    ['nothing', '', 'text-empty'],
    ['blanks', ' \u00a0 ', 'text-empty'],
    ['punctuation alone', "-'", 'text-without-letter'],
  ])('%s', (_, last, reason) => {
    expect(refusalOf(last)).toMatchObject({ reason, at: 'person.names.0.last' })
  })

  test.each(['first', 'middle', 'suffix'] as const)('whichever part of the name it is: %s', part => {
    expect(accept(name('Lee', { [part]: 'Ab\u202ec' }))).toMatchObject({ at: `person.names.0.${part}` })
    expect(accept(name('Lee', { [part]: '' }))).toMatchObject({ reason: 'text-empty', at: `person.names.0.${part}` })
  })

  test('and the sentence names the character, never the name', () => {
    const { say } = refusalOf('Zzyquill\u202e')
    expect(say).toBe('The last name holds a character that reverses what is read (U+202E); type it again without it.')
  })
})
