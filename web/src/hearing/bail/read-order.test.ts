import { describe, expect, it } from 'vitest'
import { readAsk } from './read-ask.ts'
import { blankOrder, type OrderFields, readOrder, withDanger, wordsToCome } from './read-order.ts'

const money: Partial<OrderFields> = {
  types: ['monetary'],
  amount: '25,000',
  reasons: ['nature-of-offense'],
  abilityToPay: true,
}
const read = (fields: Partial<OrderFields>, domesticViolence = false) =>
  readOrder({ ...blankOrder, ...fields }, { domesticViolence })
const firstPointer = (fields: Partial<OrderFields>, domesticViolence = false) =>
  read(fields, domesticViolence).errors[0]?.pointer

describe('the order as it is typed', () => {
  it('is what the rule accepts', () =>
    expect(read(money).order).toMatchObject({ kind: 'set', amountCents: 2_500_000, depositPercent: 10 }))
  it('with money needs the ability to pay considered', () =>
    expect(firstPointer({ ...money, abilityToPay: false })).toBe('/abilityToPayConsidered'))
  it('with money needs reasons', () => expect(firstPointer({ ...money, reasons: [] })).toBe('/reasons'))
  it('names the condition that is not specific', () =>
    expect(firstPointer({ types: ['nonmonetary'], conditions: [{ kind: 'travel', text: 'No travel' }] })).toBe(
      '/conditions/0/text',
    ))
  it('of refusal needs reasons chosen and stated', () => {
    expect(firstPointer({ decision: 'refuse' })).toBe('/reasons')
    expect(firstPointer({ decision: 'refuse', reasons: ['danger-to-others'] })).toBe('/reasons')
    const { order } = read({ decision: 'refuse', reasons: ['danger-to-others'], reasonNote: ' Weapon used. ' })
    expect(order).toEqual({ kind: 'refused-bail', reasons: ['danger-to-others'], reasonNote: 'Weapon used.' })
  })
  it('of refusal takes nothing of the money that was typed before', () =>
    expect(read({ ...money, decision: 'refuse', reasonNote: 'Stated on the record.' }).order).not.toHaveProperty(
      'amountCents',
    ))
  it('finds no danger to a victim where the report speaks of no domestic violence', () =>
    expect(read({ types: ['ror'], danger: true }).order).toMatchObject({ dangerFound: false }))
})

describe('danger found in a domestic-violence case', () => {
  const dangerous = withDanger({ ...blankOrder, types: ['nonmonetary'] }, true)
  it('brings the rows of the two conditions that the law demands, and not their text', () =>
    expect(dangerous.conditions).toEqual([
      { kind: 'stay-away', text: '' },
      { kind: 'no-new-offenses', text: '' },
    ]))
  it('is refused while a demanded condition was taken away', () =>
    expect(
      firstPointer(
        { ...dangerous, conditions: [{ kind: 'stay-away', text: 'Stay away from 1200 Market Street.' }] },
        true,
      ),
    ).toBe('/conditions'))
  it('taken back leaves what was typed', () => {
    const typed = { ...dangerous, conditions: [{ kind: 'stay-away' as const, text: 'Stay away from her work.' }] }
    expect(withDanger(typed, false).conditions).toEqual(typed.conditions)
    expect(withDanger(dangerous, false).conditions).toEqual([])
  })
})

describe('the words to come', () => {
  it('are those of the paper', () => {
    expect(wordsToCome({ ...blankOrder, types: ['ror'] })).toBe('RELEASE - ROR')
    expect(wordsToCome({ ...blankOrder, ...money })).toBe('HELD - $25,000, 10% TO POST ($2,500)')
    expect(wordsToCome({ ...blankOrder, decision: 'refuse' })).toBe('HELD - BAIL REFUSED')
  })
  it('are not guessed before they can be said', () => {
    expect(wordsToCome(blankOrder)).toBeUndefined()
    expect(wordsToCome({ ...blankOrder, types: ['monetary'] })).toBeUndefined()
  })
})

describe('what a party asks for', () => {
  const fields = { types: ['ror' as const], amount: '', deposit: 'ten' as const, depositOther: '', note: '  ' }
  it('is sent without an empty note', () => expect(readAsk('bail.defense-request', fields).ask?.note).toBeNull())
  it('is refused by the same rule as the order: own recognizance carries no money', () =>
    expect(readAsk('bail.request', { ...fields, types: ['ror', 'monetary'], amount: '500' }).errors[0]?.pointer).toBe(
      '/types',
    ))
})
