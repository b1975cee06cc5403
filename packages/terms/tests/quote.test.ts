import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dollarQuoted, identifier, integerLiteral, literal, textArray } from '../src/sql/quote.ts'

/** Reads a literal back as PostgreSQL's scanner does: plain or with E, doubled quotes, escapes with a backslash. */
const read = (sql: string): string => {
  const match = /^(E?)'((?:[^'\\]|''|\\\\)*)'$/s.exec(sql)
  if (!match) throw new Error(`not one literal: ${sql}`)
  const body = (match[2] ?? '').replaceAll("''", "'")
  return match[1] === 'E' ? body.replaceAll('\\\\', '\\') : body
}

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        "'",
        "''",
        '\\',
        "\\'",
        '$$',
        '$question$',
        '--',
        '/*',
        '*/',
        ';',
        '"',
        '\n',
        '\r',
        '\t',
        '%',
        '\u2019',
        'é',
        '李',
        "'; drop table x; --",
      ),
      { maxLength: 8 },
    )
    .map(parts => parts.join('')),
)

test('a literal means its text and nothing more', () => {
  fc.assert(
    fc.property(hostile, text => read(literal(text)) === text),
    { numRuns: 1000 },
  )
})

test('a backslash is literal whatever the session thinks of backslashes', () => {
  expect(literal("\\' or true --")).toBe("E'\\\\'' or true --'")
})

test('what PostgreSQL cannot hold is no literal', () => {
  for (const text of ['a\0b', '\ud800', 'x\udfff']) expect(() => literal(text)).toThrow(RangeError)
})

test('a name is one of ours, and a count is a count', () => {
  for (const name of ['', 'a b', 'A', '1a', 'a"b', "a'b", 'a;b', 'ä', 'a'.repeat(64)])
    expect(() => identifier(name)).toThrow(RangeError)
  for (const count of [-1, 0.5, NaN, Infinity, 2 ** 53]) expect(() => integerLiteral(count)).toThrow(RangeError)
  expect(textArray([])).toBe("'{}'::pg_catalog.text[]")
})

test('a body never holds the quote that ends it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('$', 'question', '$question$', '$question2$', 'x', '\n'), { maxLength: 12 }),
      parts => {
        const body = parts.join('')
        const quoted = dollarQuoted(body)
        const tag = /^\$(question\d*)\$\n/.exec(quoted)?.[0].trim() ?? expect.unreachable()
        expect(quoted.split(tag)).toEqual(['', `\n${body}\n`, ''])
      },
    ),
    { numRuns: 1000 },
  )
})
