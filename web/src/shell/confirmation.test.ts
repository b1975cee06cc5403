import { expect, test } from 'vitest'
import { type LogStatus, sayConfirmation } from './confirmation.ts'

type Cosigner = LogStatus['cosigners'][number]
const cosigner = (seat: Cosigner['seat'], secondsAgo: number | null, change: Partial<Cosigner> = {}): Cosigner => ({
  seat,
  name: `log/${seat}`,
  vkey: '',
  size: 48_112,
  secondsAgo,
  trouble: null,
  troubleForSeconds: null,
  ...change,
})
const status = (ages: readonly (number | null)[], change: Partial<LogStatus> = {}): LogStatus => ({
  size: 48_112,
  confirmed: { size: 48_112, secondsAgo: 3 },
  needed: 2,
  cosigners: (['police', 'prosecutor', 'court'] as const)
    .slice(0, ages.length)
    .map((seat, index) => cosigner(seat, ages[index] ?? null)),
  outages: [],
  trouble: null,
  ...change,
})
const said = (given: LogStatus, elapsed = 0) => sayConfirmation(given, elapsed).sentences.join(' ')

test('all three confirm: one sentence, and the seconds go on while nobody asks again', () => {
  expect(said(status([3, 3, 4]))).toBe('Log complete; 3 of 3 agencies confirmed it 3 seconds ago.')
  expect(said(status([3, 3, 4]), 7)).toBe('Log complete; 3 of 3 agencies confirmed it 10 seconds ago.')
  expect(sayConfirmation(status([3, 3, 4]), 0).isWell).toBe(true)
})

test('one is silent: two of three confirm it, and whose outage it is', () => {
  const one = sayConfirmation(status([3, 780, 4]), 0)
  expect(one.isWell).toBe(false)
  expect(one.sentences).toEqual([
    'Log complete; 2 of 3 agencies confirmed it 3 seconds ago.',
    'The District Attorney has not confirmed it for 13 minutes.',
  ])
})

test('two are silent: the log is not confirmed, for how long, by whom, and that intake goes on', () => {
  const confirmed = { size: 48_000, secondsAgo: 900 }
  expect(said(status([900, 3, 960], { confirmed }))).toBe(
    'Two of the three agencies have not confirmed the log for 15 minutes. What is entered is recorded all the same. ' +
      'Police and the Courts have not confirmed it for 16 minutes.',
  )
})

test('nobody has confirmed yet, nobody was appointed, and nothing is signed are three different things', () => {
  expect(said(status([null, null, null], { confirmed: null }))).toMatch(
    /^Two of the three agencies have not confirmed the log yet/,
  )
  expect(said(status([], { confirmed: null }))).toBe('48,112 entries in the log; no agency confirms it yet.')
  expect(said(status([3, 3, 3], { trouble: 'the database is behind' }))).toContain('The log is not being signed')
})
