import { expect, test } from 'vitest'
import { pairOf } from './version-pair.ts'

test('the newest version is compared with the one before it', () => {
  expect(pairOf([3, 1, 2], {})).toEqual({ older: 2, newer: 3 })
})
test('versions that were asked for are compared, in either direction', () => {
  expect(pairOf([1, 2, 3], { older: 1, newer: 2 })).toEqual({ older: 1, newer: 2 })
  expect(pairOf([1, 2, 3], { older: 3, newer: 1 })).toEqual({ older: 3, newer: 1 })
})
test('a version that does not exist is not asked for', () => {
  expect(pairOf([1, 2], { older: 9 })).toEqual({ older: 1, newer: 2 })
})
test('one version has none to be compared with', () => {
  expect(pairOf([1], {})).toBeUndefined()
  expect(pairOf([], {})).toBeUndefined()
})
