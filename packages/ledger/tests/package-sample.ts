import { type KeyObject, sign } from 'node:crypto'
import {
  type BuiltLeaf,
  buildLeaf,
  buildPackage,
  type ConductEntry,
  canonicalJson,
  canonicalText,
  conductKinds,
  formatVkey,
  type Json,
  memorySource,
  openSlot,
  type PackageContents,
  parseCheckpoint,
  parseNote,
  readUtf8,
  type Slot,
  tileReader,
  toBase64,
  toHex,
  utf8,
} from '../src/index.ts'
import { noteSigner, sha256, signingKeyFromSeed } from '../src/node/index.ts'
import { logFiles, recordLeaves } from './log-files.ts'
import { sampleCosigners, sampleLogKey, sampleRandom } from './sample-entries.ts'

type Made = {
  readonly leaf: BuiltLeaf
  readonly slots: { readonly [name: string]: Slot }
  readonly kind: string
  readonly statement?: string
}

const text = (bytes: Uint8Array): string => readUtf8(bytes) ?? ''
const hashOf = (said: string): string => toHex(sha256(utf8(said)))
export const sampleTerms = { terms: '{"made":"up"}', sql: 'select 1;\n', prose: 'Only what is here may be asked.' }
const of = { agreement: 'sample-2018', agreementVersion: 1 }
const texts = {
  action: 'adopt',
  agreement: of.agreement,
  origin: sampleLogKey.name,
  proseHash: hashOf(sampleTerms.prose),
  resolution: 'sample-2018-r1',
  sqlHash: hashOf(sampleTerms.sql),
  termsHash: hashOf(sampleTerms.terms),
  version: 1,
}
const { termsHash } = texts

const keyOf = (holder: string): { privateKey: KeyObject; publicKey: string; keyId: string } => {
  const privateKey = signingKeyFromSeed(sampleRandom(`votes ${holder}`))
  const { publicKey } = noteSigner(holder, 'ed25519', privateKey)
  return { privateKey, publicKey: toBase64(publicKey), keyId: `key-of-${holder}` }
}
const signed = (holder: string, statement: string): string =>
  sign(null, utf8(statement), keyOf(holder).privateKey).toString('base64')

/** A small log about one agreement: founded, voted, asked, ended. `liar`: whose signature is another one's. */
export function packageLog(liar?: string): Made[] {
  const made: Made[] = []
  const add = (kind: keyof typeof conductKinds, minute: number, fields: object, slots: object, statement?: string) => {
    const names: readonly string[] = conductKinds[kind].slots
    const given = slots as { readonly [name: string]: Json | undefined }
    const held = Object.fromEntries(
      names.map((name): [string, Slot] => {
        const salt = sampleRandom(`package ${made.length} ${name}`)
        const content = given[name]
        return [name, content === undefined ? { salt, absent: true } : { salt, content: canonicalJson(content) }]
      }),
    )
    const at = new Date(Date.parse('2018-07-01T04:00:00.000Z') + minute * 60_000).toISOString()
    const nonce = sampleRandom(`package nonce ${made.length}`)
    const entry = { class: 'conduct', kind, at, fields, slots: held, nonce } as unknown as ConductEntry
    made.push({ leaf: buildLeaf(sha256, entry), slots: held, kind, ...(statement === undefined ? {} : { statement }) })
  }
  const addRecord = (n: number) =>
    made.push({
      leaf: { bytes: recordLeaves(n + 1)[n] ?? new Uint8Array(0), commitments: [] },
      slots: {},
      kind: 'record',
    })
  const vote = (seat: string, minute: number) => {
    const statement = canonicalText({
      ...texts,
      choice: 'for',
      closesAt: '2018-08-01T04:00:00.000Z',
      format: 'pars-ballot-1',
      seat,
    })
    const fields = {
      ...of,
      resolution: texts.resolution,
      action: 'adopt',
      seat,
      choice: 'for',
      termsHash,
      statementHash: hashOf(statement),
    }
    const signature = signed(seat === liar ? 'stranger' : seat, statement)
    add(
      'ballot.cast',
      minute,
      fields,
      {
        officer: `acc_${seat}`,
        signature: { keyId: keyOf(seat).keyId, signature, passkey: null },
        reason: 'made up',
      },
      statement,
    )
  }
  const key = (seat: string, use: string) => {
    const { publicKey, keyId } = keyOf(seat)
    const who = use === 'ballot' ? { seat, unit: null } : { seat: null, unit: seat }
    const held = use === 'ballot' ? { keyId, algorithm: 'ed25519', publicKey } : { keyId, publicKey }
    add('key.registered', 1, { use, algorithm: 'ed25519', ...who, vkey: null }, { holder: seat, key: held })
  }
  const inquiry = {
    ...of,
    unit: 'unit-one',
    authentication: 'signed',
    question: 'by-identifier',
    purpose: 'criminal-investigation',
  }
  const asked = (n: number) => ({ officer: `ofc_${n}`, predicate: { value: `made up ${n}` } })

  add('journal.created', 0, { origin: sampleLogKey.name, rehearsal: true, vkey: formatVkey(sampleLogKey) }, {})
  for (const [i, seat] of ['police', 'prosecutor', 'court'].entries())
    add(
      'key.registered',
      1,
      { use: 'cosigner', algorithm: 'ed25519', seat, unit: null, vkey: formatVkey(sampleCosigners[i] ?? sampleLogKey) },
      { holder: seat },
    )
  for (const seat of ['police', 'court']) key(seat, 'ballot')
  key('unit-one', 'partner')
  add(
    'resolution.opened',
    2,
    {
      ...of,
      resolution: texts.resolution,
      action: 'adopt',
      seat: 'court',
      termsHash,
      closesAt: '2018-08-01T04:00:00.000Z',
    },
    { officer: 'acc_court' },
  )
  vote('police', 3)
  vote('court', 4)
  const acceptance = canonicalText({ ...texts, decision: 'accepted', format: 'pars-acceptance-1', term: null })
  add(
    'agreement.accepted',
    5,
    { ...of, termsHash, statementHash: hashOf(acceptance) },
    { officer: 'ofc_1', signature: signed(liar === 'unit-one' ? 'stranger' : 'unit-one', acceptance) },
    acceptance,
  )
  add(
    'agreement.activated',
    6,
    {
      ...of,
      termsHash,
      wallsHash: toHex(sampleRandom('walls')),
      ballots: [9, 10],
      acceptance: 11,
      startsAt: '2018-07-02T04:00:00.000Z',
      endsAt: '2018-09-01T04:00:00.000Z',
    },
    {},
  )
  addRecord(0)
  add('inquiry.answered', 3000, { ...inquiry, filters: ['otn'], classes: ['arrest', 'charges'], rows: 1 }, asked(1))
  addRecord(1)
  add(
    'inquiry.refused',
    3100,
    { ...inquiry, question: 'by-attribute', filters: ['birth-country', 'since'], term: 'question-not-granted' },
    asked(2),
  )
  add(
    'obligation.met',
    3200,
    { ...of, obligation: 'report', dueOn: '2018-07-31' },
    { officer: 'ofc_1', evidence: 'made up' },
  )
  add(
    'notice.served',
    3300,
    { ...of, notice: 'letter', servedBy: 'partner' },
    { officer: 'ofc_1', recipient: 'custodians', text: 'About the report\n\nMade up.' },
  )
  add('inquiry.answered', 89_000, { ...inquiry, filters: ['otn'], classes: [], rows: 0 }, asked(3))
  add('agreement.ended', 89_280, { ...of, cause: 'end-date', ballots: [] }, {})
  add('inquiry.refused', 89_281, { ...inquiry, filters: ['otn'], term: 'agreement-ended' }, asked(4))
  addRecord(2)
  return made
}

const actOf = (at: string, changes: Readonly<Record<string, string>>) => (said: string) =>
  Object.entries({ ...changes, 'at":"[^"]*': `at":"${at}` }).reduce(
    (text, [from, to]) => text.replace(new RegExp(from), to),
    said,
  )

/** The log with entry `from`, its time and some words changed, in the place of another entry: what nobody should have entered. */
export function packageLogWith(
  entry: number,
  { from = entry, at, changes = {} }: { from?: number; at: string; changes?: Readonly<Record<string, string>> },
  log = packageLog(),
): Made[] {
  const source = log[from - 1]
  if (source === undefined) throw new RangeError(`no entry ${from}`)
  const said = actOf(at, changes)(text(source.leaf.bytes))
  const kind = /"kind":"([^"]*)/.exec(said)?.[1] ?? ''
  return log.with(entry - 1, { leaf: { bytes: utf8(said), commitments: source.leaf.commitments }, slots: {}, kind })
}

const kept = [
  'journal.created',
  'key.registered',
  'resolution.opened',
  'ballot.cast',
  'agreement.accepted',
  'agreement.activated',
]
const laidOpen: { readonly [kind: string]: string } = {
  'key.registered': 'key',
  'ballot.cast': 'signature',
  'agreement.accepted': 'signature',
  'notice.served': 'text',
}

/** What a package of this log from 13 to 21 is built of. */
export async function packageContents(log = packageLog(), cosigned = 2): Promise<PackageContents> {
  const files = await logFiles(
    log.map(({ leaf }) => leaf.bytes),
    sampleCosigners.slice(0, cosigned),
  )
  const checkpoint = text(files.get('checkpoint') ?? new Uint8Array(0))
  const note = parseNote(utf8(checkpoint))
  const parsed = note.ok ? parseCheckpoint(note.value.text) : note
  if (!parsed.ok) throw new Error(parsed.fault)
  const placed = log.map((each, i) => ({ ...each, entry: i + 1, text: text(each.leaf.bytes) }))
  const numbered = (from: number, through: number) =>
    placed.filter(({ entry }) => entry >= from && entry <= through).map(({ entry, text: leaf }) => ({ entry, leaf }))
  return {
    head: {
      agreement: of.agreement,
      from: 13,
      through: 21,
      log: formatVkey(sampleLogKey),
      cosigners: sampleCosigners.map(formatVkey),
      quorum: 2,
      checkpoint,
    },
    size: parsed.value.size,
    readTile: tileReader(memorySource(files)),
    terms: [{ agreementVersion: 1, ...sampleTerms }],
    entries: numbered(1, 12).filter(({ entry }) => kept.includes(placed[entry - 1]?.kind ?? '')),
    statements: placed.flatMap(({ entry, statement }) => (statement === undefined ? [] : [{ entry, statement }])),
    openings: placed.flatMap(({ entry, kind, slots, leaf }) => {
      const slot = laidOpen[kind]
      const value = slot === undefined ? undefined : slots[slot]
      if (slot === undefined || value?.content === undefined) return []
      return [{ entry, opening: openSlot(Object.keys(slots), leaf.commitments, slot, value) }]
    }),
    leaves: numbered(13, 21),
  }
}

export const packageOf = async (changed: Partial<PackageContents> = {}, log = packageLog()): Promise<string> =>
  buildPackage(sha256, { ...(await packageContents(log)), ...changed })
