import type { Json } from './canonical-json.ts'

type Values = {
  /** A word of a published list, such as a purpose or a class of fields. Never what somebody typed. */
  code: string
  /** Codes, each once, sorted by code unit. */
  codes: readonly string[]
  count: number
  /** Number of an entry: 1 for the first. */
  entry: number
  /** Entry numbers, each once, ascending. */
  entries: readonly number[]
  /** SHA-256, 64 lower-case hexadecimal digits. */
  hash: string
  /** `2018-08-31T03:59:59.123Z`: UTC, three fractional digits. */
  instant: string
  /** `2018-08-31` */
  date: string
  flag: boolean
  /** 1 to 255 printable ASCII characters. */
  line: string
}

type BaseType = keyof Values

/** A field's type in a kind's table: a base type, one with `?` for "or null", or the list of allowed words. */
export type FieldType = BaseType | `${BaseType}?` | readonly (string | null)[]

export type ValueOf<T> = T extends readonly (infer Word)[]
  ? Word
  : T extends `${infer Base extends BaseType}?`
    ? Values[Base] | null
    : T extends BaseType
      ? Values[T]
      : never

const codePattern = /^[a-z0-9][a-z0-9.-]{0,63}$/
const maxListLength = 64

const checks: { readonly [T in BaseType]: (value: Json | undefined) => boolean } = {
  code: isCode,
  codes: value => isAscending(value, isCode),
  count: value => isNumberFrom(0, value),
  entry: value => isNumberFrom(1, value),
  entries: value => isAscending(value, item => isNumberFrom(1, item)),
  hash: isHash,
  instant: value => typeof value === 'string' && isInstant(value),
  date: value => typeof value === 'string' && isDate(value),
  flag: value => typeof value === 'boolean',
  line: value => typeof value === 'string' && /^[\x20-\x7e]{1,255}$/.test(value),
}

export function isOfType(type: FieldType, value: Json | undefined): boolean {
  if (typeof type !== 'string') return type.some(word => word === value)
  const base = baseOf(type)
  return (base !== type && value === null) || checks[base](value)
}

export function isHash(value: Json | undefined): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}

/** `2018-08-31T03:59:59.123Z`, a real date and time of day; no leap second. */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(text) && isDate(text.slice(0, 10))
}

/** `2018-08-31T03:59:59Z`: an instant to the second, which is all that a record leaf tells. */
export function isSecond(text: string): boolean {
  return text.length === 20 && isInstant(`${text.slice(0, 19)}.000Z`) && text.endsWith('Z')
}

export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (match === null) return false
  const [year, month, day] = match.slice(1).map(Number)
  return (
    month !== undefined && month >= 1 && month <= 12 && day !== undefined && day >= 1 && day <= daysIn(year ?? 0, month)
  )
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function baseOf(type: BaseType | `${BaseType}?`): BaseType {
  return (type.endsWith('?') ? type.slice(0, -1) : type) as BaseType
}

function isCode(value: Json | undefined): boolean {
  return typeof value === 'string' && codePattern.test(value)
}

function isNumberFrom(least: number, value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least
}

function isAscending(value: Json | undefined, isItem: (item: Json | undefined) => boolean): boolean {
  if (!Array.isArray(value) || value.length > maxListLength) return false
  return value.every((item, i) => isItem(item) && (i === 0 || value[i - 1] < item))
}
