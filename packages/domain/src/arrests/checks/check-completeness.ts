import { firstRefusal, type Refused, refuse } from '../../decision.ts'
import { isFilled } from '../../text/check-text.ts'
import type { ArrestReport } from '../arrest-report.ts'

export const completenessReasons = [
  'name-missing',
  'place-missing',
  'booking-site-missing',
  'officer-missing',
  'incident-missing',
  'incident-twice',
  'charge-missing',
  'charge-description-missing',
  'charge-counts',
  'charge-incident-not-listed',
  'warrant-number-missing',
  'country-code-shape',
] as const
export type CompletenessReason = (typeof completenessReasons)[number]

const sentences: { [R in CompletenessReason]: string } = {
  'name-missing': 'The report names nobody; enter at least the name that the person stated, even one word.',
  'place-missing': 'The place of arrest is empty; enter where the person was taken into custody.',
  'booking-site-missing': 'The booking site is empty; choose where the person is held.',
  'officer-missing': 'No officer is named; enter at least one by badge and name.',
  'incident-missing': 'No incident is given; enter at least one DC number.',
  'incident-twice': 'The same DC number is given twice; remove one.',
  'charge-missing': 'No charge is recommended; enter at least one before sending.',
  'charge-description-missing': 'A charge has no description; enter what the offense is called.',
  'charge-counts': 'A charge has 1 to 999 counts, in whole numbers; correct the number.',
  'charge-incident-not-listed': "A charge names a DC number that is not among the arrest's incidents; add it there.",
  'warrant-number-missing': 'An arrest on a warrant needs the number of the warrant; enter it or choose "sight".',
  'country-code-shape': 'A country of birth is two or three capital letters of the list chosen; choose it again.',
}

const unless = (holds: boolean, reason: CompletenessReason, at: string) => () =>
  holds ? undefined : refuse(reason, sentences[reason], at)

const isCountryCode = ({ countryOfBirth: given }: ArrestReport['person']): boolean =>
  given.kind !== 'self-reported' || (given.codeSystem === 'genc' ? /^[A-Z]{2,3}$/ : /^[A-Z]{2}$/).test(given.code)

/** What a report needs before it may be sent to charging. Expects identifiers in stored form. */
export const checkCompleteness = (report: ArrestReport): Refused<CompletenessReason> | undefined => {
  const { person, officers, incidents, charges } = report
  return firstRefusal([
    unless(person.names.length > 0, 'name-missing', 'person.names'),
    unless(isCountryCode(person), 'country-code-shape', 'person.countryOfBirth.code'),
    unless(isFilled(report.place), 'place-missing', 'place'),
    unless(isFilled(report.bookingSite), 'booking-site-missing', 'bookingSite'),
    unless(officers.length > 0, 'officer-missing', 'officers'),
    unless(incidents.length > 0, 'incident-missing', 'incidents'),
    unless(new Set(incidents).size === incidents.length, 'incident-twice', 'incidents'),
    unless(charges.length > 0, 'charge-missing', 'charges'),
    ...charges.flatMap(({ counts, description, dcNumber }, index) => [
      unless(isFilled(description), 'charge-description-missing', `charges.${index}.description`),
      unless(Number.isInteger(counts) && counts >= 1 && counts <= 999, 'charge-counts', `charges.${index}.counts`),
      unless(incidents.includes(dcNumber), 'charge-incident-not-listed', `charges.${index}.dcNumber`),
    ]),
    unless(report.basis === 'sight' || isFilled(report.warrantNumber), 'warrant-number-missing', 'warrantNumber'),
  ])
}
