import { cityMidnight, endOfCityDay } from '../city-midnight.ts'
import type { Terms } from '../terms.ts'
import { isFilterGranted, isWellFormed } from './check-asked.ts'
import type { Inquiry, InquiryFacts } from './inquiry.ts'

/** One thing that must hold for a question to be answered. The order is the database's. */
export interface Condition {
  /** The term by which the database refuses where it does not hold. */
  term: string
  /** JSON pointer of the deciding term, or of the whole document where no term of it decides. */
  pointer: string
  holds: boolean
}

const officerPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const standingConditions = (terms: Terms, { askedAt, halted, activationConfirmed }: InquiryFacts): Condition[] => [
  { term: 'agreement-not-begun', pointer: '/startsOn', holds: askedAt >= cityMidnight(terms.startsOn) },
  { term: 'agreement-ended', pointer: '/endsOn', holds: askedAt < endOfCityDay(terms.endsOn) },
  { term: `agreement-${halted ?? 'halted'}`, pointer: '', holds: halted === null },
  { term: 'agreement-unconfirmed', pointer: '', holds: activationConfirmed },
]

const askerConditions = (terms: Terms, { request }: Inquiry, facts: InquiryFacts): Condition[] => {
  const { stopped, certifiedUntil, askedAt } = facts
  return [
    { term: 'unit-not-named', pointer: '/units', holds: terms.units.some(({ code }) => code === request.unit) },
    { term: 'unit-stopped', pointer: '/units', holds: !stopped.unit && !stopped.key },
    { term: 'officer-not-named', pointer: '/units', holds: officerPattern.test(request.officer) },
    { term: 'officer-stopped', pointer: '/units', holds: !stopped.officer },
    { term: 'officer-not-certified', pointer: '/units', holds: certifiedUntil !== null && certifiedUntil > askedAt },
  ]
}

const purposeConditions = (terms: Terms, { request }: Inquiry): Condition[] => {
  const index = terms.purposes.findIndex(({ code }) => code === request.purpose)
  const cites = terms.purposes[index]?.cites ?? 'none'
  const isCited = cites === 'none' || (request.cites?.kind === cites && request.cites.value !== '')
  return [
    { term: 'purpose-not-granted', pointer: '/purposes', holds: index !== -1 },
    { term: 'case-not-cited', pointer: index === -1 ? '/purposes' : `/purposes/${index}/cites`, holds: isCited },
  ]
}

const logConditions = ({ confirmationOutage }: Terms, { unconfirmedMinutes }: InquiryFacts): Condition[] => [
  {
    term: 'log-unconfirmed',
    pointer: '/confirmationOutage',
    holds: confirmationOutage.then !== 'stop' || unconfirmedMinutes < confirmationOutage.minutes,
  },
]

const quotaConditions = ({ limits }: Terms, { used }: InquiryFacts): Condition[] => [
  {
    term: 'unit-day-quota',
    pointer: '/limits/inquiriesPerUnitPerDay',
    holds: used.unit < limits.inquiriesPerUnitPerDay,
  },
  {
    term: 'officer-day-quota',
    pointer: '/limits/inquiriesPerOfficerPerDay',
    holds: used.officer < limits.inquiriesPerOfficerPerDay,
  },
]

/** All that request, terms and the partner's own quota decide; nothing here depends on anybody's record. */
export const conditionsOf = (terms: Terms, inquiry: Inquiry, facts: InquiryFacts): Condition[] => {
  const index = terms.questions.findIndex(({ kind }) => kind === inquiry.asked.kind)
  const granted = terms.questions[index]
  const before = [
    ...standingConditions(terms, facts),
    ...askerConditions(terms, inquiry, facts),
    ...purposeConditions(terms, inquiry),
    ...logConditions(terms, facts),
    ...quotaConditions(terms, facts),
  ]
  if (granted === undefined) return [...before, { term: 'question-not-granted', pointer: '/questions', holds: false }]
  const pointer = `/questions/${index}`
  return [
    ...before,
    { term: 'filter-not-granted', pointer, holds: isFilterGranted(granted, inquiry.asked) },
    { term: 'filter-malformed', pointer, holds: isWellFormed(inquiry.asked) },
    { term: 'cursor-not-valid', pointer, holds: inquiry.asked.kind !== 'feed' || facts.cursorValid },
  ]
}
