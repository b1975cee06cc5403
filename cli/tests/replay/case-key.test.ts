import { expect, test } from 'vitest'
import { createCaseKeys } from '../../src/replay/case-key.ts'
import type { CaseColumn } from '../../src/replay/read-case.ts'
import { aCase, aRow } from './rows.ts'

const keysOf = (rows: readonly Partial<Record<CaseColumn, string>>[]): string[] => {
  const keyOf = createCaseKeys()
  return rows.map(row => keyOf(aRow(row), aCase(row)))
}

test('equal rows of one file are different cases', () => {
  expect(new Set(keysOf([{}, {}, {}])).size).toBe(3)
})

test('rows that differ in any column are different cases', () => {
  const changes: Partial<Record<CaseColumn, string>>[] = [
    {},
    { person: 'P0002' },
    { age_band: '36-40' },
    { lead_charge_normalised: 'murder' },
    { counsel: 'none recorded' },
    { bail_type: 'Unsecured' },
    { bail_amount_usd: '5001' },
    { filed_hour: '5' },
    { filed_weekday: 'Thu' },
  ]
  expect(new Set(keysOf(changes)).size).toBe(changes.length)
})

test('a file that was sorted anew or extended finds the cases of before', () => {
  const file = [{}, { person: 'P0002' }, {}, { person: 'P0003' }]
  const resorted = [{ person: 'P0003' }, {}, {}, { person: 'P0002' }]
  expect(keysOf(resorted).toSorted()).toEqual(keysOf(file).toSorted())
  expect(keysOf([{ person: 'P0009' }, ...file])).toEqual(expect.arrayContaining(keysOf(file)))
})

test('a file that another program saved anew finds the cases of before', () => {
  const saved = {
    bail_amount_usd: '5000.00',
    filed_hour: '04',
    filed_weekday: 'Wed',
    lead_charge_normalised: 'Simple  Assault',
  }
  expect(keysOf([saved])).toEqual(keysOf([{}]))
})
