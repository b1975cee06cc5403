import { firstRefusal, type Refused, refuse } from '../../decision.ts'
import type { PlainDate } from '../../time/instant.ts'
import type { ArrestReport } from '../arrest-report.ts'
import { parseDcNumber, parseOtn, parsePoliceNumber, parseSsn, parseStatute } from '../parse-identifiers.ts'

export const shapeReasons = [
  'otn-shape',
  'dc-number-shape',
  'ssn-shape',
  'police-number-shape',
  'statute-shape',
] as const
export type ShapeReason = (typeof shapeReasons)[number]

const sentences: { [R in ShapeReason]: string } = {
  'otn-shape': 'An OTN is one letter and seven digits, as in Q333333-0; copy it from the fingerprint paper.',
  'dc-number-shape': 'A DC number has 12 digits, year, district and six more, as in 201212074472; enter it again.',
  'ssn-shape': 'A Social Security number has nine digits; leave it empty where it is not known.',
  'police-number-shape': 'A police photo number has up to seven digits; leave it empty before the first photo.',
  'statute-shape': 'Cite the statute as courts print it, title, section and subsection: 18 § 2702 §§ A1.',
}

const shape = (reason: ShapeReason, given: string | null, parsed: string | undefined, at: string) => () =>
  given !== null && parsed === undefined ? refuse(reason, sentences[reason], at) : undefined

/**
 * The first identifier of the report that has not the shape of its kind, or undefined. `today` dates 10-digit DC numbers.
 * In a draft a charge that was begun may still lack its statute and its DC number.
 */
export const checkShapes = (
  report: ArrestReport,
  today: PlainDate,
  standing: 'draft' | 'sent' = 'sent',
): Refused<ShapeReason> | undefined => {
  const { person, otn, incidents, charges } = report
  const begun = (text: string): string | null => (text === '' && standing === 'draft' ? null : text)
  return firstRefusal([
    shape('otn-shape', otn, parseOtn(otn ?? ''), 'otn'),
    shape('ssn-shape', person.ssn, parseSsn(person.ssn ?? ''), 'person.ssn'),
    shape(
      'police-number-shape',
      person.policeNumber,
      parsePoliceNumber(person.policeNumber ?? ''),
      'person.policeNumber',
    ),
    ...incidents.map((text, index) => shape('dc-number-shape', text, parseDcNumber(text, today), `incidents.${index}`)),
    ...charges.flatMap(({ dcNumber, statute }, index) => [
      shape('dc-number-shape', begun(dcNumber), parseDcNumber(dcNumber, today), `charges.${index}.dcNumber`),
      shape('statute-shape', begun(statute), parseStatute(statute), `charges.${index}.statute`),
    ]),
  ])
}

const parseOr = (text: string, parsed: string | undefined): string => parsed ?? text
const parseOrNull = (text: string | null, parse: (text: string) => string | undefined): string | null =>
  text === null ? null : parseOr(text, parse(text))

/** The report with its identifiers in stored form; names and all other text stay exactly as given. */
export const normalizeReport = (report: ArrestReport, today: PlainDate): ArrestReport => ({
  ...report,
  otn: parseOrNull(report.otn, parseOtn),
  person: {
    ...report.person,
    ssn: parseOrNull(report.person.ssn, parseSsn),
    policeNumber: parseOrNull(report.person.policeNumber, parsePoliceNumber),
  },
  incidents: report.incidents.map(text => parseOr(text, parseDcNumber(text, today))),
  charges: report.charges.map(charge => ({
    ...charge,
    statute: parseOr(charge.statute, parseStatute(charge.statute)),
    dcNumber: parseOr(charge.dcNumber, parseDcNumber(charge.dcNumber, today)),
  })),
})
