import type { JsonSchema } from '../shape/json-schema.ts'
import type { Terms } from '../terms.ts'

export interface RuleFault {
  pointer: string
  say: string
}

/** What the parts of terms must say to one another: as code, and as JSON Schema where a schema can say it. */
export interface TermRule {
  rule: string
  find(terms: Terms): RuleFault[]
  /** Undefined where JSON Schema has no words for it: comparing two values of a document. */
  schema: JsonSchema | undefined
}

/** A schema of the whole document: in the list `key` stands an item like this. */
export const hasItem = (key: string, item: JsonSchema): JsonSchema => ({ properties: { [key]: { contains: item } } })

/** Where the document is like the one, it needs to be like the other too. */
export const ifThen = (condition: JsonSchema, consequence: JsonSchema): JsonSchema => ({
  anyOf: [{ not: condition }, consequence],
})

/** An item with these values, each of one word or true. */
export const itemWith = (values: Record<string, string | boolean>): JsonSchema => ({
  properties: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { const: value }])),
  required: Object.keys(values),
})
