import { limitNames, type Terms } from '../terms.ts'
import { classesWords } from './class-words.ts'
import { dutiesWords } from './duty-words.ts'
import { limitNamesInWords } from './names.ts'
import { populationWords } from './population-words.ts'
import { purposesWords } from './purpose-words.ts'
import { questionsWords } from './question-words.ts'
import { sayDate } from './say.ts'
import { enforced, promised, type Sentence } from './sentence.ts'

/** `It runs through 11:59:59 p.m. August 31, 2018, Eastern.` */
export const endWords = ({ endsOn }: Terms): Sentence =>
  enforced('/endsOn', `The agreement runs through 11:59:59 p.m. ${sayDate(endsOn)}, Eastern, and then ends by itself.`)

const partiesWords = (terms: Terms): Sentence[] => [
  promised('/agreement', `The agreement is called ${terms.agreement}.`),
  promised('/version', `This is version ${terms.version} of its terms.`),
  promised('/partner', `The partner is ${terms.partner}.`),
  ...terms.units.flatMap((unit, index) => [
    enforced(`/units/${index}`, `This unit of it may ask: ${unit.name}, registered as ${unit.code}.`),
    promised(`/units/${index}/function`, `What that unit does: ${unit.function}.`),
  ]),
  enforced('/units', 'No other unit may ask.'),
  enforced('/startsOn', `The agreement begins at 12:00 a.m. ${sayDate(terms.startsOn)}, Eastern.`),
  endWords(terms),
  promised(
    '/governs',
    `Where the prose and these data differ, the ${terms.governs === 'data' ? 'data govern' : 'prose governs'}.`,
  ),
]

const reachWords = (terms: Terms): Sentence[] => [
  ...populationWords(terms.population, '/population'),
  enforced(
    '/directFile',
    terms.directFile
      ? 'Persons who were under 18 at the offense, charged as adults, are in reach too.'
      : 'Persons who were under 18 at the offense are out of reach.',
  ),
  ...limitNames.map(name =>
    enforced(`/limits/${name}`, limitNamesInWords[name](terms.limits[name].toLocaleString('en-US'))),
  ),
]

/** All that the terms say, in sentences for people who read no data: each with its term, and what holds it. */
export const plainWords = (terms: Terms): Sentence[] => [
  ...partiesWords(terms),
  ...purposesWords(terms),
  ...questionsWords(terms),
  ...classesWords(terms),
  ...reachWords(terms),
  ...dutiesWords(terms),
]
