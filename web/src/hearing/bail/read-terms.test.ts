import { describe, expect, it } from 'vitest'
import { blankTerms, fieldsOfTerms, readTerms, type TermsFields } from './read-terms.ts'

const read = (fields: Partial<TermsFields>) => readTerms({ ...blankTerms, ...fields }, 'Choose a type.')
const pointers = (fields: Partial<TermsFields>) => read(fields).errors.map(({ pointer }) => pointer)

describe('terms of bail as they are typed', () => {
  it('need a type', () => expect(pointers({})).toEqual(['/types']))
  it('combine, in the order of the rule and not of the clicks', () => {
    const { terms } = read({ types: ['monetary', 'nonmonetary'], amount: '25k' })
    expect(terms).toEqual({ types: ['nonmonetary', 'monetary'], amountCents: 2_500_000, depositPercent: 10 })
  })
  it('send no amount that was typed for a type no longer chosen', () => {
    const { terms } = read({ types: ['ror'], amount: '25,000', deposit: 'full' })
    expect(terms).toEqual({ types: ['ror'], amountCents: null, depositPercent: null })
  })
  it('carry an amount without a deposit when unsecured', () => {
    expect(read({ types: ['unsecured'], amount: '5000' }).terms).toMatchObject({ depositPercent: null })
  })
  it.each([
    ['ten', '', 10],
    ['full', '', 100],
    ['other', '5', 5],
    ['other', '100 %', 100],
  ] as const)('a deposit of %s %s is %i percent', (deposit, depositOther, percent) =>
    expect(read({ types: ['monetary'], amount: '100', deposit, depositOther }).terms?.depositPercent).toBe(percent),
  )
  it.each(['', '0', '11', '50', 'half'])('%j is no deposit that the rules know', depositOther =>
    expect(pointers({ types: ['monetary'], amount: '100', deposit: 'other', depositOther })).toEqual([
      '/depositPercent',
    ]),
  )
  it('name every field that needs mending at once', () =>
    expect(pointers({ types: ['monetary'], amount: 'ten', deposit: 'other' })).toEqual([
      '/amountCents',
      '/depositPercent',
    ]))
  it.each([
    { types: ['monetary'], amountCents: 2_500_000, depositPercent: 10 },
    { types: ['monetary'], amountCents: 10_050, depositPercent: 5 },
    { types: ['nonmonetary', 'unsecured'], amountCents: 500_000, depositPercent: null },
    { types: ['ror'], amountCents: null, depositPercent: null },
  ] as const)('on record come back into the fields unchanged: $types', terms =>
    expect(readTerms(fieldsOfTerms(terms), '').terms).toEqual(terms),
  )
})
