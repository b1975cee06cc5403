import { describe, expect, it } from 'vitest'
import { ageAtOffense } from './age-at-offense.ts'
import { blankRows } from './booking-form.ts'

const charged = (...days: string[]) => days.map(offenseOn => ({ ...blankRows.charges(), offenseOn }))

describe('the age at the offense', () => {
  it('is the youngest of all charges, by whole years', () => {
    expect(ageAtOffense({ bornOn: '2008-11-22', charges: charged('2026-11-22') })).toBe(18)
    expect(ageAtOffense({ bornOn: '2008-11-22', charges: charged('2026-11-22', '2026-11-21') })).toBe(17)
  })
  it('is unknown while the dates can not be read', () => {
    expect(ageAtOffense({ bornOn: '11/22', charges: charged('2026-11-22') })).toBeUndefined()
    expect(ageAtOffense({ bornOn: '2008-11-22', charges: charged('', 'yesterday') })).toBeUndefined()
    expect(ageAtOffense({ bornOn: '2008-11-22', charges: charged('2001-01-01') })).toBeUndefined()
  })
})
