import { isDeepStrictEqual } from 'node:util'
import type { JsonSchema } from '../src/shape/json-schema.ts'

const typeOf: Record<NonNullable<JsonSchema['type']>, (value: unknown) => boolean> = {
  object: value => typeof value === 'object' && value !== null && !Array.isArray(value),
  array: Array.isArray,
  string: value => typeof value === 'string',
  integer: value => typeof value === 'number' && Number.isInteger(value),
  boolean: value => typeof value === 'boolean',
  null: value => value === null,
}
const known = new Set(
  (
    '$schema $id $comment $defs $ref title description type const enum required properties additionalProperties items minItems ' +
    'maxItems uniqueItems contains minContains maxContains minimum maximum pattern anyOf allOf not'
  ).split(' '),
)

/** Whether JSON Schema 2020-12 accepts a value; knows the keywords that the published schema uses, and throws on any other. */
export const accepts = (schema: JsonSchema, value: unknown, defs = schema.$defs ?? {}): boolean => {
  for (const key of Object.keys(schema)) if (!known.has(key)) throw new Error(`the walker does not know ${key}`)
  const holds = (part: JsonSchema, each: unknown = value) => accepts(part, each, defs)
  if (schema.$ref !== undefined) {
    const target = defs[schema.$ref.replace('#/$defs/', '')]
    if (target === undefined) throw new Error(`no ${schema.$ref}`)
    if (!holds(target)) return false
  }
  return (
    (schema.type === undefined || typeOf[schema.type](value)) &&
    (schema.const === undefined || value === schema.const) &&
    (schema.enum === undefined || schema.enum.some(each => each === value)) &&
    (schema.allOf ?? []).every(part => holds(part)) &&
    (schema.anyOf === undefined || schema.anyOf.some(part => holds(part))) &&
    (schema.not === undefined || !holds(schema.not)) &&
    acceptsText(schema, value) &&
    acceptsNumber(schema, value) &&
    acceptsList(schema, value, holds) &&
    acceptsObject(schema, value, holds)
  )
}

type Holds = (part: JsonSchema, value: unknown) => boolean

const acceptsText = ({ pattern }: JsonSchema, value: unknown): boolean =>
  typeof value !== 'string' || pattern === undefined || new RegExp(pattern, 'u').test(value)

const acceptsNumber = ({ minimum, maximum }: JsonSchema, value: unknown): boolean =>
  typeof value !== 'number' || (value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity))

const acceptsList = (schema: JsonSchema, value: unknown, holds: Holds): boolean => {
  if (!Array.isArray(value)) return true
  const { items, contains, minItems = 0, maxItems = Infinity } = schema
  const found = contains === undefined ? 0 : value.filter(each => holds(contains, each)).length
  return (
    value.length >= minItems &&
    value.length <= maxItems &&
    (items === undefined || value.every(each => holds(items, each))) &&
    (contains === undefined || (found >= (schema.minContains ?? 1) && found <= (schema.maxContains ?? Infinity))) &&
    (!schema.uniqueItems ||
      value.every((each, index) => !value.slice(0, index).some(other => isDeepStrictEqual(each, other))))
  )
}

const acceptsObject = (schema: JsonSchema, value: unknown, holds: Holds): boolean => {
  if (!typeOf.object(value)) return true
  const object = value as Record<string, unknown>
  const { properties = {} } = schema
  return (
    (schema.required ?? []).every(key => Object.hasOwn(object, key)) &&
    Object.entries(object).every(([key, each]) => {
      const part = Object.hasOwn(properties, key) ? properties[key] : undefined
      return part === undefined ? schema.additionalProperties !== false : holds(part, each)
    })
  )
}
