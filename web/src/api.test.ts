import { chargingQueue, searchArrests, viewArrest, viewHearing } from '@pars/contract'
import { describe, expect, test } from 'vitest'
import { readingOf } from './api.ts'

describe('asking for a view', () => {
  test.each([viewArrest, viewHearing, searchArrests])(
    '$name writes an entry, so a window, the network or a clock never asks for it',
    endpoint => {
      expect(readingOf(endpoint, 5_000)).toEqual({
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        refetchInterval: false,
      })
    },
  )
  test('of a list writes nothing, so it may be kept fresh', () => {
    expect(readingOf(chargingQueue, 5_000)).toEqual({ refetchInterval: 5_000 })
    expect(readingOf(chargingQueue)).toEqual({ refetchInterval: false })
  })
})
