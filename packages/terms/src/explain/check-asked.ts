import { parsePlainDate } from '@pars/domain'
import type { QuestionTerm } from '../terms.ts'
import type { Asked } from './inquiry.ts'

const longest = 200
/** In code points, as the database counts. */
const lengthOf = (text: string): number => [...text].length
const isFilter = (text: string): boolean => text !== '' && lengthOf(text) <= longest

const birthCountry = /^(abroad|genc:[A-Z]{3}|ncic:[A-Z]{2})$/

/** Whether what was asked is something that the question takes at all. */
export const isWellFormed = (asked: Asked): boolean => {
  switch (asked.kind) {
    case 'by-identifier':
      return isFilter(asked.value)
    case 'by-incident':
      return isFilter(asked.incident)
    case 'by-name-and-birth-date': {
      const isBorn = asked.bornOn !== null && parsePlainDate(asked.bornOn) !== undefined
      return isFilter(asked.last) && lengthOf(asked.first ?? '') <= longest && isBorn
    }
    case 'by-attribute': {
      const isSpelled = asked.attribute !== 'birth-country' || birthCountry.test(asked.value)
      return isFilter(asked.value) && asked.since !== null && isSpelled
    }
    case 'recent':
      return asked.hours >= 1
    case 'feed':
      return true
  }
}

/** Whether the granted question may be asked by what it was asked by. */
export const isFilterGranted = (granted: QuestionTerm, asked: Asked): boolean => {
  if (granted.kind === 'by-identifier' && asked.kind === 'by-identifier')
    return granted.identifiers.some(each => each === asked.identifier)
  if (granted.kind === 'by-attribute' && asked.kind === 'by-attribute')
    return granted.attributes.some(each => each === asked.attribute)
  if (granted.kind === 'recent' && asked.kind === 'recent') return asked.hours <= granted.hours
  return true
}
