import {
  type Algorithm,
  type BuiltLeaf,
  buildLeaf,
  type ConductFields,
  type ConductKind,
  type ConductSlot,
  canonicalJson,
  formatVkey,
  type Json,
  type LeafEntry,
  type NoteSigner,
  type RecordSeat,
  type Slot,
  toHex,
  utf8,
} from '../src/index.ts'
import { noteSigner, sha256, signingKeyFromSeed } from '../src/node/index.ts'

/** One entry of the made-up log that SPEC.md prints: what happened, the leaf, and what its slots hold. */
export type Sample = {
  readonly entry: number
  readonly about: string
  readonly leaf: BuiltLeaf
  readonly slots: { readonly [name: string]: Slot }
}

type Contents = { readonly [slot: string]: Json | undefined }
type Draft = (entry: number) => { readonly about: string; readonly made: LeafEntry }

/** Random in a real log; here from words, so that the bytes are the same on every machine. */
export function sampleRandom(words: string): Uint8Array {
  return sha256(utf8(`sample ${words}`))
}

/** Keys that everybody knows: good for samples, never for a log. */
export const sampleLogKey = sampleSigner('pars.example/rehearsal/sample', 'ed25519')
export const sampleCosigners = ['police', 'prosecutor', 'court'].map(seat =>
  sampleSigner(`pars.example/cosigner/${seat}`, 'cosignature'),
)

export function sampleSigner(name: string, algorithm: Algorithm): NoteSigner {
  return noteSigner(name, algorithm, signingKeyFromSeed(sampleRandom(`key ${name}`)))
}

function slotsOf(entry: number, names: readonly string[], contents: Contents): { [name: string]: Slot } {
  const slot = (name: string): Slot => {
    const salt = sampleRandom(`salt ${entry} ${name}`)
    const content = contents[name]
    return content === undefined ? { salt, absent: true } : { salt, content: canonicalJson(content) }
  }
  return Object.fromEntries(names.map(name => [name, slot(name)]))
}

function record(about: string, seat: RecordSeat, batchAt: string, contents: Contents): Draft {
  return entry => {
    const slots = slotsOf(entry, ['kind', 'actor', 'subject', 'act'], contents) as Record<
      'kind' | 'actor' | 'subject' | 'act',
      Slot
    >
    return { about, made: { class: 'record', seat, batchAt, slots, nonce: sampleRandom(`nonce ${entry}`) } }
  }
}

function conduct<K extends ConductKind>(
  about: string,
  what: { kind: K; at: string; fields: ConductFields<K>; slots: { [S in ConductSlot<K>]: Json | undefined } },
): Draft {
  return entry => {
    const slots = slotsOf(entry, Object.keys(what.slots), what.slots)
    const made = { class: 'conduct', ...what, slots, nonce: sampleRandom(`nonce ${entry}`) }
    return { about, made: made as unknown as LeafEntry }
  }
}

const agreement = { agreement: 'removal-unit-2017', agreementVersion: 3 } as const
const termsHash = toHex(sampleRandom('terms 3'))
const arrest = 'arr_5d0c9a1e00000000000000000000c418'
const person = { person: 'per_77b1f0c20000000000000000000000a2', name: 'Sample, Pat Q.' }
const by = (account: string, party: RecordSeat, role: string) => ({
  account: `acc_${account.padStart(32, '0')}`,
  name: 'A. Made-up',
  party,
  role,
})
const bookingOfficer = by('a017', 'police', 'booking-officer')
const nobody = {
  officer: 'acc_22e90b11',
  behalf: undefined,
  case: '18-CI-000417',
  person: undefined,
  predicate: { policePhotoNumber: '0000417' },
  answer: undefined,
  ground: undefined,
  request: undefined,
} as const

const drafts: readonly Draft[] = [
  conduct('the journal begins', {
    kind: 'journal.created',
    at: '2018-07-01T04:00:00.000Z',
    fields: {
      origin: sampleLogKey.name,
      rehearsal: true,
      vkey: formatVkey(sampleLogKey),
    },
    slots: { operator: 'acc_00000001' },
  }),
  conduct('a key change: the police seat registers the key it votes with', {
    kind: 'key.registered',
    at: '2018-07-01T04:05:00.000Z',
    fields: { use: 'ballot', algorithm: 'es256', seat: 'police', unit: null, vkey: null },
    slots: { holder: 'acc_0000a001', key: 'made-up credential', approval: 'genesis ceremony' },
  }),
  record('an arrest reported', 'police', '2018-07-18T14:03:22.517Z', {
    kind: 'arrest.reported',
    actor: bookingOfficer,
    subject: arrest,
    act: { report: { district: '24', person: { names: [{ last: 'Sample', first: 'Pat' }] }, statutes: ['18 § 3502'] } },
  }),
  record('a refusal: the report named a statute that is not in the table', 'police', '2018-07-18T14:04:02.003Z', {
    kind: 'act.refused',
    actor: bookingOfficer,
    subject: undefined,
    act: { permission: 'arrest.report', reason: 'statute-unknown' },
  }),
  conduct('the police seat votes for the agreement', {
    kind: 'ballot.cast',
    at: '2018-07-19T13:00:00.120Z',
    fields: {
      ...agreement,
      resolution: 'res-12',
      action: 'adopt',
      seat: 'police',
      choice: 'for',
      termsHash,
      statementHash: toHex(sampleRandom('ballot police')),
    },
    slots: { officer: 'acc_0000a001', signature: 'made-up signature', reason: 'on the order of the mayor' },
  }),
  conduct('the court seat votes for it', {
    kind: 'ballot.cast',
    at: '2018-07-19T15:30:00.009Z',
    fields: {
      ...agreement,
      resolution: 'res-12',
      action: 'adopt',
      seat: 'court',
      choice: 'for',
      termsHash,
      statementHash: toHex(sampleRandom('ballot court')),
    },
    slots: { officer: 'acc_0000c001', signature: 'made-up signature', reason: undefined },
  }),
  conduct('the partner accepts the same terms', {
    kind: 'agreement.accepted',
    at: '2018-07-19T16:00:00.000Z',
    fields: { ...agreement, termsHash, statementHash: toHex(sampleRandom('acceptance')) },
    slots: { officer: 'acc_22e90b01', signature: 'made-up signature' },
  }),
  conduct('the agreement is activated', {
    kind: 'agreement.activated',
    at: '2018-07-19T16:00:05.250Z',
    fields: {
      ...agreement,
      termsHash,
      wallsHash: toHex(sampleRandom('walls 3')),
      ballots: [5, 6],
      acceptance: 7,
      startsAt: '2018-07-20T04:00:00.000Z',
      endsAt: '2018-09-01T04:00:00.000Z',
    },
    slots: { approval: undefined },
  }),
  conduct('an inquiry answered', {
    kind: 'inquiry.answered',
    at: '2018-07-20T13:11:09.431Z',
    fields: {
      ...agreement,
      unit: 'investigations',
      authentication: 'signed',
      question: 'by-identifier',
      filters: ['police-photo-number'],
      purpose: 'criminal-investigation',
      classes: ['arrest', 'charges'],
      rows: 1,
    },
    slots: {
      ...nobody,
      behalf: 'acc_22e90b12',
      person,
      answer: { arrest, charges: ['18 § 3502'] },
      request: 'made-up signed request',
    },
  }),
  conduct('an inquiry to which there was no record available; why, only the custodians can open', {
    kind: 'inquiry.answered',
    at: '2018-07-20T13:12:40.002Z',
    fields: {
      ...agreement,
      unit: 'removal',
      authentication: 'sign-in',
      question: 'by-name-and-birth-date',
      filters: ['birth-date', 'name'],
      purpose: 'warrant-service',
      classes: [],
      rows: 0,
    },
    slots: { ...nobody, predicate: { name: 'Sample, Lee' }, ground: 'never-charged' },
  }),
  conduct('an inquiry refused, with the term that refused it', {
    kind: 'inquiry.refused',
    at: '2018-07-20T13:15:00.777Z',
    fields: {
      ...agreement,
      unit: 'removal',
      authentication: 'sign-in',
      question: 'by-attribute',
      filters: ['birth-country'],
      purpose: 'civil-removal',
      term: 'question-not-granted',
    },
    slots: { ...nobody, predicate: { birthCountry: 'elsewhere' } },
  }),
  conduct('an inquiry sealed by order until the end of the year', {
    kind: 'inquiry.sealed',
    at: '2018-07-21T02:00:13.200Z',
    fields: { opensOn: '2019-01-01' },
    slots: {
      ...nobody,
      person,
      answer: { arrest },
      conduct: {
        ...agreement,
        unit: 'investigations',
        authentication: 'signed',
        question: 'by-identifier',
        filters: ['police-photo-number'],
        purpose: 'criminal-investigation',
        classes: ['arrest'],
        rows: 1,
        kind: 'inquiry.answered',
      },
      order: 'court order of July 20',
    },
  }),
  record('inside access: a clerk opened the record', 'court', '2018-07-21T12:40:55.901Z', {
    kind: 'record.opened',
    actor: by('c033', 'court', 'court-clerk'),
    subject: arrest,
    act: { purpose: 'court', forWhom: 'own-seat', readAt: 12 },
  }),
  record('an expungement by verified order', 'court', '2018-08-02T15:20:31.008Z', {
    kind: 'record.expunged',
    actor: by('c002', 'court', 'court-clerk'),
    subject: undefined,
    act: { order: 'ord_19', entries: [3, 13], slots: ['subject', 'act'] },
  }),
  conduct('a key change: the old voting key of the police seat is revoked', {
    kind: 'key.revoked',
    at: '2018-08-03T13:00:00.000Z',
    fields: { use: 'ballot', algorithm: 'es256', seat: 'police', unit: null, vkey: null },
    slots: { holder: 'acc_0000a001', key: 'made-up credential', approval: 'two of three' },
  }),
  conduct('the agreement ends at its instant', {
    kind: 'agreement.ended',
    at: '2018-09-01T04:00:00.000Z',
    fields: { ...agreement, cause: 'end-date', ballots: [] },
    slots: { officer: undefined, reason: undefined },
  }),
  conduct('the first inquiry after the end is refused', {
    kind: 'inquiry.refused',
    at: '2018-09-01T04:00:01.013Z',
    fields: {
      ...agreement,
      unit: 'investigations',
      authentication: 'signed',
      question: 'by-identifier',
      filters: ['police-photo-number'],
      purpose: 'criminal-investigation',
      term: 'agreement-ended',
    },
    slots: { ...nobody, request: 'made-up signed request' },
  }),
]

export const samples: readonly Sample[] = drafts.map((draft, i) => {
  const { about, made } = draft(i + 1)
  return { entry: i + 1, about, leaf: buildLeaf(sha256, made), slots: made.slots }
})
