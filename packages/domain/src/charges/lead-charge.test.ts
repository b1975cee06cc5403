import { expect, test } from 'vitest'
import type { Grade } from '../arrests/arrest-report.ts'
import { leadChargeOf } from './lead-charge.ts'

const charge = (description: string, grade: Grade) => ({ description, grade })

test('the gravest charge leads, wherever it stands on the paper', () => {
  const charges = [charge('retail theft', 'M1'), charge('robbery', 'F1'), charge('disorderly conduct', 'S')]
  expect(leadChargeOf(charges)?.description).toBe('robbery')
})

test('of two charges of one grade the first on the paper leads', () => {
  expect(leadChargeOf([charge('burglary', 'F1'), charge('robbery', 'F1')])?.description).toBe('burglary')
})

test('a charge without a grade leads only where no charge has one', () => {
  expect(leadChargeOf([charge('blank', null), charge('trespass', 'S1')])?.description).toBe('trespass')
  expect(leadChargeOf([charge('blank', null)])?.description).toBe('blank')
})

test('a draft without charges has no lead charge', () => {
  expect(leadChargeOf([])).toBeUndefined()
})
