import type { JsonSchema } from '../shape/json-schema.ts'
import { attributes, classOfFilter, type FilterName, identifierKinds, type QuestionTerm, type Terms } from '../terms.ts'
import { hasItem, ifThen, itemWith, type RuleFault, type TermRule } from './term-rule.ts'

/** By what a granted question finds records, with the place in the term that says so. */
const filtersOf = (question: QuestionTerm): [filter: FilterName, at: string][] => {
  switch (question.kind) {
    case 'by-identifier':
      return question.identifiers.map((each, index) => [each, `/identifiers/${index}`])
    case 'by-name-and-birth-date':
      return [['name', '']]
    case 'by-incident':
      return [['incident', '']]
    case 'by-attribute':
      return [
        ...question.attributes.map((each, index): [FilterName, string] => [each, `/attributes/${index}`]),
        ['time', ''],
      ]
    case 'recent':
      return [['time', '']]
    case 'feed':
      return []
  }
}

const words: Record<FilterName, string> = {
  otn: 'the offense tracking number',
  'police-number': 'the police photo number',
  'docket-number': 'the docket number',
  incident: 'the incident',
  'birth-country': 'the country of birth',
  ethnicity: 'the ethnicity',
  race: 'the race',
  sex: 'the sex',
  district: 'the district',
  grade: 'the grade',
  'birth-date': 'the birth date',
  name: 'name and birth date',
  time: 'the time of the arrest',
}

const findUnfilterable = (terms: Terms): RuleFault[] => {
  const filterable = new Set(terms.classes.filter(each => each.filterable).map(each => each.class))
  return terms.questions.flatMap((question, index) =>
    filtersOf(question)
      .filter(([filter]) => !filterable.has(classOfFilter[filter]))
      .map(([filter, at]) => ({
        pointer: `/questions/${index}${at}`,
        say: `Asking by ${words[filter]} needs the class "${classOfFilter[filter]}" to be usable as a filter.`,
      })),
  )
}

const needsFilterable = (question: JsonSchema, filter: FilterName): JsonSchema =>
  ifThen(
    hasItem('questions', question),
    hasItem('classes', itemWith({ class: classOfFilter[filter], filterable: true })),
  )
const naming = (kind: string, list: string, word: string): JsonSchema => ({
  properties: { kind: { const: kind }, [list]: { contains: { const: word } } },
  required: ['kind', list],
})

/** A question finds records only by classes of fields that may be used as a filter. */
export const filterRule: TermRule = {
  rule: 'filter-not-filterable',
  find: findUnfilterable,
  schema: {
    allOf: [
      ...identifierKinds.map(each => needsFilterable(naming('by-identifier', 'identifiers', each), each)),
      ...attributes.map(each => needsFilterable(naming('by-attribute', 'attributes', each), each)),
      needsFilterable(itemWith({ kind: 'by-name-and-birth-date' }), 'name'),
      needsFilterable(itemWith({ kind: 'by-incident' }), 'incident'),
      needsFilterable(itemWith({ kind: 'by-attribute' }), 'time'),
      needsFilterable(itemWith({ kind: 'recent' }), 'time'),
    ],
  },
}
