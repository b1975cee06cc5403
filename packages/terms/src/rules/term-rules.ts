import { filterRule } from './filter-rules.ts'
import { onceRules } from './once-rules.ts'
import { hasItem, ifThen, itemWith, type TermRule } from './term-rule.ts'

const identityVisible = itemWith({ class: 'identity', visible: true })

const possibleRule: TermRule = {
  rule: 'possible-without-identity',
  find: terms =>
    terms.classes.some(each => each.class === 'identity' && each.visible)
      ? []
      : terms.questions.flatMap((question, index) =>
          question.kind === 'by-name-and-birth-date' && question.possible > 0
            ? [
                {
                  pointer: `/questions/${index}/possible`,
                  say: 'Possible matches are shown by identity alone, so the class "identity" needs to be visible.',
                },
              ]
            : [],
        ),
  schema: ifThen(
    hasItem('questions', { properties: { possible: { minimum: 1 } }, required: ['possible'] }),
    hasItem('classes', identityVisible),
  ),
}

const feedRule: TermRule = {
  rule: 'feed-without-naming',
  find: terms =>
    terms.questions.some(({ kind }) => kind === 'by-identifier' || kind === 'by-name-and-birth-date')
      ? []
      : terms.questions.flatMap((question, index) =>
          question.kind === 'feed'
            ? [
                {
                  pointer: `/questions/${index}`,
                  say: 'A feed follows persons named before: grant a question by identifier or by name and birth date too.',
                },
              ]
            : [],
        ),
  schema: ifThen(hasItem('questions', itemWith({ kind: 'feed' })), {
    anyOf: [
      hasItem('questions', itemWith({ kind: 'by-identifier' })),
      hasItem('questions', itemWith({ kind: 'by-name-and-birth-date' })),
    ],
  }),
}

const exportRule: TermRule = {
  rule: 'exportable-not-visible',
  find: terms =>
    terms.classes.flatMap((each, index) =>
      each.exportable && !each.visible
        ? [{ pointer: `/classes/${index}/exportable`, say: 'What is not visible cannot be exported.' }]
        : [],
    ),
  schema: { not: hasItem('classes', itemWith({ visible: false, exportable: true })) },
}

const visibleRule: TermRule = {
  rule: 'nothing-visible',
  find: terms =>
    terms.classes.some(each => each.visible)
      ? []
      : [{ pointer: '/classes', say: 'At least one class of fields needs to be visible, or every answer is empty.' }],
  schema: hasItem('classes', itemWith({ visible: true })),
}

const caseRule: TermRule = {
  rule: 'case-never-found-here',
  find: terms =>
    terms.purposes.flatMap((each, index) =>
      each.cites === 'case' && each.suffices === 'found-here'
        ? [
            {
              pointer: `/purposes/${index}/suffices`,
              say: "A partner's own case number is in no record here: let it be registered beforehand, or leave it unverified.",
            },
          ]
        : [],
    ),
  schema: { not: hasItem('purposes', itemWith({ cites: 'case', suffices: 'found-here' })) },
}

const uncitedRule: TermRule = {
  rule: 'nothing-cited-to-test',
  find: terms =>
    terms.purposes.flatMap((each, index) =>
      each.cites === 'none' && each.suffices !== 'unverified'
        ? [
            {
              pointer: `/purposes/${index}/suffices`,
              say: 'A purpose that cites nothing has nothing to test: say what it must cite, or that it is unverified.',
            },
          ]
        : [],
    ),
  schema: {
    allOf: ['found-here', 'registered'].map(suffices => ({
      not: hasItem('purposes', itemWith({ cites: 'none', suffices })),
    })),
  },
}

const datesRule: TermRule = {
  rule: 'dates-in-order',
  find: terms =>
    terms.startsOn <= terms.endsOn
      ? []
      : [{ pointer: '/endsOn', say: 'The last day needs to be on or after the first.' }],
  schema: undefined,
}

export const termRules: readonly TermRule[] = [
  ...onceRules,
  caseRule,
  uncitedRule,
  filterRule,
  possibleRule,
  feedRule,
  visibleRule,
  exportRule,
  datesRule,
]
