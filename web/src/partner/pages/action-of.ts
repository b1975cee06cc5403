import { resolutionActions } from '@pars/domain'
import { actionWords } from '../../words/agreements.ts'

/** What a resolution does, in words; one that this console does not know reads as it is spelled. */
export const actionOf = (action: string): string => {
  const known = resolutionActions.find(each => each === action)
  return known ? actionWords[known] : action
}
