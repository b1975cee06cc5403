import { type Refused, refuse } from '../decision.ts'

export const hostileReasons = [
  'text-nul',
  'text-control',
  'text-lone-surrogate',
  'text-bidi-control',
  'text-invisible',
  'text-garbled',
  'text-too-long',
] as const
/** What no text may hold. */
export type HostileReason = (typeof hostileReasons)[number]
export type RequiredTextReason = HostileReason | 'text-empty'
export type NamePartReason = RequiredTextReason | 'text-markup' | 'text-without-letter'

/** What a sentence calls the field ("The last name …"), and its path in the paper. */
export interface Field {
  label: string
  at: string
}

interface TextRule {
  /** In Unicode code points. */
  max: number
  lines: 'one' | 'many'
}

const joining =
  /[\p{scx=Arabic}\p{scx=Syriac}\p{scx=Nko}\p{scx=Mongolian}\p{scx=Devanagari}\p{scx=Bengali}\p{scx=Gurmukhi}\p{scx=Gujarati}\p{scx=Oriya}\p{scx=Tamil}\p{scx=Telugu}\p{scx=Kannada}\p{scx=Malayalam}\p{scx=Sinhala}\p{scx=Myanmar}\p{scx=Khmer}\p{scx=Tibetan}\p{scx=Balinese}\p{scx=Javanese}]/u
const rightToLeft = /[\p{scx=Hebrew}\p{scx=Arabic}\p{scx=Syriac}\p{scx=Thaana}\p{scx=Nko}\p{scx=Adlam}]/u
const bidiControl = /[\u202a-\u202e\u2066-\u2069]/u
const ignorable = /[\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/u
const garbled = /[\ufffd\p{Noncharacter_Code_Point}]/u
const visible = /[^\s\p{Default_Ignorable_Code_Point}\p{C}\u2800]/u

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * Some characters without ink are spelling: the joiners of Persian and Indic names, the direction marks of right-to-left
 * names, the variants of Japanese family names. They stay as given.
 */
const isSpelling = (characters: readonly string[], index: number): boolean => {
  const code = characters[index]?.codePointAt(0) ?? 0
  const before = characters[index - 1] ?? ''
  if (code === 0x200c || code === 0x200d) return joining.test(before) && joining.test(characters[index + 1] ?? '')
  if (code === 0x200e || code === 0x200f || code === 0x061c) return characters.some(other => rightToLeft.test(other))
  if ((code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)) return /\p{Script=Han}/u.test(before)
  if (code >= 0x180b && code <= 0x180f && code !== 0x180e) return /\p{Script=Mongolian}/u.test(before)
  return false
}

const isControl = (character: string, lines: TextRule['lines']): boolean => {
  if (lines === 'many' && /[\t\n\r\u2028\u2029]/u.test(character)) return false
  return /[\p{Cc}\u2028\u2029]/u.test(character)
}

const without = <R extends string>(field: Field, reason: R, what: string, character: string): Refused<R> =>
  refuse(reason, `The ${field.label} holds ${what} (${codeOf(character)}); type it again without it.`, field.at)

const checkCharacters = (text: string, field: Field, lines: TextRule['lines']): Refused<HostileReason> | undefined => {
  const characters = [...text]
  for (const [index, character] of characters.entries()) {
    if (bidiControl.test(character))
      return without(field, 'text-bidi-control', 'a character that reverses what is read', character)
    if (isControl(character, lines)) return without(field, 'text-control', 'a control character', character)
    if (garbled.test(character))
      return without(field, 'text-garbled', 'a character that stands for lost text', character)
    if (ignorable.test(character) && !isSpelling(characters, index))
      return without(field, 'text-invisible', 'a character that nobody can see', character)
  }
  return undefined
}

const checkText = (text: string, field: Field, rule: TextRule): Refused<HostileReason> | undefined => {
  if (text.includes('\0')) return without(field, 'text-nul', 'a NUL character', '\0')
  if (!text.isWellFormed())
    return refuse('text-lone-surrogate', `The ${field.label} holds half a character; type it again.`, field.at)
  const { length } = [...text]
  return length > rule.max
    ? refuse(
        'text-too-long',
        `The ${field.label} has ${length} characters; ${rule.max} is the most that fits.`,
        field.at,
      )
    : checkCharacters(text, field, rule.lines)
}

const checkFilled = (text: string, field: Field): Refused<'text-empty'> | undefined =>
  isFilled(text) ? undefined : refuse('text-empty', `The ${field.label} is empty; fill it in.`, field.at)

/** There is something to read in it. */
export const isFilled = (text: string | null): text is string => text !== null && visible.test(text)

/** One line of text, up to 200 code points; null and empty pass. */
export const checkLine = (text: string | null, field: Field): Refused<HostileReason> | undefined =>
  text === null ? undefined : checkText(text, field, { max: 200, lines: 'one' })

/** Several lines of text, up to 20,000 code points; null and empty pass. */
export const checkProse = (text: string | null, field: Field): Refused<HostileReason> | undefined =>
  text === null ? undefined : checkText(text, field, { max: 20_000, lines: 'many' })

/** A whole document, up to 200,000 code points; null and empty pass. */
export const checkDocument = (text: string | null, field: Field): Refused<HostileReason> | undefined =>
  text === null ? undefined : checkText(text, field, { max: 200_000, lines: 'many' })

/** One line with something to read in it. */
export const requireLine = (text: string, field: Field): Refused<RequiredTextReason> | undefined =>
  checkLine(text, field) ?? checkFilled(text, field)

/** Several lines with something to read in them. */
export const requireProse = (text: string, field: Field): Refused<RequiredTextReason> | undefined =>
  checkProse(text, field) ?? checkFilled(text, field)

/**
 * A part of a real name, never changed: apostrophes, hyphens, one letter and any script pass as given. Refuses what no name
 * holds: controls, hidden and reversing characters, angle brackets, nothing to read, more than 200 code points.
 */
export const checkNamePart = (text: string | null, field: Field): Refused<NamePartReason> | undefined => {
  if (text === null) return undefined
  const refused = requireLine(text, field)
  if (refused) return refused
  const bracket = /[<>]/u.exec(text)?.[0]
  if (bracket) return without(field, 'text-markup', 'an angle bracket', bracket)
  return /[\p{L}\p{N}]/u.test(text)
    ? undefined
    : refuse('text-without-letter', `The ${field.label} has no letter; write the name as given.`, field.at)
}
