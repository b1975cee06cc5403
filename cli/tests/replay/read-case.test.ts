import { isRefused } from '@pars/domain'
import { describe, expect, test } from 'vitest'
import { type CaseColumn, readCase } from '../../src/replay/read-case.ts'
import { type CaseFlag, caseReasons } from '../../src/replay/read-fields.ts'
import { aCase, aRow } from './rows.ts'

type Change = Partial<Record<CaseColumn, string>>

test('a row is read as the file means it', () => {
  expect(aCase()).toEqual({
    kind: 'read',
    person: '1',
    age: [31, 35],
    charge: 'simple assault',
    counsel: 'defender',
    bail: 'monetary',
    amountCents: 500_000,
    hour: 4,
    weekday: 2,
    flags: [],
  })
})

describe('odd rows are loaded and flagged', () => {
  const odd: { [F in Exclude<CaseFlag, 'charge-not-in-table' | 'charge-in-several-statutes'>]: Change } = {
    'person-not-linked': { person: '' },
    'age-missing': { age_band: '' },
    'age-invalid': { age_band: 'invalid' },
    'under-18-notice-made-up': { age_band: '0-17' },
    'counsel-unknown': { counsel: 'a cousin' },
    'bail-amount-0': { bail_amount_usd: '0' },
    'amount-on-bail-without-money': { bail_type: 'ROR', bail_amount_usd: '100' },
    'conditions-not-in-file': { bail_type: 'Nonmonetary', bail_amount_usd: '' },
    'reasons-not-in-file': { bail_type: 'Denied', bail_amount_usd: '' },
  }
  for (const [flag, change] of Object.entries(odd)) test(flag, () => expect(aCase(change).flags).toEqual([flag]))

  test('an unsecured amount of 0 as well as a monetary one', () => {
    expect(aCase({ bail_type: 'Unsecured', bail_amount_usd: '0.0' })).toMatchObject({
      amountCents: 0,
      flags: ['bail-amount-0'],
    })
  })
  test('several oddities of one row are several flags', () => {
    expect(aCase({ age_band: 'invalid', bail_amount_usd: '0' }).flags).toEqual(['age-invalid', 'bail-amount-0'])
  })
})

describe('unreadable and impossible rows are refused', () => {
  const impossible: { [R in (typeof caseReasons)[number]]: Change[] } = {
    'charge-missing': [{ lead_charge_normalised: '  ' }],
    'charge-unreadable': [{ lead_charge_normalised: 'as\u0007sault' }, { lead_charge_normalised: 'x'.repeat(201) }],
    'age-unreadable': [{ age_band: 'old' }, { age_band: '35-31' }, { age_band: '130' }, { age_band: '-1' }],
    'bail-type-unknown': [{ bail_type: 'Barter' }, { bail_type: '' }, { bail_type: 'constructor' }],
    'amount-missing': [{ bail_amount_usd: '' }],
    'amount-unreadable': [{ bail_amount_usd: 'much' }, { bail_amount_usd: '1e5' }, { bail_amount_usd: '1.234' }],
    'amount-negative': [{ bail_amount_usd: '-500' }, { bail_amount_usd: '-0.5' }],
    'amount-too-high': [{ bail_amount_usd: '1000000001' }],
    'hour-impossible': [
      { filed_hour: '27' },
      { filed_hour: '24' },
      { filed_hour: '-1' },
      { filed_hour: '' },
      { filed_hour: '4.5' },
    ],
    'weekday-unknown': [{ filed_weekday: 'Someday' }, { filed_weekday: '' }, { filed_weekday: 'T' }],
  }
  test('an amount that the rules of bail refuse', () => {
    const read = readCase(aRow({ bail_type: 'Nominal', bail_amount_usd: '5000' }))
    expect(isRefused(read) && read.reason).toBe('nominal-amount-too-high')
  })
  for (const reason of caseReasons)
    test(reason, () => {
      for (const change of impossible[reason]) {
        const read = readCase(aRow(change))
        expect(isRefused(read) && read.reason).toBe(reason)
        expect(isRefused(read) && read.say).toMatch(/^.{15,120}$/)
      }
    })
})

test('hours, weekdays and amounts are read as spreadsheets also write them', () => {
  expect(aCase({ filed_hour: '04', filed_weekday: 'wednesday', bail_amount_usd: '5000.00' })).toEqual(aCase())
})
