import { expect, test } from 'vitest'
import { acceptCosigner } from './accept-cosigner.ts'

test('a cosigner has a key and a name that no other ever had', () => {
  expect(acceptCosigner({ nameTaken: false, keyTaken: false })).toEqual({ kind: 'accepted' })
  expect(acceptCosigner({ nameTaken: true, keyTaken: false })).toMatchObject({
    reason: 'cosigner-name-taken',
  })
  expect(acceptCosigner({ nameTaken: false, keyTaken: true })).toMatchObject({ reason: 'key-exists' })
})

test('of two reasons the key is said first: another name would not help', () => {
  expect(acceptCosigner({ nameTaken: true, keyTaken: true })).toMatchObject({ reason: 'key-exists' })
})
