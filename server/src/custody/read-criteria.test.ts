import { parseInstant } from '@pars/domain'
import { expect, test } from 'vitest'
import { readCriteria, type TypedCriteria } from './read-criteria.ts'

const now = parseInstant('2026-11-22T03:12:00-05:00') ?? expect.unreachable()
const nothing: TypedCriteria = {
  lastName: undefined,
  firstName: undefined,
  otn: undefined,
  dcNumber: undefined,
  docketNumber: undefined,
  policeNumber: undefined,
  intakeNumber: undefined,
}
const read = (typed: Partial<TypedCriteria>) => readCriteria({ ...nothing, ...typed }, now)

test('a search without a criterion is too wide', () => {
  expect(read({})).toMatchObject({ kind: 'refused', reason: 'search-too-wide' })
  expect(read({ lastName: '  ' })).toMatchObject({ kind: 'refused', reason: 'search-too-wide' })
})

test('a first name alone is too wide', () => {
  expect(read({ firstName: 'Marisol' })).toMatchObject({ kind: 'refused', reason: 'search-too-wide', at: 'lastName' })
})

test('names of one letter and names with apostrophes are names', () => {
  expect(read({ lastName: 'O' })).toEqual({ kind: 'read', criteria: { lastName: 'O' } })
  expect(read({ lastName: "O'Neill", firstName: 'Zoë' })).toEqual({
    kind: 'read',
    criteria: { lastName: "O'Neill", firstName: 'Zoë' },
  })
})

test('numbers are read as people write them and asked as they are stored', () => {
  expect(read({ otn: 'q333333-0' })).toEqual({ kind: 'read', criteria: { otn: 'Q3333330' } })
  expect(read({ dcNumber: '26-25-000123' })).toEqual({ kind: 'read', criteria: { dcNumber: '202625000123' } })
  expect(read({ docketNumber: ' mc-51-cr-0000001-2026' })).toEqual({
    kind: 'read',
    criteria: { docketNumber: 'MC-51-CR-0000001-2026' },
  })
})

test('a number that can be none is said so, at its field', () => {
  expect(read({ otn: '12' })).toMatchObject({ kind: 'refused', reason: 'criterion-shape', at: 'otn' })
  expect(read({ policeNumber: 'PP-1' })).toMatchObject({
    kind: 'refused',
    reason: 'criterion-shape',
    at: 'policeNumber',
  })
})

test('text that hides something is refused before it is searched or journaled', () => {
  expect(read({ lastName: 'Quill\u0000' })).toMatchObject({ kind: 'refused', reason: 'text-nul', at: 'lastName' })
  expect(read({ lastName: 'Quill\u202e' })).toMatchObject({ kind: 'refused', reason: 'text-bidi-control' })
})
