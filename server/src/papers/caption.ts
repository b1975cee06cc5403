import type { ArrestReport, Grade, PersonName, PlainDate } from '@pars/domain'
import type { Block, Field, Paper } from './paper.ts'
import { formatDay, formatGrade, formatName, formatWhen } from './words/format.ts'
import { captionWords, chargeColumns, courtOf, madeUp, numberWords } from './words/paper-words.ts'

/** A person on a paper: never the SSN, the country of birth or the ethnicity, which no court paper needs. */
export type PaperPerson = Pick<ArrestReport['person'], 'names' | 'bornOn' | 'sex' | 'race' | 'addresses'>

export interface PaperCharge {
  readonly statute: string
  readonly description: string
  readonly grade: Grade
  readonly counts: number
  readonly offenseOn: PlainDate
  readonly dcNumber: string
}

/** Which paper of which case. */
export interface CaseFacts {
  readonly docketNumber: string | null
  readonly otn: string | null
  readonly incidents: readonly string[]
  readonly person: PaperPerson
  readonly charges: readonly PaperCharge[]
  readonly grades: ReadonlyMap<string, string>
}

/** Whose city this is, where the journal holds the act, and where this printing of it. */
export interface Proof {
  readonly city: { readonly name: string; readonly rehearsal: boolean }
  readonly actEntry: string
  readonly actNumber: number | null
  readonly printEntry: string
  readonly printNumber: number | null
  readonly printedBy: string
  readonly printedAt: string
}

export const nameOnPaper = (names: readonly PersonName[]): string =>
  names[0] ? formatName(names[0]) : captionWords.notKnown

const numbersOf = ({ docketNumber, otn, incidents }: CaseFacts): Field[] => [
  { label: captionWords.docket, value: docketNumber ?? captionWords.notFiled },
  { label: captionWords.otn, value: otn ?? captionWords.none },
  { label: captionWords.incidents, value: incidents.join(', ') || captionWords.none },
]

const printedWords = (proof: Proof): string =>
  `Printed by ${proof.printedBy} on ${formatWhen(proof.printedAt)} as entry ${proof.printEntry}, ${numberWords(proof.printNumber)}.`

/** What every court paper begins and ends with. */
export const frameOf = (
  facts: CaseFacts,
  proof: Proof,
  act: string,
): Pick<Paper, 'court' | 'caption' | 'party' | 'numbers' | 'proof' | 'banner' | 'printedAt'> => ({
  court: [courtOf(proof.city.name)],
  caption: [captionWords.commonwealth, captionWords.versus, nameOnPaper(facts.person.names), captionWords.defendant],
  party: 2,
  numbers: numbersOf(facts),
  proof: [act, printedWords(proof)],
  banner: proof.city.rehearsal ? madeUp : null,
  printedAt: proof.printedAt,
})

const addressOf = ({ line, city, state, zip }: PaperPerson['addresses'][number]): string =>
  [line, city, [state, zip].filter(part => part !== '').join(' ')].filter(part => part !== '').join(', ')

export const addressesOf = ({ addresses }: PaperPerson): string =>
  addresses.map(addressOf).join('; ') || captionWords.notKnown

/** The charges as a table, in the order of the complaint. */
export const chargeTable = ({ charges, grades }: CaseFacts): Block => ({
  kind: 'table',
  columns: [
    { title: chargeColumns.number, width: 26 },
    { title: chargeColumns.statute, width: 90 },
    { title: chargeColumns.offense, width: 128 },
    { title: chargeColumns.grade, width: 80 },
    { title: chargeColumns.counts, width: 38, align: 'right' },
    { title: chargeColumns.on, width: 62, align: 'right' },
    { title: chargeColumns.dcNumber, width: 80, align: 'right' },
  ],
  rows: charges.map((charge, index) => [
    String(index + 1),
    charge.statute,
    charge.description,
    formatGrade(charge.grade, grades),
    String(charge.counts),
    formatDay(charge.offenseOn),
    charge.dcNumber,
  ]),
})

/** The same without dates and incidents, for papers that only say what the case is about. */
export const chargeSummary = ({ charges, grades }: CaseFacts): Block => ({
  kind: 'table',
  columns: [
    { title: chargeColumns.number, width: 26 },
    { title: chargeColumns.statute, width: 110 },
    { title: chargeColumns.offense, width: 204 },
    { title: chargeColumns.grade, width: 124 },
    { title: chargeColumns.counts, width: 40, align: 'right' },
  ],
  rows: charges.map((charge, index) => [
    String(index + 1),
    charge.statute,
    charge.description,
    formatGrade(charge.grade, grades),
    String(charge.counts),
  ]),
})
