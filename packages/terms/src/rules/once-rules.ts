import type { JsonSchema } from '../shape/json-schema.ts'
import { fieldClasses, obligationCodes, purposeCodes, questionKinds, type Terms } from '../terms.ts'
import { itemWith, type RuleFault, type TermRule } from './term-rule.ts'

type Listed = 'questions' | 'classes' | 'purposes' | 'obligations'

const findRepeated = (keys: readonly string[], list: string): RuleFault[] =>
  keys
    .map((key, index) => ({ key, index }))
    .filter(({ key, index }) => keys.indexOf(key) !== index)
    .map(({ key, index }) => ({
      pointer: `/${list}/${index}`,
      say: `"${key}" stands here twice; one of the two must go, or they would contradict one another.`,
    }))

const keysOf: Record<Listed, (terms: Terms) => string[]> = {
  questions: terms => terms.questions.map(each => each.kind),
  classes: terms => terms.classes.map(each => each.class),
  purposes: terms => terms.purposes.map(each => each.code),
  obligations: terms => terms.obligations.map(each => each.code),
}

const atMostOnce = (list: Listed, key: string, words: readonly string[]): JsonSchema => ({
  properties: {
    [list]: {
      allOf: words.map(word => ({ contains: itemWith({ [key]: word }), minContains: 0, maxContains: 1 })),
    },
  },
})

const once = (list: Listed, key: string, words: readonly string[]): TermRule => ({
  rule: `${list}-once`,
  find: terms => findRepeated(keysOf[list](terms), list),
  schema: atMostOnce(list, key, words),
})

/** Each question, class, purpose and obligation is said once. */
export const onceRules: readonly TermRule[] = [
  once('questions', 'kind', questionKinds),
  once('classes', 'class', fieldClasses),
  once('purposes', 'code', purposeCodes),
  once('obligations', 'code', obligationCodes),
  {
    rule: 'unit-code-once',
    find: terms =>
      findRepeated(
        terms.units.map(each => each.code),
        'units',
      ),
    schema: undefined,
  },
]
