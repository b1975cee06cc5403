import type { JsonSchema } from './json-schema.ts'

/** Something that terms may not say, where, and what to do about it. */
export interface TermsFault {
  /** JSON pointer into the document: `/questions/2/hours`. */
  pointer: string
  rule: string
  say: string
}

/** What a part of the document must look like: read by the parser, and published as a JSON Schema, from one description. */
export interface Shape {
  check(value: unknown, pointer: string): TermsFault[]
  schema: JsonSchema
}

const fault = (pointer: string, rule: string, say: string): TermsFault[] => [{ pointer, rule, say }]

export const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `needs` completes "This needs to be …". */
export const text = (pattern: RegExp, needs: string): Shape => ({
  check: (value, pointer) =>
    typeof value === 'string' && pattern.test(value) ? [] : fault(pointer, 'text', `This needs to be ${needs}.`),
  schema: { type: 'string', pattern: pattern.source, description: needs },
})

export const oneOf = (words: readonly string[]): Shape => ({
  check: (value, pointer) =>
    typeof value === 'string' && words.includes(value)
      ? []
      : fault(pointer, 'word', `This needs to be one of: ${words.join(', ')}.`),
  schema: { enum: words },
})

export const exactly = (word: string): Shape => ({
  check: (value, pointer) => (value === word ? [] : fault(pointer, 'word', `This needs to be "${word}".`)),
  schema: { const: word },
})

export const wholeNumber = (minimum: number, maximum: number): Shape => ({
  check: (value, pointer) =>
    Number.isInteger(value) && !Object.is(value, -0) && (value as number) >= minimum && (value as number) <= maximum
      ? []
      : fault(pointer, 'number', `This needs to be a whole number from ${minimum} to ${maximum}.`),
  schema: { type: 'integer', minimum, maximum },
})

export const yesOrNo: Shape = {
  check: (value, pointer) =>
    typeof value === 'boolean' ? [] : fault(pointer, 'yes-or-no', 'This needs to be true or false.'),
  schema: { type: 'boolean' },
}

export const orNull = (shape: Shape): Shape => ({
  check: (value, pointer) => (value === null ? [] : shape.check(value, pointer)),
  schema: { anyOf: [shape.schema, { type: 'null' }] },
})

/** A list without repeats: every list in terms names each thing once. */
export const listOf = (item: Shape, size: { min: number; max: number }): Shape => ({
  check: (value, pointer) => {
    if (!Array.isArray(value)) return fault(pointer, 'list', 'This needs to be a list.')
    if (value.length < size.min || value.length > size.max)
      return fault(pointer, 'list-size', `This list needs ${size.min} to ${size.max} items; it has ${value.length}.`)
    const faults = value.flatMap((each, index) => item.check(each, `${pointer}/${index}`))
    const texts = value.map(each => JSON.stringify(each))
    const repeated = texts.findIndex((each, index) => texts.indexOf(each) !== index)
    if (faults.length > 0 || repeated === -1) return faults
    return fault(`${pointer}/${repeated}`, 'list-repeat', 'This stands in the list twice; leave one.')
  },
  schema: { type: 'array', items: item.schema, minItems: size.min, maxItems: size.max, uniqueItems: true },
})

/** All of these keys and no other. */
export const object = (fields: Record<string, Shape>): Shape => {
  const keys = Object.keys(fields)
  return {
    check: (value, pointer) => {
      if (!isPlainObject(value)) return fault(pointer, 'object', `This needs to be an object with ${keys.join(', ')}.`)
      const unknown = Object.keys(value).filter(key => !Object.hasOwn(fields, key))
      return [
        ...unknown.flatMap(key =>
          fault(`${pointer}/${escapePointer(key)}`, 'unknown-key', 'Terms have no such key; remove it.'),
        ),
        ...Object.entries(fields).flatMap(([key, shape]) =>
          Object.hasOwn(value, key)
            ? shape.check(value[key], `${pointer}/${key}`)
            : fault(
                `${pointer}/${key}`,
                'missing-key',
                'This is missing; terms say everything, also what they do not grant.',
              ),
        ),
      ]
    },
    schema: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(fields).map(([key, shape]) => [key, shape.schema])),
      required: keys,
      additionalProperties: false,
    },
  }
}

/** An object whose `kind` says which keys it has beside. */
export const byKind = (fields: Record<string, Record<string, Shape>>): Shape => {
  const shapes = new Map(Object.entries(fields).map(([kind, own]) => [kind, object({ kind: exactly(kind), ...own })]))
  const kinds = [...shapes.keys()]
  return {
    check: (value, pointer) => {
      const kind = isPlainObject(value) && Object.hasOwn(value, 'kind') ? value['kind'] : undefined
      const shape = typeof kind === 'string' ? shapes.get(kind) : undefined
      if (shape) return shape.check(value, pointer)
      return fault(`${pointer}/kind`, 'kind', `This needs to be an object whose kind is one of: ${kinds.join(', ')}.`)
    },
    schema: { anyOf: [...shapes.values()].map(({ schema }) => schema) },
  }
}

/** A shape that the schema defines once, under a name. */
export const named = (name: string, shape: Shape): Shape => ({
  check: shape.check,
  schema: { $ref: `#/$defs/${name}` },
})
