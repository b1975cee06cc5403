import { findQuestion, type QuestionKind, questionKinds, type Terms } from '../terms.ts'
import { identifierNames, sweptNames } from '../words/names.ts'
import { sayCount } from '../words/say.ts'
import { byMore, compareLists, narrows, type TermsChange, widens } from './change.ts'

const added: Record<QuestionKind, string> = {
  'by-identifier': 'The partner may now ask about one person by number.',
  'by-name-and-birth-date': 'The partner may now ask about one person by full name and birth date.',
  'by-incident': 'The partner may now ask for everyone arrested for one incident.',
  'by-attribute': 'The partner may now ask for everyone with an attribute.',
  recent: 'The partner may now ask for everyone arrested in the last hours.',
  feed: 'The partner is now told of changes about persons whom it asked about.',
}
const removed: Record<QuestionKind, string> = {
  'by-identifier': 'The partner may no longer ask about one person by number.',
  'by-name-and-birth-date': 'The partner may no longer ask about one person by full name and birth date.',
  'by-incident': 'The partner may no longer ask for everyone arrested for one incident.',
  'by-attribute': 'The partner may no longer ask for everyone with an attribute.',
  recent: 'The partner may no longer ask for everyone arrested in the last hours.',
  feed: 'The partner is no longer told of changes.',
}

/** Both versions hold the question; what of it differs. */
const inside: { [K in QuestionKind]: (older: Terms, newer: Terms, at: string) => TermsChange[] } = {
  'by-identifier': (older, newer, at) =>
    compareLists(
      {
        pointer: `${at}/identifiers`,
        older: findQuestion(older, 'by-identifier')?.identifiers ?? [],
        newer: findQuestion(newer, 'by-identifier')?.identifiers ?? [],
      },
      {
        added: each => `The partner may now ask by ${identifierNames[each]}.`,
        removed: each => `The partner may no longer ask by ${identifierNames[each]}.`,
      },
    ),
  'by-name-and-birth-date': (older, newer, at) => {
    const [was, is] = [older, newer].map(terms => findQuestion(terms, 'by-name-and-birth-date')?.possible ?? 0)
    return byMore(
      `${at}/possible`,
      [was ?? 0, is ?? 0],
      `When nobody matches, it is shown at most ${sayCount(is ?? 0, 'person')} who might be meant, instead of ${was}.`,
    )
  },
  'by-incident': () => [],
  'by-attribute': (older, newer, at) =>
    compareLists(
      {
        pointer: `${at}/attributes`,
        older: findQuestion(older, 'by-attribute')?.attributes ?? [],
        newer: findQuestion(newer, 'by-attribute')?.attributes ?? [],
      },
      {
        added: each => `The partner may now ask for everyone ${sweptNames[each]}.`,
        removed: each => `The partner may no longer ask for everyone ${sweptNames[each]}.`,
      },
    ),
  recent: (older, newer, at) => {
    const [was, is] = [older, newer].map(terms => findQuestion(terms, 'recent')?.hours ?? 0)
    return byMore(
      `${at}/hours`,
      [was ?? 0, is ?? 0],
      `Recent arrests are those of the last ${sayCount(is ?? 0, 'hour')}, instead of ${was}.`,
    )
  },
  feed: (older, newer, at) => {
    const [was, is] = [older, newer].map(terms => findQuestion(terms, 'feed')?.days ?? 0)
    return byMore(
      `${at}/days`,
      [was ?? 0, is ?? 0],
      `Changes are told for ${sayCount(is ?? 0, 'day')} after a question, instead of ${was}.`,
    )
  },
}

const indexOf = (terms: Terms, kind: QuestionKind): number => terms.questions.findIndex(each => each.kind === kind)

export const compareQuestions = (older: Terms, newer: Terms): TermsChange[] =>
  questionKinds.flatMap(kind => {
    const [was, is] = [indexOf(older, kind), indexOf(newer, kind)]
    if (was === -1 && is === -1) return []
    const at = `/questions/${is === -1 ? was : is}`
    // A question that is new brings all that it says with it.
    const within = inside[kind](older, newer, at)
    if (was === -1) return [widens(at, added[kind]), ...within]
    return is === -1 ? [narrows(at, removed[kind]), ...within] : within
  })
