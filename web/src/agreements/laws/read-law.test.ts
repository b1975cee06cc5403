import { expect, test } from 'vitest'
import { bindsOn, blankLaw, readLaw } from './read-law.ts'

test('everything that is missing is named at once', () => {
  expect(readLaw(blankLaw).errors.map(({ pointer }) => pointer)).toEqual([
    '/citation',
    '/text',
    '/binds',
    '/effectiveFrom',
  ])
})
test('a law may have no end, but no day that does not exist', () => {
  const law = { ...blankLaw, citation: 'Made-up Code § 1', text: 'No.', binds: ['police' as const], from: '2026-07-01' }
  expect(readLaw(law).body).toMatchObject({ effectiveFrom: '2026-07-01', effectiveTo: null })
  expect(readLaw({ ...law, to: '2026-02-30' }).errors.map(({ pointer }) => pointer)).toEqual(['/effectiveTo'])
})
test('a law binds from its first day on and no more on the day it ends', () => {
  const law = { effectiveFrom: '2026-07-01', effectiveTo: '2026-09-01' }
  expect(['2026-06-30', '2026-07-01', '2026-08-31', '2026-09-01'].map(day => bindsOn(law, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(bindsOn({ ...law, effectiveTo: null }, '2099-01-01')).toBe(true)
})
