import { firstRefusal, isRefused, type Refused, refuse } from '../../decision.ts'
import { acceptName } from '../../people/accept-name.ts'
import { checkLine, checkNamePart, checkProse, type NamePartReason, requireLine } from '../../text/check-text.ts'
import type { ArrestReport } from '../arrest-report.ts'

export type ReportTextReason = NamePartReason | 'list-too-long'
type Check = () => Refused<ReportTextReason> | undefined

const longest = {
  names: 20,
  addresses: 20,
  officers: 50,
  incidents: 100,
  charges: 200,
  victimsAndWitnesses: 200,
} as const

const length = (list: readonly unknown[], key: keyof typeof longest, label: string): Check => {
  return () =>
    list.length > longest[key]
      ? refuse('list-too-long', `One report takes up to ${longest[key]} ${label}; send the rest as a correction.`, key)
      : undefined
}

const line = (text: string | null, label: string, at: string): Check => {
  return () => checkLine(text, { label, at })
}

const personChecks = ({ person }: ArrestReport): Check[] => [
  length(person.names, 'names', 'names'),
  length(person.addresses, 'addresses', 'addresses'),
  ...person.names.map((name, index) => () => {
    const decision = acceptName(name, `person.names.${index}`)
    return isRefused(decision) ? decision : undefined
  }),
  ...person.addresses.flatMap((address, index) => [
    line(address.line, 'street line', `person.addresses.${index}.line`),
    line(address.city, 'city', `person.addresses.${index}.city`),
    line(address.state, 'state', `person.addresses.${index}.state`),
    line(address.zip, 'zip code', `person.addresses.${index}.zip`),
  ]),
  line(
    person.countryOfBirth.kind === 'self-reported' ? person.countryOfBirth.code : null,
    'country code',
    'person.countryOfBirth.code',
  ),
  line(person.interpreterLanguage, 'interpreter language', 'person.interpreterLanguage'),
  line(person.photoReference, 'photo reference', 'person.photoReference'),
]

const paperChecks = (report: ArrestReport): Check[] => [
  line(report.place, 'place', 'place'),
  line(report.district, 'district', 'district'),
  line(report.bookingSite, 'booking site', 'bookingSite'),
  line(report.warrantNumber, 'warrant number', 'warrantNumber'),
  () =>
    report.directFile
      ? requireLine(report.directFile.parentsNotifiedBy, {
          label: 'name of who notified the parents',
          at: 'directFile.parentsNotifiedBy',
        })
      : undefined,
  () => checkProse(report.narrative, { label: 'narrative', at: 'narrative' }),
]

const listChecks = (report: ArrestReport): Check[] => [
  length(report.officers, 'officers', 'officers'),
  length(report.incidents, 'incidents', 'incidents'),
  length(report.charges, 'charges', 'charges'),
  length(report.victimsAndWitnesses, 'victimsAndWitnesses', 'victims and witnesses'),
  ...report.officers.flatMap(({ badge, name }, index) => [
    () => requireLine(badge, { label: 'badge', at: `officers.${index}.badge` }),
    () => checkNamePart(name, { label: "officer's name", at: `officers.${index}.name` }),
  ]),
  ...report.charges.map(({ description }, index) =>
    line(description, "charge's description", `charges.${index}.description`),
  ),
  ...report.victimsAndWitnesses.flatMap(({ kind, name, contact }, index) => [
    () => checkNamePart(name, { label: `name of the ${kind}`, at: `victimsAndWitnesses.${index}.name` }),
    line(contact, 'contact', `victimsAndWitnesses.${index}.contact`),
  ]),
]

/** Hostile or oversized text anywhere in a report. In a draft a field that was begun may still be empty. */
export const checkReportText = (
  report: ArrestReport,
  standing: 'draft' | 'sent' = 'sent',
): Refused<ReportTextReason> | undefined => {
  const checks = [...personChecks(report), ...paperChecks(report), ...listChecks(report)]
  return firstRefusal([
    () => requireLine(report.intakeNumber, { label: 'intake number', at: 'intakeNumber' }),
    ...checks.map(check => () => {
      const refused = check()
      return refused?.reason === 'text-empty' && standing === 'draft' ? undefined : refused
    }),
  ])
}
