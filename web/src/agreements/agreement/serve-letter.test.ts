import { expect, test } from 'vitest'
import { blankLetter, type LetterForm, readLetter } from './serve-letter.ts'

const typed = (change: Partial<LetterForm> = {}): LetterForm => ({
  ...blankLetter,
  kind: 'request',
  recipient: ' Field office director ',
  subject: 'Use of the record',
  body: 'How does your unit review its own inquiries?',
  ...change,
})

test('what is missing is named field by field', () => {
  expect(readLetter(blankLetter).errors.map(({ pointer }) => pointer)).toEqual([
    '/kind',
    '/recipient',
    '/subject',
    '/body',
  ])
})
test('a reply is due at five in the afternoon of the typed day', () => {
  expect(readLetter(typed({ dueOn: '7/20/2018' })).body).toMatchObject({
    recipient: 'Field office director',
    replyDueAt: '2018-07-20T21:00:00.000Z',
    repliesTo: null,
  })
})
test('a day that does not exist is no day', () => {
  const { body, errors } = readLetter(typed({ dueOn: '2/30/2018' }))
  expect(body).toBeUndefined()
  expect(errors.map(({ pointer }) => pointer)).toEqual(['/replyDueAt'])
})
test('no reply needs to be asked for', () => {
  expect(readLetter(typed()).body?.replyDueAt).toBeNull()
})
