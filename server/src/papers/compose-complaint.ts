import type { ComplaintFields } from '@pars/domain'
import { addressesOf, type CaseFacts, chargeTable, frameOf, nameOnPaper, type Proof } from './caption.ts'
import type { Block, Field, Paper, SigningPlace } from './paper.ts'
import { processWords, raceWords, sexWords, complaintWords as words } from './words/complaint-words.ts'
import { formatDay, formatName, formatWhen } from './words/format.ts'
import { captionWords, numberWords } from './words/paper-words.ts'

export interface ComplaintFacts extends CaseFacts {
  readonly complaint: Omit<ComplaintFields, 'facts'> & { readonly facts: string | null }
  readonly approvedBy: string
  readonly approvedAt: string
  /** Null until the court has filed it. */
  readonly filed: { readonly certifiedBy: string; readonly at: string } | null
}

const defendant = ({ person }: ComplaintFacts): Field[][] => [
  [
    { label: words.name, value: nameOnPaper(person.names), share: 2 },
    { label: words.born, value: person.bornOn === null ? captionWords.notKnown : formatDay(person.bornOn) },
  ],
  ...(person.names.length > 1
    ? [[{ label: words.aliases, value: person.names.slice(1).map(formatName).join('; ') }]]
    : []),
  [
    { label: words.address, value: addressesOf(person), share: 2 },
    { label: words.description, value: `${sexWords[person.sex]}; ${raceWords[person.race]}` },
  ],
]

const statements = ({ complaint }: ComplaintFacts): Block => ({
  kind: 'list',
  items: [
    complaint.peaceAndDignity ? words.peace : words.noPeace,
    complaint.labServices ? words.labYes : words.labNo,
    complaint.fingerprinted ? words.printsYes : words.printsNo,
    processWords[complaint.processRequested],
  ].map((text, index) => ({ label: `${index + 1}.`, text })),
})

const signing = ({ complaint }: ComplaintFacts): SigningPlace[] => [
  {
    who: words.signAffiant,
    name: complaint.affiant,
    beside: complaint.verifiedAt === null ? '' : words.verifiedAt(formatWhen(complaint.verifiedAt)),
  },
  { who: words.signDate, name: '', beside: '' },
]

const approving = ({ approvedBy, approvedAt, filed }: ComplaintFacts): SigningPlace[] => [
  { who: words.signAttorney, name: approvedBy, beside: words.approvedAt(formatWhen(approvedAt)) },
  {
    who: words.signIssuing,
    name: filed?.certifiedBy ?? '',
    beside: filed ? words.certifiedAt(formatWhen(filed.at)) : words.notCertified,
  },
]

/** The criminal complaint with everything that Pa.R.Crim.P. 504 demands. */
export const composeComplaint = (facts: ComplaintFacts, proof: Proof): Paper => {
  const { complaint, docketNumber } = facts
  const frame = frameOf(facts, proof, words.proof(proof.actEntry, numberWords(proof.actNumber)))
  return {
    ...frame,
    title: words.title(docketNumber),
    heading: words.heading,
    running: words.running(docketNumber),
    blocks: [
      { kind: 'heading', text: words.defendant },
      { kind: 'fields', rows: defendant(facts) },
      { kind: 'heading', text: words.affiant },
      {
        kind: 'fields',
        rows: [
          [
            { label: words.name, value: complaint.affiant },
            { label: words.agency, value: complaint.affiantAgency },
          ],
        ],
      },
      { kind: 'heading', text: words.accusation },
      { kind: 'paragraph', text: words.accuses },
      {
        kind: 'fields',
        rows: [
          [
            { label: words.offenseDate, value: complaint.offenseDateText },
            { label: words.offensePlace, value: complaint.offensePlace, share: 2 },
          ],
        ],
      },
      chargeTable(facts),
      { kind: 'heading', text: words.facts },
      { kind: 'paragraph', text: complaint.facts ?? words.noFacts },
      { kind: 'heading', text: words.statements },
      statements(facts),
      { kind: 'heading', text: words.verification, keep: 150 },
      { kind: 'paragraph', text: words.verifies },
      { kind: 'paragraph', text: words.publicAccess },
      { kind: 'signatures', places: signing(facts) },
      { kind: 'heading', text: words.approval, keep: 120 },
      { kind: 'paragraph', text: words.approved },
      { kind: 'signatures', places: approving(facts) },
    ],
  }
}
