/** The part of JSON that terms and statements use: no fractions, no numbers beyond 2^53 - 1. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** RFC 8785 text of a value. Throws TypeError on what has none: fractions, -0, lone surrogates, undefined. */
export const canonicalText = (value: Json): string => {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') return integer(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value !== 'object') throw new TypeError(`${typeof value} is not JSON`)
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  const object = value as { readonly [key: string]: Json }
  // The default sort is by UTF-16 code unit, which is what RFC 8785 asks for.
  const keys = Object.keys(object).sort()
  return `{${keys.map(key => `${quoted(key)}:${canonicalText(object[key] as Json)}`).join(',')}}`
}

const quoted = (text: string): string => {
  if (!text.isWellFormed()) throw new TypeError('a string holds half a character')
  return JSON.stringify(text)
}

const integer = (value: number): string => {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value)
  throw new TypeError(`${value} is not a whole number in range`)
}
