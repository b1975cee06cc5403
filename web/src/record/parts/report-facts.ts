import type { PresentedReport } from '@pars/contract'
import { findCountry } from '../../booking/paper/countries.ts'
import { formatFullDateTime, formatPlainDate } from '../../format.ts'
import { bookingWords, recordWords } from '../../words/words.ts'
import { ageOf, wholeName } from '../person-of.ts'
import { type Fact, lines } from './fact.ts'

const words = recordWords.report
const { options } = bookingWords

type Facts = readonly Fact<PresentedReport>[]

const countryOf = ({ person }: PresentedReport): string => {
  const born = person.countryOfBirth
  if (born.kind !== 'self-reported') return born.kind === 'declined' ? words.declined : words.notAsked
  const known = born.codeSystem === 'genc' ? findCountry(born.code) : undefined
  return known ? `${known.name} (${born.code})` : `${born.code} (${bookingWords.codeSystems[born.codeSystem]})`
}

const bornOf = (report: PresentedReport): string => {
  const { bornOn } = report.person
  return bornOn === null ? words.notKnown : `${formatPlainDate(bornOn)} (${ageOf(report)})`
}

const ssnOf = ({ person }: PresentedReport): string | null => {
  if (person.ssnLastFour === undefined) return null
  return person.ssnLastFour === null ? words.notKnown : words.ssnEnding(person.ssnLastFour)
}

/** Who it is. */
export const personFacts: Facts = [
  {
    label: words.names,
    of: ({ person }) => lines(person.names.map(name => `${wholeName(name)} (${words.nameKinds[name.kind]})`)),
  },
  { label: words.born, of: bornOf },
  { label: words.sex, of: ({ person }) => options.sex[person.sex] },
  { label: words.race, of: ({ person }) => options.race[person.race] },
  { label: words.ethnicity, of: ({ person }) => options.ethnicity[person.ethnicity] },
  { label: words.birthCountry, of: countryOf },
  { label: words.ssn, of: ssnOf },
  {
    label: words.addresses,
    of: ({ person }) =>
      lines(
        person.addresses.map(({ line, city, state, zip }) =>
          [line, city, `${state} ${zip}`.trim()].filter(Boolean).join(', '),
        ),
      ),
  },
  { label: words.interpreter, of: ({ person }) => person.interpreterLanguage },
  { label: words.policeNumber, of: ({ person }) => person.policeNumber },
  { label: words.photo, of: ({ person }) => person.photoReference },
]

/** How the person was taken into custody. */
export const arrestFacts: Facts = [
  { label: words.arrestedAt, of: ({ arrestedAt }) => formatFullDateTime(arrestedAt) },
  { label: words.place, of: ({ place }) => place || null },
  { label: words.district, of: ({ district }) => district || null },
  { label: words.bookingSite, of: ({ bookingSite }) => bookingSite || null },
  { label: words.officers, of: ({ officers }) => lines(officers.map(({ badge, name }) => `${name} (${badge})`)) },
  {
    label: words.basis,
    of: ({ basis, warrantNumber }) => (basis === 'sight' ? options.basis.sight : words.warrant(warrantNumber ?? '')),
  },
  { label: words.incidents, of: ({ incidents }) => lines(incidents) },
  { label: words.otn, of: ({ otn }) => otn },
  { label: words.domesticViolence, of: ({ domesticViolence }) => (domesticViolence ? words.yes : words.no) },
  {
    label: words.directFile,
    of: ({ directFile }) =>
      directFile && words.directFileBy(formatFullDateTime(directFile.parentsNotifiedAt), directFile.parentsNotifiedBy),
  },
  { label: words.intakeNumber, of: ({ intakeNumber }) => intakeNumber },
]

/** Free text and people who are no part of the rest; absent altogether for a seat that may not read them. */
export const paperFacts: Facts = [
  { label: words.narrative, of: ({ narrative }) => narrative ?? null, isProse: true },
  {
    label: words.parties,
    of: ({ victimsAndWitnesses }) =>
      victimsAndWitnesses === undefined
        ? null
        : (lines(
            victimsAndWitnesses.map(({ kind, name, contact }) =>
              [`${options.partyKind[kind]}: ${name}`, contact].filter(Boolean).join(', '),
            ),
          ) ?? words.none),
  },
]
