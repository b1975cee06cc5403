/**
 * A text literal that means exactly this text, whatever `standard_conforming_strings` says. Throws RangeError on what
 * PostgreSQL's text cannot hold.
 */
export const literal = (text: string): string => {
  if (text.includes('\0') || !text.isWellFormed()) throw new RangeError('no SQL literal holds this text')
  const quoted = `'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
  return text.includes('\\') ? `E${quoted}` : quoted
}

export const integerLiteral = (value: number): string => {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is not a count`)
  return String(value)
}

/** An array of texts, each quoted. */
export const textArray = (texts: readonly string[]): string =>
  texts.length === 0 ? "'{}'::pg_catalog.text[]" : `array[${texts.map(literal).join(', ')}]`

/** A name of ours: small letters, digits and underscores, so that it needs no quotes and can hold none. */
export const identifier = (name: string): string => {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new RangeError('not a name of ours')
  return name
}

/** A body between dollar quotes whose tag does not stand in it. */
export const dollarQuoted = (body: string): string => {
  let tag = 'question'
  // The closing quote begins where a body ends: "$" and the tag's beginning must not run together.
  for (let next = 1; `${body}$`.includes(`$${tag}$`); next += 1) tag = `question${next}`
  return `$${tag}$\n${body}\n$${tag}$`
}
