import { arrestBases, grades } from '@pars/domain'
import { districtPattern, populationDepth, populationWidth } from '../population/population.ts'
import { dateShape } from './date-shape.ts'
import type { JsonSchema } from './json-schema.ts'
import { byKind, exactly, listOf, named, object, oneOf, type Shape, text, wholeNumber } from './shape.ts'

const grade = oneOf(grades.filter(each => each !== null))
const values: Record<string, Shape> = {
  district: text(districtPattern, 'the code of a district, such as 25'),
  basis: oneOf(arrestBases),
  grade,
}

/** `is` and `in` name a field, and the field says what may stand beside it. */
const byColumn = (kind: 'is' | 'in'): Shape => {
  const shapes = new Map(
    Object.entries(values).map(([column, value]) => [
      column,
      object({
        kind: exactly(kind),
        column: exactly(column),
        ...(kind === 'is' ? { value } : { values: listOf(value, { min: 1, max: 30 }) }),
      }),
    ]),
  )
  return {
    check: (given, pointer) => {
      const column = (given as { column?: unknown }).column
      const shape = typeof column === 'string' ? shapes.get(column) : undefined
      if (shape) return shape.check(given, pointer)
      const say = `This needs to be one of: ${[...shapes.keys()].join(', ')}.`
      return [{ pointer: `${pointer}/column`, rule: 'word', say }]
    },
    schema: { anyOf: [...shapes.values()].map(({ schema }) => schema) },
  }
}

const facts: Record<string, Record<string, Shape>> = {
  everyone: {},
  charged: {},
  adult: {},
  'on-warrant': {},
  'bail-ordered': {},
  'within-days': { days: wholeNumber(1, 36_500) },
  since: { on: dateShape },
}
const compared = { is: byColumn('is'), in: byColumn('in') }

const isCompared = (value: unknown): value is { kind: 'is' | 'in' } =>
  typeof value === 'object' && value !== null && 'kind' in value && (value.kind === 'is' || value.kind === 'in')

const nodeName = (depth: number): string => (depth === populationDepth ? 'population' : `population-${depth}`)

const nodeAbove = (below: Shape | undefined): Shape => {
  const parts = below && { min: 1, max: populationWidth }
  const plain = byKind({
    ...facts,
    ...(below && parts
      ? { all: { of: listOf(below, parts) }, any: { of: listOf(below, parts) }, not: { of: below } }
      : {}),
  })
  return {
    check: (value, pointer) =>
      isCompared(value) ? compared[value.kind].check(value, pointer) : plain.check(value, pointer),
    schema: { anyOf: [...(plain.schema.anyOf ?? []), compared.is.schema, compared.in.schema] },
  }
}

const shapes: Shape[] = []
for (let depth = 1; depth <= populationDepth; depth += 1) {
  const below = shapes.at(-1)
  shapes.push(nodeAbove(below && named(nodeName(depth - 1), below)))
}

export const populationDefs: Record<string, JsonSchema> = Object.fromEntries(
  shapes.map((shape, index) => [nodeName(index + 1), shape.schema]),
)
const whole = shapes.at(-1)
if (whole === undefined) throw new RangeError('a population has at least one level')
export const populationShape: Shape = named(nodeName(populationDepth), whole)
