import type { Terms } from '../terms.ts'
import { type Condition, conditionsOf } from './conditions.ts'
import type { Inquiry, InquiryFacts } from './inquiry.ts'

/** Why an answer is empty, or holds only who might be meant. For the custodians: the partner is told the same whatever it was. */
export const grounds = ['purpose-not-found', 'out-of-reach', 'nobody-found', 'possible-matches-only'] as const
export type Ground = (typeof grounds)[number]

export interface Explanation {
  outcome: 'answered' | 'refused'
  /** What refused, by the name that the database gives it. */
  term: string | null
  ground: Ground | null
  /** The term that decided: null where the answer was given. */
  pointer: string | null
  /** What was tested, in order, through the first that did not hold. */
  conditions: Condition[]
}

const indexOfPurpose = (terms: Terms, { request }: Inquiry): number =>
  terms.purposes.findIndex(({ code }) => code === request.purpose)

/** Whether the cited case must be found with each record: not where the purpose is untested, nor where the case was registered. */
export const mustFindCase = (terms: Terms, inquiry: Inquiry, registered: boolean): boolean => {
  const suffices = terms.purposes[indexOfPurpose(terms, inquiry)]?.suffices
  return suffices === 'found-here' || (suffices === 'registered' && !registered)
}

const findGround = (
  terms: Terms,
  inquiry: Inquiry,
  facts: InquiryFacts,
): { ground: Ground; pointer: string } | undefined => {
  const { shown, possible, inReach, onRecord } = facts.found
  if (shown > 0) return undefined
  const { kind } = inquiry.asked
  const nobody = { ground: 'nobody-found', pointer: '' } as const
  // Nobody is named by these, so there is nobody to be out of reach.
  if (kind === 'by-attribute' || kind === 'recent' || kind === 'feed') return nobody
  if (kind === 'by-name-and-birth-date' && possible > 0) {
    const index = terms.questions.findIndex(question => question.kind === kind)
    return { ground: 'possible-matches-only', pointer: `/questions/${index}/possible` }
  }
  if (mustFindCase(terms, inquiry, facts.registered) && inReach > 0)
    return { ground: 'purpose-not-found', pointer: `/purposes/${indexOfPurpose(terms, inquiry)}/suffices` }
  return onRecord > 0 ? { ground: 'out-of-reach', pointer: '/population' } : nobody
}

/** The decision on an inquiry as named conditions, in the order and by the names of the database; a replay gives the same. */
export const explainInquiry = (terms: Terms, inquiry: Inquiry, facts: InquiryFacts): Explanation => {
  const all = conditionsOf(terms, inquiry, facts)
  const failing = all.findIndex(({ holds }) => !holds)
  const failed = all[failing]
  if (failed !== undefined) {
    const conditions = all.slice(0, failing + 1)
    return { outcome: 'refused', term: failed.term, ground: null, pointer: failed.pointer, conditions }
  }
  const found = findGround(terms, inquiry, facts)
  const persons: Condition = {
    term: 'persons-day-quota',
    pointer: '/limits/personsPerUnitPerDay',
    holds: facts.newPersons === 0 || facts.used.persons + facts.newPersons <= terms.limits.personsPerUnitPerDay,
  }
  const conditions = [...all, persons]
  const ground = found?.ground ?? null
  if (!persons.holds) return { outcome: 'refused', term: persons.term, ground, pointer: persons.pointer, conditions }
  return { outcome: 'answered', term: null, ground, pointer: found?.pointer ?? null, conditions }
}
