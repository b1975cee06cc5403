import { readUtf8, utf8 } from './bytes.ts'
import { failed, type Reading, reads } from './fault.ts'

/** The subset of JSON that leaves and slot contents use: no fractions, no numbers beyond 2^53 - 1. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const maxDepth = 32

/** RFC 8785 bytes of a value. Throws TypeError on what the subset does not hold: fractions, -0, lone surrogates, undefined. */
export function canonicalJson(value: Json): Uint8Array {
  return utf8(canonicalText(value))
}

/** RFC 8785 text of a value; throws as `canonicalJson` does. */
export function canonicalText(value: Json, depth = 0): string {
  if (depth > maxDepth) throw new TypeError(`JSON deeper than ${maxDepth}`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') return integer(value)
  if (Array.isArray(value)) return `[${value.map(item => canonicalText(item, depth + 1)).join(',')}]`
  if (typeof value !== 'object') throw new TypeError(`${typeof value} is not JSON`)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, item]) => `${quoted(key)}:${canonicalText(item, depth + 1)}`).join(',')}}`
}

/** Reads bytes that must be exactly what `canonicalJson` writes: no spaces, no other order, no repeated key, no second spelling. */
export function parseCanonicalJson(bytes: Uint8Array): Reading<Json> {
  const text = readUtf8(bytes)
  if (text === undefined) return failed('json-not-utf8')
  return parseCanonicalText(text)
}

export function parseCanonicalText(text: string): Reading<Json> {
  let value: Json
  try {
    value = JSON.parse(text)
  } catch {
    return failed('json-not-canonical', 'not JSON')
  }
  if (isDeeperThan(value, maxDepth)) return failed('json-too-deep')
  if (hasOtherNumbers(value)) return failed('json-number-not-integer')
  // Writing it again is the whole check: a repeated key, a space or an escape more would not come back.
  try {
    return canonicalText(value) === text ? reads(value) : failed('json-not-canonical')
  } catch {
    return failed('json-not-canonical', 'lone surrogate')
  }
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('a string holds a lone surrogate')
  return JSON.stringify(text)
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0))
    throw new TypeError(`${value} is not a whole number in range`)
  return String(value)
}

function children(value: Json): readonly Json[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : []
}

function isDeeperThan(value: Json, depth: number): boolean {
  let row: readonly Json[] = [value]
  for (let level = 0; row.length > 0; level++) {
    if (level > depth) return true
    row = row.flatMap(children)
  }
  return false
}

function hasOtherNumbers(value: Json): boolean {
  if (typeof value === 'number') return !Number.isSafeInteger(value) || Object.is(value, -0)
  return children(value).some(hasOtherNumbers)
}
