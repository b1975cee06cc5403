import { expect, test } from 'vitest'
import { measureVerifyRate } from '../bench/verify-rate.ts'

test('the log that the rate is measured on verifies', async () => {
  expect(await measureVerifyRate(1_000)).toMatchObject({ name: 'verify.rate', unit: 's' })
})
