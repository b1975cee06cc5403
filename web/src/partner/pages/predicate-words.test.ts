import { expect, test } from 'vitest'
import { wordsOfPredicate } from './predicate-words.ts'

test.each([
  ['by-identifier', { identifier: 'otn', value: 'N1234567' }, 'otn N1234567'],
  ['by-name-and-birth-date', { last: 'Larch', first: null, bornOn: '1990-02-03' }, 'Larch, 02/03/1990'],
  [
    'by-attribute',
    { attribute: 'birth-country', value: 'abroad', since: '2018-07-01T04:00:00.000Z' },
    'birth-country: abroad, since 2018-07-01',
  ],
  ['recent', { hours: 24 }, '24 h'],
  ['recent', {}, ''],
  ['feed', { cursor: 'x' }, ''],
  ['page', {}, ''],
] as const)('%s %j reads "%s"', (question, predicate, words) => {
  expect(wordsOfPredicate({ question, predicate })).toBe(words)
})
