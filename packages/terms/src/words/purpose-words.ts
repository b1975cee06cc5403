import type { PurposeTerm, Terms } from '../terms.ts'
import { citedNames, purposeNames } from './names.ts'
import { checkedLater, enforced, type Sentence } from './sentence.ts'

const testWords = (purpose: PurposeTerm, pointer: string): Sentence => {
  const at = `${pointer}/suffices`
  if (purpose.cites === 'none') return checkedLater(at, 'Nobody tests that purpose when the question is asked.')
  switch (purpose.suffices) {
    case 'found-here':
      return enforced(at, 'Only records that carry the number it cites are shown.')
    case 'registered':
      return enforced(
        at,
        purpose.cites === 'case'
          ? 'It must have registered that number beforehand under its signature, or nobody is shown.'
          : 'It must have registered that number beforehand under its signature, or only records that carry it are shown.',
      )
    case 'unverified':
      return checkedLater(at, 'Nobody tests that number when the question is asked.')
  }
}

const purposeWords = (purpose: PurposeTerm, pointer: string): Sentence[] => [
  enforced(`${pointer}/code`, `The partner may ask for this purpose: ${purposeNames[purpose.code]}.`),
  enforced(
    `${pointer}/cites`,
    purpose.cites === 'none'
      ? 'For it no case needs to be cited.'
      : `For it the partner must cite ${citedNames[purpose.cites]}.`,
  ),
  testWords(purpose, pointer),
]

export const purposesWords = ({ purposes }: Terms): Sentence[] => [
  ...purposes.flatMap((purpose, index) => purposeWords(purpose, `/purposes/${index}`)),
  enforced('/purposes', 'For any other purpose no question is answered.'),
]
