import type { Seat } from '@pars/domain'
import type {
  Attribute,
  CitedKind,
  FieldClass,
  IdentifierKind,
  LimitName,
  NoticeName,
  ObligationCode,
  ObligationRhythm,
  PurposeCode,
} from '../terms.ts'

/** How people say what terms say in codes. */
export const purposeNames: Record<PurposeCode, string> = {
  'civil-immigration': 'civil immigration enforcement',
  'court-order': 'carrying out a court order',
  'criminal-investigation': 'criminal investigation',
  custody: 'custody',
  defense: 'criminal defense',
  'employment-screening': 'employment screening',
  'firearms-licensing': 'firearms licensing',
  'pretrial-supervision': 'pretrial supervision',
  prosecution: 'prosecution',
  'warrant-service': 'serving a warrant',
}

export const citedNames: Record<CitedKind, string> = {
  incident: 'an incident number',
  docket: 'a docket number',
  warrant: 'a warrant number',
  case: "the partner's own case number",
  none: 'nothing',
}

export const identifierNames: Record<IdentifierKind, string> = {
  otn: 'offense tracking number',
  'police-number': 'police photo number',
  'docket-number': 'docket number',
}

/** Whom a question by an attribute sweeps up: "everyone …". */
export const sweptNames: Record<Attribute, string> = {
  'birth-country': 'born abroad or in one country',
  ethnicity: 'of one ethnicity',
  race: 'of one race',
  sex: 'of one sex',
  district: 'of one district',
  grade: 'of one grade',
}

export const classNames: Record<FieldClass, string> = {
  identity: 'name, birth date, sex and police photo number',
  demographic: 'race and ethnicity',
  origin: 'country of birth',
  address: 'addresses',
  arrest: 'time, place, basis and numbers of the arrest',
  charges: 'charges that the District Attorney approved',
  docket: 'docket numbers and hearing dates',
  bail: 'bail decisions',
  custody: 'when the person left custody, and on what basis',
  photo: 'reference to the photograph',
}

/** One word for each, where a sentence names many. */
export const shortClassNames: Record<FieldClass, string> = {
  identity: 'identity',
  demographic: 'race and ethnicity',
  origin: 'country of birth',
  address: 'addresses',
  arrest: 'arrest',
  charges: 'charges',
  docket: 'dockets',
  bail: 'bail',
  custody: 'release',
  photo: 'photograph',
}

export const limitNamesInWords: Record<LimitName, (count: string) => string> = {
  inquiriesPerUnitPerDay: count => `A unit asks at most ${count} questions a day.`,
  inquiriesPerOfficerPerDay: count => `An officer asks at most ${count} questions a day.`,
  personsPerUnitPerDay: count => `A unit gets answers about at most ${count} different persons a day.`,
  rowsPerAnswer: count => `An answer holds at most ${count} records.`,
}

export const obligationNames: Record<ObligationCode, string> = {
  'self-audit': 'audit its own use and report on it',
  'outcome-report': 'report what came of its use',
  'user-list': 'send a list of its users',
  training: 'train its users',
  'incident-notice': 'give notice of an incident',
  'destruction-certificate': 'certify that it destroyed what it was given',
}

export const rhythmNames: Record<ObligationRhythm, string> = {
  once: 'once',
  month: 'every month',
  quarter: 'every quarter',
  year: 'every year',
  'at-end': 'when the agreement ends',
  'on-event': 'whenever there is one',
}

export const noticeNamesInWords: Record<NoticeName, (days: string) => string> = {
  nonRenewalDays: days => `Notice that the agreement will not be renewed is served ${days} before its end.`,
  terminationDays: days => `Notice that the agreement is terminated is served ${days} before.`,
  narrowingDays: days => `The custodians may narrow what is shared ${days} after they served notice of it.`,
  cureDays: days => `Whoever is told of a breach has ${days} to cure it.`,
}

export const seatNames: Record<Seat, string> = {
  police: 'the police',
  prosecutor: 'the District Attorney',
  court: 'the courts',
}

/** Grades as the courts say them; "C" is one whose meaning is not known. */
export const gradeNames: Record<string, string> = {
  H1: 'murder of the first degree',
  H2: 'murder of the second degree',
  H3: 'murder of the third degree',
  H: 'homicide',
  F1: 'felony of the first degree',
  F2: 'felony of the second degree',
  F3: 'felony of the third degree',
  F: 'ungraded felony',
  M1: 'misdemeanor of the first degree',
  M2: 'misdemeanor of the second degree',
  M3: 'misdemeanor of the third degree',
  M: 'ungraded misdemeanor',
  S: 'summary offense',
  S1: 'first summary offense',
  S2: 'second summary offense',
  S3: 'third summary offense',
  IC: 'indirect contempt',
  C: 'offense graded C',
}
