import { type ClassTerm, type FieldClass, findQuestion, type Terms, visibleClasses } from '../terms.ts'
import { onwardWords } from './duty-words.ts'
import { identifierNames, purposeNames, shortClassNames, sweptNames } from './names.ts'
import { endWords } from './plain-words.ts'
import { populationWords } from './population-words.ts'
import { questionWords } from './question-words.ts'
import { sayCount, sayList } from './say.ts'
import { checkedLater, enforced, promised, type Sentence } from './sentence.ts'

/** What a voter must not overlook: in this order, before anything ordinary. */
const rareQuestions = (terms: Terms): Sentence[] => {
  const byAttribute = findQuestion(terms, 'by-attribute')
  const at = (kind: string): string => `/questions/${terms.questions.findIndex(question => question.kind === kind)}`
  const swept = byAttribute?.attributes.map(each => sweptNames[each]) ?? []
  const sweeps = byAttribute
    ? [enforced(at('by-attribute'), `The partner may ask for everyone ${sayList(swept, 'or')}.`)]
    : []
  const others = (['recent', 'by-incident', 'feed'] as const).flatMap(kind => {
    const question = findQuestion(terms, kind)
    return question ? questionWords(question, at(kind)) : []
  })
  return [...sweeps, ...others]
}

const rareClasses: Partial<Record<FieldClass, string>> = {
  origin: 'country of birth',
  address: 'home addresses',
  demographic: 'race and ethnicity',
}

const rareClassWords = (terms: Terms): Sentence[] =>
  Object.entries(rareClasses).flatMap(([name, words]) => {
    const index = terms.classes.findIndex(term => term.class === name && (term.visible || term.filterable))
    const term = terms.classes[index]
    return term ? [enforced(`/classes/${index}`, `The partner ${usesOf(term)} ${words}.`)] : []
  })

const usesOf = ({ visible, filterable }: ClassTerm): string => {
  if (visible && filterable) return 'sees, and may ask by,'
  return visible ? 'sees' : 'does not see, but may ask by,'
}

const untestedWords = (terms: Terms): Sentence[] => {
  const untested = terms.purposes
    .filter(({ suffices }) => suffices === 'unverified')
    .map(({ code }) => purposeNames[code])
  return untested.length === 0
    ? []
    : [
        checkedLater(
          '/purposes',
          `Nobody tests, when it asks, that it asks for ${sayList(untested.slice(0, 5), 'or')}${untested.length > 5 ? ' and other purposes' : ''}.`,
        ),
      ]
}

const ordinaryWords = (terms: Terms): Sentence => {
  const byIdentifier = findQuestion(terms, 'by-identifier')
  const ways = [
    ...(byIdentifier?.identifiers.map(each => identifierNames[each]) ?? []),
    ...(findQuestion(terms, 'by-name-and-birth-date') ? ['name and birth date'] : []),
  ]
  if (ways.length === 0) return enforced('/questions', 'The partner cannot ask about one person whom it can name.')
  const limit = sayCount(terms.limits.personsPerUnitPerDay, 'person')
  return enforced(
    '/questions',
    `The partner may ask about one person by ${sayList(ways, 'or')}; a unit about ${limit} a day.`,
  )
}

const shownWords = (terms: Terms): Sentence => {
  const ordinary = visibleClasses(terms).filter(each => rareClasses[each] === undefined)
  return ordinary.length === 0
    ? enforced('/classes', 'The partner sees nothing else.')
    : enforced(
        '/classes',
        `The partner sees this of a record: ${sayList(ordinary.map(each => shortClassNames[each]))}.`,
      )
}

const mostSentences = 12

/** Said where there is room: who is in reach, where that takes no points, and what may be passed on. */
const fillers = (terms: Terms): Sentence[] => {
  const reach = populationWords(terms.population, '/population')
  const isPlain = reach.every(({ text }) => !text.includes('point'))
  return [promised('/onward', onwardWords[terms.onward]), ...(isPlain ? reach : [])]
}

/** One page for a vote: at most twelve sentences, what is rarely granted first, the end last. */
export const summarize = (terms: Terms): Sentence[] => {
  const rare = [
    ...rareQuestions(terms),
    ...rareClassWords(terms),
    ...(terms.directFile
      ? [enforced('/directFile', 'Persons who were under 18 at the offense are in reach too.')]
      : []),
    ...untestedWords(terms),
  ]
  const ordinary = [ordinaryWords(terms), shownWords(terms)]
  const room = mostSentences - rare.length - ordinary.length - 1
  return [...rare, ...ordinary, ...fillers(terms).slice(0, room), endWords(terms)]
}
