import type { ArrestReport } from '../arrests/arrest-report.ts'
import { type ChecklistItem, checklistItems, type ProbableCause } from './arraignment.ts'

export interface ItemFacts {
  basis: ArrestReport['basis']
  /** Charged as an adult by direct file, under 18 at the offense. */
  directFile: boolean
  /** A lawyer for the person took part. */
  counselPresent: boolean
  probableCause: ProbableCause
}

/** What Pa.R.Crim.P. 540 says of each item in this case. `later`: now or by the next business day (Rule 540(D)). */
export type ItemStanding = 'required' | 'later' | 'optional' | 'not-applicable'

/** How each item of the checklist stands; the screen and the rule read the same table. */
export const standingOfItems = (facts: ItemFacts): { [I in ChecklistItem]: ItemStanding } => {
  const discharged = facts.probableCause === 'not-found'
  return {
    'complaint-given': 'required',
    'complaint-read': 'required',
    'counsel-advised': 'required',
    // Somebody who is discharged has no hearing and no bail to be told of.
    'hearing-advised': discharged ? 'optional' : 'required',
    'bail-advised': discharged ? 'optional' : 'required',
    'counsel-consulted': facts.counselPresent ? 'required' : 'not-applicable',
    'warrant-papers-given': facts.basis === 'warrant' ? 'later' : 'not-applicable',
    'parents-notified': facts.directFile ? 'required' : 'not-applicable',
  }
}

/** The items without which the arraignment is not complete, in the order they are done. */
export const requiredItems = (facts: ItemFacts): ChecklistItem[] => {
  const standing = standingOfItems(facts)
  return checklistItems.filter(item => standing[item] === 'required')
}
