import { expect, test } from 'vitest'
import { isProblem } from './is-problem.ts'
import { problem } from './problem.ts'

const whole = { type: 'about:blank', title: 'No', status: 409, detail: 'Because.', reason: 'already-sent' }

test('what the schema takes as a problem, the browser takes as a problem', () => {
  expect(isProblem(whole)).toBe(true)
  expect(problem.safeParse(whole).success).toBe(true)
})

test.each(['type', 'title', 'status', 'detail', 'reason'])('without %s it is no problem', key => {
  const { [key as 'type']: _, ...rest } = whole
  expect(isProblem(rest)).toBe(false)
  expect(problem.safeParse(rest).success).toBe(false)
})

test('neither nothing nor text is a problem', () => {
  for (const body of [null, undefined, 'Not Found', 404]) expect(isProblem(body)).toBe(false)
})
