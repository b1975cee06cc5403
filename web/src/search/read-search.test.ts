import type { PlainDate } from '@pars/domain'
import { expect, test } from 'vitest'
import { blankSearch, readSearch, type SearchForm } from './read-search.ts'

const today = '2026-11-24' as PlainDate
const read = (change: Partial<SearchForm>) => readSearch({ ...blankSearch('own-duty'), ...change }, today)
const pointersOf = (change: Partial<SearchForm>) => {
  const given = read(change)
  return given.kind === 'unread' ? given.errors.map(each => each.pointer) : []
}

test('a search needs a last name or a number; a first name alone is too wide', () => {
  expect(pointersOf({})).toEqual(['/lastName'])
  expect(pointersOf({ firstName: 'Marisol' })).toEqual(['/lastName'])
  expect(pointersOf({ lastName: 'Quill' })).toEqual([])
  expect(pointersOf({ policeNumber: '1234567' })).toEqual([])
})

test('names are sent as typed, only trimmed; empty fields are not sent', () => {
  expect(read({ lastName: ' O’Neil-Ng ' })).toEqual({
    kind: 'search',
    query: { lastName: 'O’Neil-Ng', firstName: undefined, purpose: 'own-duty' },
  })
})

test('numbers are sent in the form in which they are stored', () => {
  expect(read({ otn: 'q 333333-0', dcNumber: '26 25 000123', docketNumber: 'mc-51-cr-0000001-2026' })).toMatchObject({
    query: { otn: 'Q3333330', dcNumber: '202625000123', docketNumber: 'MC-51-CR-0000001-2026' },
  })
})

test('a number of the wrong shape is said beside its field, each one', () => {
  expect(pointersOf({ otn: '12', dcNumber: 'x', docketNumber: 'CR-1', policeNumber: '12345678' })).toEqual([
    '/otn',
    '/dcNumber',
    '/docketNumber',
    '/policeNumber',
  ])
})

test('an intake number is sent as typed, only trimmed', () => {
  expect(read({ intakeNumber: ' BOOK-2026-17 ' })).toMatchObject({ query: { intakeNumber: 'BOOK-2026-17' } })
  expect(pointersOf({ intakeNumber: 'x'.repeat(101) })).toEqual(['/intakeNumber'])
})

test('somebody who searches for another says for whom', () => {
  expect(pointersOf({ lastName: 'Quill', isForOther: true })).toEqual(['/forWhom'])
  expect(read({ lastName: 'Quill', isForOther: true, forWhom: 'Det. Farrow' })).toMatchObject({
    query: { forWhom: 'Det. Farrow' },
  })
  expect(read({ lastName: 'Quill', isForOther: false, forWhom: 'left over' })).not.toHaveProperty('query.forWhom')
})
