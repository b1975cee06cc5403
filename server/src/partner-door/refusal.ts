import type { RefusingTerm } from '@pars/contract'
import { formatId } from '@pars/domain'
import { HttpProblem } from '../http/problem.ts'

/** Where the term stands in the terms, and what to tell whoever asked. */
type Section = readonly [section: string | null, say: string]

const sections: Record<RefusingTerm, Section> = {
  'agreement-not-begun': ['/startsOn', 'The agreement has not begun.'],
  'agreement-ended': ['/endsOn', 'The agreement has ended. Nothing of it is answered any more.'],
  'agreement-superseded': ['/version', 'A newer version of the agreement is in force.'],
  'agreement-terminated': ['/notice/terminationDays', 'The agreement was terminated.'],
  'agreement-suspended': [null, 'The custodians suspended the agreement.'],
  'agreement-emergency-stopped': ['/emergencyStop', 'A custodian stopped the agreement in an emergency.'],
  'agreement-obligation-overdue': ['/obligations', 'A duty of the agreement is overdue, and its terms suspend it.'],
  'agreement-unconfirmed': [
    null,
    'The agreement is in force once two of the three agencies have confirmed the log that says so. Ask again in a moment.',
  ],
  'unit-not-named': ['/units', 'The agreement does not name this unit.'],
  'unit-stopped': [null, 'A custodian stopped this unit or its key.'],
  'officer-not-named': [null, 'Name the officer who asks.'],
  'officer-stopped': [null, 'A custodian stopped this officer.'],
  'officer-not-certified': [null, 'No certificate of this officer of this unit is in force.'],
  'purpose-not-granted': ['/purposes', 'The terms do not hold this purpose.'],
  'case-not-cited': ['/purposes', 'This purpose must cite its case, of the kind that the terms name.'],
  'log-unconfirmed': [
    '/confirmationOutage',
    'Two of the three agencies have not confirmed the log for as long as the terms allow. Ask again when they have.',
  ],
  'question-not-granted': ['/questions', 'The terms do not hold this question.'],
  'filter-not-granted': ['/questions', 'The terms do not let this question be asked by that.'],
  'filter-malformed': ['/questions', 'What was asked for has no possible form. Correct it.'],
  'cursor-not-valid': ['/questions', 'This cursor is not one of this unit’s feed. Begin without one.'],
  'unit-day-quota': ['/limits/inquiriesPerUnitPerDay', 'The unit has asked as often today as the terms allow.'],
  'officer-day-quota': [
    '/limits/inquiriesPerOfficerPerDay',
    'The officer has asked as often today as the terms allow.',
  ],
  'persons-day-quota': [
    '/limits/personsPerUnitPerDay',
    'The unit has been told of as many persons today as the terms allow.',
  ],
}

const isKnown = (term: string): term is RefusingTerm => Object.hasOwn(sections, term)

/** One sentence for a term that refuses. */
export const sayOfTerm = (term: string): string => (isKnown(term) ? sections[term][1] : 'The agreement refuses this.')

/** A refusal by the agreement: 403, naming the term, where it stands, and the entry under which it was recorded. */
export const refusalProblem = (term: string, entryId: string | undefined): HttpProblem =>
  new HttpProblem(403, term, sayOfTerm(term), {
    term,
    section: isKnown(term) ? sections[term][0] : null,
    ...(entryId === undefined ? {} : { entryId: formatId('ent', entryId) }),
  })
