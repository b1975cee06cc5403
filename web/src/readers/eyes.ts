import type { AnswerOf, ArrestRecord, listAgreements, PartnerRow } from '@pars/contract'
import { type Instant, mayRead, mayViewRecord, type Party } from '@pars/domain'
import { evaluatePopulation, type FieldClass, fieldClasses, type Terms, visibleClasses } from '@pars/terms'
import { classesOfRow, type RowClass } from '../partner/ask/facts-of-row.ts'
import { readersWords as words } from '../words/readers.ts'
import { factsOfRecord, rowOfRecord } from './row-of-record.ts'

/** The rows of the page: the classes that terms know, then what no terms can grant. */
export const narrowRows = ['last-four', 'narrative', 'parties'] as const
export type NarrowRow = (typeof narrowRows)[number]
export const rows = [...fieldClasses, ...narrowRows] as const
export type RowName = (typeof rows)[number]

type AgreementRow = AnswerOf<typeof listAgreements>['agreements'][number]

/** One pair of eyes: what it sees, by row; a row that is not here is not there for it. */
export interface Eyes {
  id: string
  name: string
  /** Under the name: an agreement and its end, or that it is a custodian. */
  notes: string[]
  sees: ReadonlyMap<RowName, readonly string[]>
  /** Nothing at all: the sentence that these eyes get, and for the custodians why. */
  nothing: { sentence: string; why: string } | null
}

const linesOf = ({ facts }: RowClass): string[] =>
  facts.map(({ label, text }) => (label === '' ? text : `${label}: ${text}`))

const seenOf = (row: PartnerRow, classes: readonly FieldClass[]): [RowName, string[]][] => {
  const given = Object.fromEntries(classes.map(name => [name, row[name]])) as PartnerRow
  return classesOfRow(given).map(each => [each.class, linesOf(each)])
}

/** What only some custodians read. A value that the reader's own seat is not given is not shown: only that another seat sees it. */
const narrowOf = ({ report }: ArrestRecord, party: Party): [RowName, string[]][] => {
  const { narrative, victimsAndWitnesses: parties, person } = report
  const lastFour = person.ssnLastFour
  return [
    ...(mayRead(party, 'last-four')
      ? [
          [
            'last-four',
            [lastFour === undefined ? words.sees : lastFour === null ? words.notOnRecord : words.lastFour(lastFour)],
          ] as [RowName, string[]],
        ]
      : []),
    ...(mayRead(party, 'narrative')
      ? ([
          [
            'narrative',
            [narrative === undefined ? words.sees : words.words(narrative.split(/\s+/).filter(Boolean).length)],
          ],
          ['parties', [parties === undefined ? words.sees : words.parties(parties.length)]],
        ] as [RowName, string[]][])
      : []),
  ]
}

const custodians = ['police', 'prosecutor', 'court'] as const

const custodianEyes = (record: ArrestRecord): Eyes[] =>
  custodians.map(party => ({
    id: party,
    name: words.readers[party],
    notes: [words.custodian],
    sees: new Map([...seenOf(rowOfRecord(record), fieldClasses), ...narrowOf(record, party)]),
    nothing: null,
  }))

const defenseEyes = (record: ArrestRecord): Eyes => {
  const decision = mayViewRecord(
    { role: 'defender' },
    { counselOfDockets: record.dockets.map(({ counsel }) => counsel) },
  )
  const isNone = decision.kind === 'refused'
  return {
    id: 'defense',
    name: words.readers.defense,
    notes: [],
    sees: new Map(isNone ? [] : seenOf(rowOfRecord(record), fieldClasses)),
    nothing: decision.kind === 'refused' ? { sentence: decision.say, why: '' } : null,
  }
}

/** Why a record is out of reach of terms; undefined where it is in reach. For custodians only: the partner is told one sentence. */
export const whyOutOfReach = (record: ArrestRecord, terms: Terms, now: Instant): string | undefined => {
  if (record.draft) return words.outWhy.draft
  const facts = factsOfRecord(record)
  if (!facts.adult && !terms.directFile) return words.outWhy.young
  return evaluatePopulation(terms.population, facts, now) ? undefined : words.outWhy.population
}

export interface Agreed {
  agreement: AgreementRow
  terms: Terms
  /** "through August 31, 2018" */
  through: string
}

const partnerEyes = (record: ArrestRecord, { agreement, terms, through }: Agreed, now: Instant): Eyes => {
  const why = agreement.standing === 'suspended' ? words.outWhy.suspended : whyOutOfReach(record, terms, now)
  return {
    id: agreement.agreementId,
    name: agreement.partner,
    notes: [words.agreement(agreement.code, terms.version), through],
    sees: new Map(why === undefined ? seenOf(rowOfRecord(record), visibleClasses(terms)) : []),
    nothing: why === undefined ? null : { sentence: words.outOfReach, why },
  }
}

/** Every pair of eyes on one record at a moment: three custodians, the defense, each partner whose terms are in force. */
export const eyesOn = (record: ArrestRecord, agreed: readonly Agreed[], now: Instant): Eyes[] => [
  ...custodianEyes(record),
  defenseEyes(record),
  ...agreed.map(each => partnerEyes(record, each, now)),
]
