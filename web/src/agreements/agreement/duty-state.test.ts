import { stateOfDuty } from '@pars/domain'
import { describe, expect, test } from 'vitest'
import { type Duty, daysBetween, sortDuties } from './duty-state.ts'

const duty = (dueOn: string, fulfilledAt: string | null, missedAt: string | null): Duty => ({
  obligationId: `obl_${dueOn}`,
  version: 1,
  code: 'self-audit',
  arisesOn: dueOn as Duty['arisesOn'],
  dueOn: dueOn as Duty['dueOn'],
  suspends: true,
  fulfilledAt: fulfilledAt as Duty['fulfilledAt'],
  evidence: null,
  missedAt: missedAt as Duty['missedAt'],
})
const day = '2018-07-27T12:00:00.000Z'

describe('a duty', () => {
  test.each([
    [duty('2018-07-27', day, null), 'met'],
    [duty('2018-07-27', day, day), 'met-late'],
    [duty('2018-07-27', null, day), 'missed'],
    [duty('2018-07-27', null, null), 'open'],
  ] as const)('%# is %s', (given, state) => {
    expect(stateOfDuty(given)).toBe(state)
  })
  test('is listed late first, then to come by date, then met from the newest on', () => {
    const duties = [
      duty('2018-01-30', day, null),
      duty('2018-09-30', null, null),
      duty('2018-04-30', null, day),
      duty('2018-08-10', null, null),
      duty('2018-03-10', day, null),
    ]
    expect(sortDuties(duties).map(({ dueOn }) => dueOn)).toEqual([
      '2018-04-30',
      '2018-08-10',
      '2018-09-30',
      '2018-03-10',
      '2018-01-30',
    ])
  })
  test('days are counted by the calendar, over a change of the clocks too', () => {
    expect(daysBetween('2018-03-10', '2018-03-12')).toBe(2)
    expect(daysBetween('2018-07-27', '2018-07-27')).toBe(0)
  })
})
