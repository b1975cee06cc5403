import { z } from 'zod'

export type JsonSchema = { [key: string]: unknown }

/** What goes in may leave out what has a default; what comes out has it. */
export type Way = 'input' | 'output'

/** Schemas as the description holds them: those with a name once, under that name. */
export interface Schemas {
  of(schema: z.ZodType, way: Way): JsonSchema
  readonly named: ReadonlyMap<string, JsonSchema>
}

interface Converting {
  zodSchema: z.core.$ZodType
  jsonSchema: JsonSchema
}

/** A date or an instant is text on the wire, whatever it is in the program; and no integer needs to be told how far JavaScript counts. */
const tidy = ({ zodSchema, jsonSchema }: Converting): void => {
  if (zodSchema._zod.def.type === 'pipe' && jsonSchema['type'] === undefined) jsonSchema['type'] = 'string'
  if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER) delete jsonSchema['maximum']
  if (jsonSchema['minimum'] === Number.MIN_SAFE_INTEGER) delete jsonSchema['minimum']
}

const convert = (schema: z.ZodType, way: Way): JsonSchema =>
  z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: way,
    // A body that is no JSON, a PDF for example, has no schema.
    unrepresentable: 'any',
    override: context => tidy(context as unknown as Converting),
  }) as JsonSchema

const prefix = '#/$defs/'

const mapRefs = (value: unknown, rename: (name: string) => string): unknown => {
  if (Array.isArray(value)) return value.map(item => mapRefs(item, rename))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) =>
      key === '$ref' && typeof member === 'string' && member.startsWith(prefix)
        ? [key, `#/components/schemas/${rename(member.slice(prefix.length))}`]
        : [key, mapRefs(member, rename)],
    ),
  )
}

/** Collects named schemas while they are asked for. One name that means two things, in and out, becomes two names. */
export const collectSchemas = (): Schemas => {
  const named = new Map<string, JsonSchema>()
  const texts = new Map<string, string>()

  const nameOf = (name: string, text: string): string => {
    const known = texts.get(name)
    if (known === undefined || known === text) return name
    return nameOf(`${name}Input`, text)
  }

  return {
    named,
    of(schema, way) {
      const { $schema: _, $defs = {}, ...root } = convert(schema, way)
      const names = new Map(
        Object.entries($defs as Record<string, JsonSchema>).map(([name, one]) => [
          name,
          nameOf(name, JSON.stringify(one)),
        ]),
      )
      const rename = (name: string): string => names.get(name) ?? name
      for (const [name, one] of Object.entries($defs as Record<string, JsonSchema>)) {
        texts.set(rename(name), JSON.stringify(one))
        named.set(rename(name), mapRefs(one, rename) as JsonSchema)
      }
      return mapRefs(root, rename) as JsonSchema
    },
  }
}
