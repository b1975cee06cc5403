import { afterEach, describe, expect, test } from 'vitest'
import { findDone, leaveDone, showDone } from './done.ts'

const filed = { words: 'Complaint filed.', receipt: null }
afterEach(() => showDone(undefined))

describe('what was just recorded', () => {
  test('goes along to the screen that its own act leads to', () => {
    showDone(filed, 1_000)
    leaveDone(1_400)
    expect(findDone()).toBe(filed)
  })
  test('is left behind when somebody goes on later', () => {
    showDone(filed, 1_000)
    leaveDone(9_000)
    expect(findDone()).toBeUndefined()
  })
})
