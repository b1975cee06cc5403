import type { AnswerOf, listHistory } from '@pars/contract'
import { formatPlainDate } from '../../format.ts'

export type HistoryLine = AnswerOf<typeof listHistory>['lines'][number]

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/** What an inquiry asked by, in one line: the values as they were asked, in the order of the question. */
export const wordsOfPredicate = ({ question, predicate }: Pick<HistoryLine, 'question' | 'predicate'>): string => {
  const of = (name: string): string => textOf(predicate[name])
  switch (question) {
    case 'by-identifier':
      return `${of('identifier')} ${of('value')}`.trim()
    case 'by-name-and-birth-date':
      return [of('last'), of('first'), formatPlainDate(of('bornOn'))].filter(Boolean).join(', ')
    case 'by-incident':
      return of('incident')
    case 'by-attribute':
      return [`${of('attribute')}: ${of('value')}`, of('since') && `since ${of('since').slice(0, 10)}`]
        .filter(Boolean)
        .join(', ')
    case 'recent':
      return of('hours') === '' ? '' : `${of('hours')} h`
    default:
      return ''
  }
}
