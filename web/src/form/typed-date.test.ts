import { describe, expect, it } from 'vitest'
import { formatTypedDate, parseTypedDate } from './typed-date.ts'

describe('a typed date', () => {
  it.each([
    ['11/22/2026', '2026-11-22'],
    ['1/5/2026', '2026-01-05'],
    ['01-05-2026', '2026-01-05'],
    ['11222026', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    [' 2.29.2024 ', '2024-02-29'],
  ])('%s is %s', (typed, date) => expect(parseTypedDate(typed)).toBe(date))
  it.each(['', '11/22/26', '22/11/2026', '2/29/2026', '02302026', '11/22', 'yesterday', '11/22/20266'])(
    '%j is no date: nothing is guessed and nothing rolls over',
    typed => expect(parseTypedDate(typed)).toBeUndefined(),
  )
  it('comes back into its field as it reads on paper', () => {
    expect(formatTypedDate('2026-01-05')).toBe('01/05/2026')
    expect(parseTypedDate(formatTypedDate('1961-12-31'))).toBe('1961-12-31')
  })
})
