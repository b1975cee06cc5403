import { termRules } from './rules/term-rules.ts'
import type { JsonSchema } from './shape/json-schema.ts'
import { populationDefs } from './shape/population-shape.ts'
import { termsShape } from './shape/terms-shape.ts'

/** Rules that compare two values of a document, for which JSON Schema has no words; the parser alone holds them. */
export const rulesBeyondSchema: readonly string[] = termRules
  .filter(({ schema }) => schema === undefined)
  .map(({ rule }) => rule)

/** The published schema, from the same description that the parser reads by. */
export const termsSchema: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:pars:terms:1',
  title: 'Terms of a data-sharing agreement in PARS',
  description: 'One version of an agreement, as data. What is not granted here does not exist for the partner.',
  $comment: `Not said here, for a schema cannot compare two values: ${rulesBeyondSchema.join(', ')}.`,
  ...termsShape.schema,
  allOf: termRules.flatMap(({ schema }) => schema ?? []),
  $defs: populationDefs,
}
