import { type QuestionKind, type QuestionTerm, questionKinds, type Terms } from '../terms.ts'
import { identifierNames, sweptNames } from './names.ts'
import { sayCount, sayList } from './say.ts'
import { enforced, type Sentence } from './sentence.ts'

/** What one granted question lets the partner ask. */
export const questionWords = (question: QuestionTerm, pointer: string): Sentence[] => {
  switch (question.kind) {
    case 'by-identifier': {
      const numbers = sayList(
        question.identifiers.map(each => identifierNames[each]),
        'or',
      )
      return [enforced(pointer, `The partner may ask about one person by ${numbers}.`)]
    }
    case 'by-name-and-birth-date':
      return [
        enforced(pointer, 'The partner may ask about one person by full name and birth date.'),
        enforced(
          `${pointer}/possible`,
          question.possible === 0
            ? 'When no name and birth date match exactly, it is shown nobody.'
            : `When nobody matches, it is shown at most ${sayCount(question.possible, 'person')} with a similar name or birth date: identity only, marked as possible.`,
        ),
      ]
    case 'by-incident':
      return [enforced(pointer, 'The partner may ask for everyone arrested for one incident.')]
    case 'by-attribute':
      return question.attributes.map((attribute, index) =>
        enforced(
          `${pointer}/attributes/${index}`,
          `The partner may ask for everyone ${sweptNames[attribute]}, since a day of its choice.`,
        ),
      )
    case 'recent':
      return [
        enforced(pointer, `The partner may ask for everyone arrested in the last ${sayCount(question.hours, 'hour')}.`),
      ]
    case 'feed':
      return [
        enforced(
          pointer,
          `The partner is told what changes about persons whom it asked about for the same case in the last ${sayCount(question.days, 'day')}.`,
        ),
      ]
  }
}

const absent: Record<QuestionKind, string> = {
  'by-identifier': 'The partner cannot ask by a number.',
  'by-name-and-birth-date': 'The partner cannot ask by name.',
  'by-incident': 'The partner cannot ask for everyone arrested for an incident.',
  'by-attribute': 'The partner cannot ask for everyone with an attribute, such as a country of birth.',
  recent: 'The partner cannot ask for all recent arrests.',
  feed: 'The partner is not told of changes by itself.',
}

export const questionsWords = (terms: Terms): Sentence[] => [
  ...terms.questions.flatMap((question, index) => questionWords(question, `/questions/${index}`)),
  ...questionKinds
    .filter(kind => !terms.questions.some(question => question.kind === kind))
    .map(kind => enforced('/questions', absent[kind])),
]
