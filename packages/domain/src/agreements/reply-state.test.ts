import { describe, expect, test } from 'vitest'
import { type LetterFacts, replyStateOf } from './reply-state.ts'

const letter = (noticeId: string, servedAt: string, more: Partial<LetterFacts> = {}): LetterFacts => ({
  noticeId,
  servedAt,
  replyDueAt: null,
  repliesTo: null,
  ...more,
})
const asked = letter('ntc_1', '2018-07-05T14:00:00.000Z', { replyDueAt: '2018-07-20T21:00:00.000Z' })
const reply = (servedAt: string) => letter('ntc_2', servedAt, { repliesTo: 'ntc_1' })
const before = Date.parse('2018-07-10T12:00:00.000Z')
const after = Date.parse('2018-07-21T12:00:00.000Z')

describe('the reply that a letter asks for', () => {
  test('waits until its date', () => {
    expect(replyStateOf(asked, [asked], before)).toEqual({ kind: 'waits', due: asked.replyDueAt })
  })
  test('is not on file by that day, for either side', () => {
    expect(replyStateOf(asked, [asked], after)).toEqual({ kind: 'no-reply', by: 'July 20, 2018' })
  })
  test('was given in time', () => {
    const answer = reply('2018-07-18T12:00:00.000Z')
    expect(replyStateOf(asked, [asked, answer], after)).toEqual({ kind: 'replied', at: answer.servedAt })
  })
  test('was given late: both facts stay', () => {
    const answer = reply('2018-07-26T12:00:00.000Z')
    expect(replyStateOf(asked, [answer, asked], after)).toEqual({
      kind: 'replied-late',
      at: answer.servedAt,
      by: 'July 20, 2018',
    })
  })
  test('is judged by the first answer, not by a later one', () => {
    const answers = [reply('2018-07-26T12:00:00.000Z'), reply('2018-07-18T12:00:00.000Z')]
    expect(replyStateOf(asked, [asked, ...answers], after).kind).toBe('replied')
  })
  test('none was asked', () => {
    expect(replyStateOf(letter('ntc_3', asked.servedAt), [asked], after)).toEqual({ kind: 'none-asked' })
  })
})
