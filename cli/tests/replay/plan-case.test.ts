import { ageOn, cityDateOf, type Instant, parsePlainDate, weekdayOf } from '@pars/domain'
import { describe, expect, test } from 'vitest'
import { createChargeTable } from '../../src/replay/match-charge.ts'
import { planCase } from '../../src/replay/plan-case.ts'
import { docketNumberOf, planArraignment } from '../../src/replay/plan-court.ts'
import type { CaseRead } from '../../src/replay/read-case.ts'
import { aCase } from './rows.ts'

const charge = { statute: '18 § 2701 §§ A', description: 'Simple Assault' }
const cityHour = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', hour: 'numeric', hourCycle: 'h23' })
const everyHour = Array.from({ length: 7 * 24 }, (_, index) => ({ weekday: Math.floor(index / 24), hour: index % 24 }))
const reportOf = (read: CaseRead, key = 'k-1') => planCase(read, key).report(charge)

describe('the arraignment', () => {
  test('is held on the weekday and in the hour of the row, in a session that began before it, after the arrest', () => {
    for (const { weekday, hour } of everyHour) {
      const { times } = planCase({ ...aCase(), weekday, hour }, `k-${weekday}-${hour}`)
      const heldAt = times.heldAt as Instant
      expect(weekdayOf(cityDateOf(heldAt))).toBe((weekday + 1) % 7)
      expect(Number(cityHour.format(new Date(heldAt)))).toBe(hour)
      expect(times.sessionStartsAt <= heldAt).toBe(true)
      expect(times.arrestedAt < times.verifiedAt && times.verifiedAt < heldAt && heldAt < times.nextAt).toBe(true)
      expect(cityDateOf(times.arrestedAt as Instant)).toBe(times.arrestedOn)
    }
  })

  test('of all cases of one person at one weekday and hour is on one day after one arrest; on other days it may be any', () => {
    const days = new Set(['a-1', 'b-1'].map(key => planCase(aCase(), key).times.arrestedAt))
    expect(days.size).toBe(1)
    const others = [...'123456789'].map(person => planCase({ ...aCase(), person }, 'a-1').times.date)
    expect(new Set(others).size).toBeGreaterThan(2)
  })

  test('ticks what Rule 540 demands of the case: counsel where there is one, the parents where they were notified', () => {
    const ticked = (read: CaseRead) => planArraignment(planCase(read, 'k-1')).checklist
    expect(ticked(aCase())).toContain('counsel-consulted')
    expect(ticked(aCase({ counsel: 'none recorded' }))).not.toContain('counsel-consulted')
    expect(ticked(aCase({ age_band: '0-17' }))).toContain('parents-notified')
  })
})

describe('the person', () => {
  test('with a number is the same in each case, and another number is another person', () => {
    const [one, again, other] = [
      reportOf(aCase(), 'a-1'),
      reportOf(aCase({ filed_hour: '9', bail_amount_usd: '1' }), 'b-1'),
      reportOf(aCase({ person: 'P0002' }), 'a-1'),
    ].map(report => report.person)
    expect(again).toEqual(one)
    expect(other?.policeNumber).not.toBe(one?.policeNumber)
  })

  test('without a number is a person of its own in each case', () => {
    expect(reportOf(aCase({ person: 'unknown' })).person.policeNumber).toBeNull()
  })

  test('is as old at the offense as the row says, whatever the day', () => {
    const bands = [
      ['18-20', 18, 20],
      ['21-25', 21, 25],
      ['61-120', 61, 90],
      ['0-17', 15, 17],
      ['16', 16, 16],
      ['16-20', 18, 20],
    ] as const
    for (const [age_band, from, to] of bands)
      for (let person = 1; person <= 60; person += 1) {
        const { weekday, hour } = everyHour[(person * 7) % everyHour.length] ?? { weekday: 0, hour: 0 }
        const report = reportOf({ ...aCase({ age_band, person: `P${person}` }), weekday, hour })
        const bornOn = parsePlainDate(report.person.bornOn ?? '')
        const offenseOn = parsePlainDate(report.charges[0]?.offenseOn ?? '')
        if (!bornOn || !offenseOn) throw new Error('a date is missing')
        const age = ageOn(bornOn, offenseOn)
        expect(age).toBeGreaterThanOrEqual(from)
        expect(age).toBeLessThanOrEqual(to)
        expect(report.directFile === null).toBe(age >= 18)
      }
  })

  test('whose age the file does not know has no birth date', () => {
    expect(reportOf(aCase({ age_band: 'invalid' })).person.bornOn).toBeNull()
  })
})

test('the same row and key make the same plan, byte for byte', () => {
  expect(JSON.stringify(reportOf(aCase()))).toBe(JSON.stringify(reportOf(aCase())))
})

test('docket numbers have the shape of the court, and each try has another', () => {
  expect(docketNumberOf('k-1', 1)).toMatch(/^MC-51-CR-\d{7}-2020$/)
  expect(docketNumberOf('k-1', 2)).not.toBe(docketNumberOf('k-1', 1))
})

describe('a charge of the file', () => {
  const table = createChargeTable([
    { statute: '18 § 2701 §§ A1', description: 'Simple Assault' },
    charge,
    { statute: '18 § 2706 §§ A1', description: 'Terroristic Threats W/Int To Terrorize Another' },
  ])
  test('is found whatever punctuation it has lost', () => {
    expect(table('terroristic threats w int to terrorize another')[0]).toEqual({
      statute: '18 § 2706 §§ A1',
      description: 'Terroristic Threats W/Int To Terrorize Another',
    })
  })
  test('of several statutes is cited by the most general, and flagged', () => {
    expect(table('simple assault')[0]).toEqual({ ...charge, flag: 'charge-in-several-statutes' })
  })
  test('that no table holds is cited as courts cite it, keeps its words, and is flagged', () => {
    expect(table('other (rare charge)')).toEqual([
      { statute: '0 § 0 §§ 0', description: 'other (rare charge)', flag: 'charge-not-in-table' },
    ])
  })
})
