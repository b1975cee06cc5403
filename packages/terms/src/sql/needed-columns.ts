import { type Attribute, findQuestion, type Terms, visibleClasses } from '../terms.ts'
import { columnsOfClass, type RecordColumn } from './classes.ts'
import { columnsOfPopulation } from './population.sql.ts'

export const columnsOfAttribute: Record<Attribute, readonly RecordColumn[]> = {
  'birth-country': ['birth_country_system', 'birth_country_code'],
  ethnicity: ['ethnicity'],
  race: ['race'],
  sex: ['sex'],
  district: ['district_code'],
  grade: ['worst_grade'],
}

/** Answers are in order of time only where the time is shown: an order betrays what it is by. */
export const isOrderedByTime = (terms: Terms): boolean => visibleClasses(terms).includes('arrest')

/** What the granted questions find and order records by. */
const columnsOfQuestions = (terms: Terms): RecordColumn[] => {
  const found: RecordColumn[] = []
  if (findQuestion(terms, 'by-name-and-birth-date'))
    found.push('last_key', 'first_key', 'last_name', 'first_name', 'born_on')
  const byAttribute = findQuestion(terms, 'by-attribute')
  if (byAttribute) found.push(...byAttribute.attributes.flatMap(each => columnsOfAttribute[each]))
  if (byAttribute || findQuestion(terms, 'recent') || isOrderedByTime(terms)) found.push('arrested_at')
  return found
}

const inOrder = (columns: Iterable<RecordColumn>): RecordColumn[] => [...new Set(columns)].sort()

/** Columns of the masking view, which only the questions read. */
export const columnsOfView = (terms: Terms): RecordColumn[] => [
  'arrest_id',
  'person_id',
  ...inOrder(columnsOfQuestions(terms)),
]

/** All that the definer may read of a record: the classes granted, and what population, hard limit and questions decide by. */
export const columnsOfDefiner = (terms: Terms): RecordColumn[] =>
  inOrder([
    ...columnsOfView(terms),
    ...visibleClasses(terms).flatMap(each => columnsOfClass[each]),
    ...columnsOfPopulation(terms.population),
    ...(terms.directFile ? [] : (['adult'] as const)),
  ])
