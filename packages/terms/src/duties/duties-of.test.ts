import type { PlainDate } from '@pars/domain'
import { describe, expect, test } from 'vitest'
import type { ObligationTerm, Terms } from '../terms.ts'
import { dutiesAtEnd, dutiesOf } from './duties-of.ts'

const day = (text: string) => text as PlainDate
const owing = (obligations: ObligationTerm[], startsOn = '2017-09-01', endsOn = '2018-08-31') =>
  ({ obligations, startsOn, endsOn }) as Terms
const audit = (every: ObligationTerm['every'], dueDays = 30): ObligationTerm => ({
  code: 'self-audit',
  every,
  dueDays,
  suspends: true,
})
const adopted = (terms: Terms) => dutiesOf(terms, { periodsFrom: terms.startsOn, amends: null })

describe('duties with their dates', () => {
  test('a quarterly duty arises with each quarter of the agreement and is due its days later', () => {
    expect(adopted(owing([audit('quarter')])).map(({ arisesOn, dueOn }) => [arisesOn, dueOn])).toEqual([
      ['2017-11-30', '2017-12-30'],
      ['2018-02-28', '2018-03-30'],
      ['2018-05-31', '2018-06-30'],
      ['2018-08-31', '2018-09-30'],
    ])
  })

  test('months keep their day where there is one, and take the last where there is none', () => {
    const ends = adopted(owing([audit('month', 0)], '2018-01-31', '2018-05-30')).map(({ arisesOn }) => arisesOn)
    expect(ends).toEqual(['2018-02-27', '2018-03-30', '2018-04-29', '2018-05-30'])
  })

  test('the last period is cut short by the end, and owes no less', () => {
    const ends = adopted(owing([audit('year', 60)], '2017-09-01', '2017-12-31'))
    expect(ends).toMatchObject([{ arisesOn: '2017-12-31', dueOn: '2018-03-01' }])
  })

  test('an amendment keeps the periods of what it amends, and what was owed once is not owed again', () => {
    const training: ObligationTerm = { code: 'training', every: 'once', dueDays: 60, suspends: false }
    const first = owing([audit('quarter'), training])
    const amended = owing([audit('quarter'), training], '2018-01-15', '2018-08-31')
    expect(adopted(first).filter(({ code }) => code === 'training')).toMatchObject([{ dueOn: '2017-10-31' }])
    const duties = dutiesOf(amended, { periodsFrom: first.startsOn, amends: first })
    expect(duties.map(({ code, arisesOn }) => [code, arisesOn])).toEqual([
      ['self-audit', '2018-02-28'],
      ['self-audit', '2018-05-31'],
      ['self-audit', '2018-08-31'],
    ])
  })

  test('what is due at the end or on an event waits for it', () => {
    const end: ObligationTerm = { code: 'destruction-certificate', every: 'at-end', dueDays: 60, suspends: false }
    const event: ObligationTerm = { code: 'incident-notice', every: 'on-event', dueDays: 3, suspends: false }
    expect(adopted(owing([end, event]))).toEqual([])
    expect(dutiesAtEnd(owing([end, event]), day('2018-07-04'))).toEqual([
      { code: 'destruction-certificate', arisesOn: '2018-07-04', dueOn: '2018-09-02', suspends: false },
    ])
  })
})
