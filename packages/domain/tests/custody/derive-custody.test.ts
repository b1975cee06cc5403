import { describe, expect, test } from 'vitest'
import {
  type AlarmRow,
  addHours,
  alarmsOf,
  type CustodyFacts,
  type CustodyStage,
  type DocketFacts,
  deriveCustody,
  isFinal,
  stageOfDocket,
} from '../../src/index.ts'
import { accountId, aDeparture, alarmRows, at, charged, custodyFacts, day, docketAt, now } from '../examples.ts'

const read = (facts: CustodyFacts, when = now) => deriveCustody(facts, alarmRows(), when)
const arrestedAt = custodyFacts().arrestedAt

describe('the stage of one docket', () => {
  const cases: [DocketFacts, string, boolean][] = [
    [docketAt.made(), 'complaint-made', false],
    [docketAt.filed(), 'complaint-filed', false],
    [docketAt.listed(), 'listed', false],
    [docketAt.notProduced(), 'not-produced', false],
    [docketAt.arraigned(), 'arraigned', false],
    [docketAt.discharged(), 'discharged', true],
    [docketAt.ordered({}), 'bail-set', true],
    [docketAt.ordered({ kind: 'refused-bail', types: [] }), 'bail-refused', true],
  ]
  test.each(cases)('%#: follows from its facts', (docket, stage, final) => {
    expect(stageOfDocket(docket).stage).toBe(stage)
    expect(isFinal(docket)).toBe(final)
  })
})

describe('the stage of an arrest', () => {
  const taken = { at: at('2026-01-06T00:10:00-05:00'), by: accountId(7) }
  const cases: [string, CustodyFacts, CustodyStage][] = [
    ['unsent', custodyFacts({ sentAt: null }), 'draft'],
    ['sent', custodyFacts(), 'sent-to-charging'],
    ['taken', custodyFacts({ charging: { taken, sentBackAt: null, decidedAt: null } }), 'charging-taken'],
    ['sent back', custodyFacts({ charging: { taken, sentBackAt: now, decidedAt: null } }), 'sent-back'],
    ['decided with charges, no complaint yet', charged([], { chargesWithoutComplaint: 1 }), 'charged'],
    ['decided without charges', charged([], { charges: [] }), 'declined'],
    [
      'one complaint made, a charge still in none',
      charged([docketAt.filed()], { chargesWithoutComplaint: 1 }),
      'charged',
    ],
    ['the hindmost docket while any is undecided', charged([docketAt.ordered({}), docketAt.listed()]), 'listed'],
    [
      'the gravest docket once all are decided',
      charged([docketAt.discharged(), docketAt.ordered({ kind: 'refused-bail', types: [] }), docketAt.ordered({})]),
      'bail-refused',
    ],
    ['leaving, before the case', charged([docketAt.ordered({})], { departure: aDeparture() }), 'departure-proposed'],
  ]
  test.each(cases)('%s', (_, facts, stage) => {
    expect(read(facts).stage).toBe(stage)
  })
})

describe('B19', () => {
  test('B19: after an arrest on sight 48 hours run until probable cause is found, and below zero when nobody did', () => {
    expect(read(custodyFacts(), arrestedAt).probableCauseHoursLeft).toBe(48)
    expect(read(custodyFacts(), addHours(arrestedAt, 50)).probableCauseHoursLeft).toBe(-2)
    expect(read(custodyFacts({ basis: 'warrant' })).probableCauseHoursLeft).toBeNull()
    expect(read(charged([docketAt.arraigned()])).probableCauseHoursLeft).toBeNull()
  })

  test('B19: the alarm at 48 hours goes off at the hour itself, and not a moment before', () => {
    const passedAt = (hours: number) =>
      read(custodyFacts(), addHours(arrestedAt, hours)).alarmsPassed.some(
        alarm => alarm.clock === 'probable-cause' && alarm.hours === 48,
      )
    expect(passedAt(47.999)).toBe(false)
    expect(passedAt(48)).toBe(true)
  })

  test('B19: a finding against probable cause ends them only when nothing else is left to hold the person on', () => {
    const left = (dockets: DocketFacts[], change: Partial<CustodyFacts> = {}) =>
      read(charged(dockets, change)).probableCauseHoursLeft
    expect(left([docketAt.discharged()])).toBeNull()
    expect(left([docketAt.discharged(), docketAt.listed()])).not.toBeNull()
    expect(left([docketAt.discharged()], { chargesWithoutComplaint: 1 })).not.toBeNull()
    expect(left([docketAt.discharged(), docketAt.arraigned()])).toBeNull()
    expect(left([docketAt.discharged(), docketAt.discharged()])).toBeNull()
  })
})

describe('B39', () => {
  const row = (hours: number, validFrom: string, validTo: string | null = null): AlarmRow => ({
    clock: 'custody',
    hours,
    validFrom: day(validFrom),
    validTo: validTo === null ? null : day(validTo),
  })
  const hoursOf = (facts: CustodyFacts, rows: AlarmRow[], when: typeof now) =>
    alarmsOf(facts, rows, when).passed.map(({ hours }) => hours)

  test('B39: an alarm goes off at the hours in force on the day of the arrest, whatever is in force since', () => {
    const rows = [row(20, '2000-01-01', '2026-01-06'), row(16, '2026-01-06')]
    expect(hoursOf(custodyFacts(), rows, addHours(arrestedAt, 30))).toEqual([20])
    expect(
      hoursOf(custodyFacts({ arrestedAt: at('2026-01-06T01:00:00-05:00') }), rows, addHours(arrestedAt, 30)),
    ).toEqual([16])
  })

  test('B39: a correction to a day with other hours takes back no alarm that went off', () => {
    const rows = [row(2, '2000-01-01', '2026-01-06'), row(8, '2026-01-06')]
    const corrected = custodyFacts({
      arrestedAt: at('2026-01-06T00:10:00-05:00'),
      earlierVersions: [{ arrestedAt, basis: 'sight', replacedAt: now }],
    })
    expect(hoursOf(corrected, rows, now)).toEqual([2])
  })

  test('B39: two rows of the same hour, in force one after the other, are one alarm', () => {
    const rows = [row(2, '2000-01-01', '2026-01-06'), row(2, '2026-01-06')]
    const corrected = custodyFacts({
      arrestedAt: at('2026-01-06T00:10:00-05:00'),
      earlierVersions: [{ arrestedAt, basis: 'sight', replacedAt: now }],
    })
    expect(hoursOf(corrected, rows, now)).toEqual([2])
    expect(alarmsOf(corrected, rows, at('2026-01-06T01:00:00-05:00')).next).toBeNull()
  })
})

describe('B28', () => {
  test('B28: the clock runs through proposal and confirmation, and stops when somebody acknowledges that the person left', () => {
    const leftAt = at('2026-01-06T03:00:00-05:00')
    const departure = aDeparture({ confirmedAt: at('2026-01-06T02:50:00-05:00'), confirmedBy: accountId(2) })
    const free = charged([docketAt.ordered({})])
    expect(read({ ...free, departure })).toMatchObject({ stoppedAt: null, onBoard: true })
    const gone = read({ ...free, departure: { ...departure, leftAt } }, addHours(now, 100))
    expect(gone).toMatchObject({ stage: 'released', stoppedAt: leftAt, onBoard: false })
    expect(gone.hoursHeld).toBeCloseTo(4 + 20 / 60, 9)
  })
})
