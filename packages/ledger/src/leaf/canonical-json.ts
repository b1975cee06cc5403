import { readUtf8, utf8 } from '../bytes.ts'
import { type FaultName, failed, type Reading, reads } from '../fault.ts'

/** The subset of JSON that leaves and slot contents use: no fractions, no numbers beyond 2^53 - 1, at most 32 levels deep. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const maxDepth = 32
const plain = /^[\x20!#-[\]-~]*$/

/** A value that the subset does not hold; `fault` says why. */
class NotCanonical extends TypeError {
  readonly fault: FaultName

  constructor(fault: FaultName, message: string) {
    super(message)
    this.fault = fault
  }
}

/** RFC 8785 bytes of a value. Throws TypeError on what the subset does not hold: fractions, -0, lone surrogates, undefined. */
export function canonicalJson(value: Json): Uint8Array {
  return utf8(canonicalText(value))
}

/** RFC 8785 text of a value; throws as `canonicalJson` does. */
export function canonicalText(value: Json, depth = 0): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') return integer(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value !== 'object') throw new NotCanonical('json-not-canonical', `${typeof value} is not JSON`)
  if (depth >= maxDepth) throw new NotCanonical('json-too-deep', `JSON deeper than ${maxDepth}`)
  if (Array.isArray(value)) return `[${value.map(item => canonicalText(item, depth + 1)).join(',')}]`
  const object = value as { readonly [key: string]: Json | undefined }
  let text = ''
  // The default sort is by UTF-16 code unit, which is what RFC 8785 asks for.
  for (const key of Object.keys(object).sort()) {
    text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalText(object[key] ?? null, depth + 1)}`
    if (object[key] === undefined) throw new NotCanonical('json-not-canonical', 'undefined is not JSON')
  }
  return `{${text}}`
}

/** Reads bytes that must be exactly what `canonicalJson` writes: no spaces, no other order, no repeated key, no second spelling. */
export function parseCanonicalJson(bytes: Uint8Array): Reading<Json> {
  const text = readUtf8(bytes)
  if (text === undefined) return failed('json-not-utf8')
  return parseCanonicalText(text)
}

/** As `parseCanonicalJson`, of text. */
export function parseCanonicalText(text: string): Reading<Json> {
  try {
    const value: Json = JSON.parse(text)
    // Writing it again is the whole check: a repeated key, a space or an escape more would not come back.
    return canonicalText(value) === text ? reads(value) : failed('json-not-canonical')
  } catch (error) {
    return error instanceof NotCanonical ? failed(error.fault, error.message) : failed('json-not-canonical', 'not JSON')
  }
}

function quoted(text: string): string {
  if (plain.test(text)) return `"${text}"`
  if (!text.isWellFormed()) throw new NotCanonical('json-not-canonical', 'a string holds a lone surrogate')
  return JSON.stringify(text)
}

function integer(value: number): string {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value)
  throw new NotCanonical('json-number-not-integer', `${value} is not a whole number in range`)
}
