import { termsText } from '@pars/terms'
import { termsOf2017 } from '@pars/terms/stories'
import { expect, test } from 'vitest'
import { exampleBlanks } from './example-blanks.ts'
import { readTerms } from './read-terms.ts'

const wide = termsOf2017(exampleBlanks)

test('only the canonical text of terms is read', () => {
  expect(readTerms({ termsText: termsText(wide) })).toEqual(wide)
  expect(readTerms({ termsText: JSON.stringify(wide, null, 2) })).toBeUndefined()
})
