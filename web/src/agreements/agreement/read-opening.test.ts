import { describe, expect, test } from 'vitest'
import type { Agreement } from './duty-state.ts'
import { type Opening, openable, readOpening } from './read-opening.ts'

const version = (number: number, activatedAt: string | null) =>
  ({ version: number, activatedAt }) as Agreement['versions'][number]
const began = '2017-09-01T04:00:00.000Z'
const opening: Opening = {
  action: 'amend',
  version: '2',
  reason: 'Addresses are not needed.',
  closesOn: '2018-05-01',
  closesTime: '12:00',
}

describe('what can be voted on', () => {
  test('a draft is adopted, in each version on file', () => {
    expect(openable({ standing: 'drafted', version: null, versions: [version(1, null), version(2, null)] })).toEqual([
      { action: 'adopt', versions: [2, 1] },
    ])
  })
  test('a newer version renews or amends; what is in force is suspended or terminated', () => {
    const versions = [version(1, began), version(2, null)]
    expect(openable({ standing: 'in-force', version: 1, versions })).toEqual([
      { action: 'renew', versions: [2] },
      { action: 'amend', versions: [2] },
      { action: 'suspend', versions: [1] },
      { action: 'terminate', versions: [1] },
    ])
  })
  test('nothing about what has ended', () => {
    expect(openable({ standing: 'ended', version: 1, versions: [version(1, began), version(2, null)] })).toEqual([])
  })
})

describe('opening a resolution', () => {
  test('says everything that is missing at once', () => {
    const blank: Opening = { action: '', version: '', reason: ' ', closesOn: '', closesTime: '' }
    expect(readOpening('agm_1', blank).errors.map(({ pointer }) => pointer)).toEqual([
      '/action',
      '/version',
      '/reason',
      '/closesAt',
    ])
  })
  test('closes at the typed time in the city', () => {
    expect(readOpening('agm_1', opening).body).toEqual({
      agreementId: 'agm_1',
      version: 2,
      action: 'amend',
      reason: 'Addresses are not needed.',
      closesAt: '2018-05-01T16:00:00.000Z',
    })
  })
})
