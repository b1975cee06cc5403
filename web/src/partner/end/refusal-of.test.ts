import type { Problem } from '@pars/contract'
import { expect, test } from 'vitest'
import { isEnd, isSignedOut } from './refusal-of.ts'

const problem = (status: number, term?: string): Problem => ({
  type: 'about:blank',
  title: '',
  status,
  detail: '',
  reason: term ?? 'fault',
  ...(term === undefined ? {} : { term }),
})

test.each([
  'agreement-ended',
  'agreement-terminated',
  'agreement-suspended',
  'agreement-emergency-stopped',
  'agreement-obligation-overdue',
])('%s makes the screen go dark', term => {
  expect(isEnd(problem(403, term))).toBe(true)
})
test.each([
  'question-not-granted',
  'unit-day-quota',
  'agreement-not-begun',
  'agreement-superseded',
  'agreement-unconfirmed',
])('%s refuses one question and no more', term => {
  expect(isEnd(problem(403, term))).toBe(false)
})
test('a fault, a lost connection or a missing sign-in is no end of an agreement', () => {
  expect([problem(500), problem(0), problem(401), undefined].map(isEnd)).toEqual([false, false, false, false])
  expect(isSignedOut(problem(401))).toBe(true)
  expect(isSignedOut(problem(403, 'agreement-ended'))).toBe(false)
})
