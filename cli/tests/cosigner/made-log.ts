import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import {
  appendToBundles,
  appendToFrontier,
  type BuiltLeaf,
  buildLeaf,
  bundlePath,
  canonicalJson,
  emptyFrontier,
  emptyTail,
  formatAddCheckpoint,
  formatCheckpoint,
  formatNote,
  formatOpening,
  hashLeaf,
  type Json,
  type LeafEntry,
  memorySource,
  openSlot,
  proveConsistency,
  signNote,
  tilePath,
  tileReader,
  toHex,
  utf8,
} from '@pars/ledger'
import { generateSigningKey, noteSigner, sha256 } from '@pars/ledger/node'
import { acceptanceStatement, ballotStatement } from '@pars/terms'

export const origin = 'pars.test/rehearsal/made'
export const logSigner = noteSigner(origin, 'ed25519', generateSigningKey())

interface LaidOpenTexts {
  readonly statement?: string | null
  readonly terms?: string | null
}

export interface VotingKey {
  readonly keyId: string
  readonly privateKey: KeyObject
  readonly publicKey: string
}
export const newVotingKey = (): VotingKey => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const bytes = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  return { keyId: bytes.toString('hex').slice(0, 32), privateKey, publicKey: bytes.toString('base64') }
}

/** Of the terms a cosigner reads who they name, and their hash. */
export const terms = JSON.stringify({ units: [{ code: 'made-unit' }] })
const termsHash = toHex(sha256(utf8(terms)))
const voted = {
  origin,
  agreement: 'made-1',
  version: 1,
  resolution: 'made-1-1',
  action: 'adopt',
  termsHash,
  sqlHash: 'b'.repeat(64),
  proseHash: null,
} as const

/** A log held in memory, grown by the entries that a test makes; what it lays open is what a test leaves of it. */
export const makeLog = () => {
  const leaves: BuiltLeaf[] = []
  const files = new Map<string, Uint8Array>()

  const saltsOf = new Map<number, ReadonlyMap<string, Uint8Array>>()

  const add = (made: object, contents: { [slot: string]: Json | undefined }): number => {
    const salts = new Map(Object.keys(contents).map(slot => [slot, randomBytes(32)]))
    const slots = Object.fromEntries(
      Object.entries(contents).map(([name, content]) => {
        const salt = salts.get(name) ?? randomBytes(32)
        return [name, content === undefined ? { salt, absent: true } : { salt, content: canonicalJson(content) }]
      }),
    )
    leaves.push(buildLeaf(sha256, { ...made, slots, nonce: randomBytes(32) } as unknown as LeafEntry))
    saltsOf.set(leaves.length, salts)
    return leaves.length
  }
  const conduct = (kind: string, fields: object, contents: { [slot: string]: Json | undefined }): number =>
    add({ class: 'conduct', kind, at: '2018-07-19T13:00:00.120Z', fields }, contents)
  const layOpen = (entry: number, slot: string, content: Json, slots: string[], texts: LaidOpenTexts = {}): void => {
    const leaf = leaves[entry - 1]
    if (!leaf) throw new Error('no such entry')
    const value = { salt: saltsOf.get(entry)?.get(slot) ?? randomBytes(32), content: canonicalJson(content) }
    const opening = formatOpening(openSlot(slots, leaf.commitments, slot, value))
    files.set(`opening/${entry}`, utf8(JSON.stringify({ opening, statement: null, terms: null, ...texts })))
  }
  const aboutKey = (kind: 'key.registered' | 'key.revoked') => (holder: string, key: VotingKey) => {
    const content = { keyId: key.keyId, algorithm: 'ed25519', publicKey: key.publicKey }
    const isSeat = ['police', 'prosecutor', 'court'].includes(holder)
    const whose = isSeat ? { use: 'ballot', seat: holder, unit: null } : { use: 'partner', seat: null, unit: holder }
    const fields = { ...whose, algorithm: 'ed25519', vkey: null }
    const entry = conduct(kind, fields, { holder: 'Holder', key: content, approval: undefined })
    layOpen(entry, 'key', content, ['holder', 'key', 'approval'])
    return entry
  }
  const ballot = (seat: 'police' | 'prosecutor' | 'court', key: VotingKey, signed?: object): number => {
    const statement = ballotStatement({
      ...voted,
      seat,
      choice: 'for',
      closesAt: '2018-08-01T00:00:00.000Z' as never,
      ...signed,
    })
    const signature = sign(null, utf8(statement), key.privateKey).toString('base64')
    const content = { keyId: key.keyId, signature, passkey: null }
    const { agreement, version: agreementVersion, resolution } = voted
    const { action } = { ...voted, ...signed }
    const statementHash = toHex(sha256(utf8(statement)))
    const fields = { agreement, agreementVersion, resolution, action, seat, choice: 'for', termsHash, statementHash }
    const entry = conduct('ballot.cast', fields, { officer: 'o', signature: content, reason: undefined })
    layOpen(entry, 'signature', content, ['officer', 'signature', 'reason'], { statement })
    return entry
  }
  const acceptance = (key: VotingKey, signed?: object): number => {
    const statement = acceptanceStatement({ ...voted, decision: 'accepted', term: null, ...signed })
    const signature = sign(null, utf8(statement), key.privateKey).toString('base64')
    const content = { keyId: key.keyId, made: 'm', signature }
    const { agreement, version: agreementVersion } = voted
    const fields = { agreement, agreementVersion, termsHash, statementHash: toHex(sha256(utf8(statement))) }
    const entry = conduct('agreement.accepted', fields, { officer: 'o', signature: content })
    layOpen(entry, 'signature', content, ['officer', 'signature'], { statement, terms })
    return entry
  }
  const activation = (ballots: number[], accepted: number | null): number => {
    const { agreement, version: agreementVersion } = voted
    const [startsAt, endsAt] = ['2018-07-20T04:00:00.000Z', '2019-07-20T04:00:00.000Z']
    const fields = {
      agreement,
      agreementVersion,
      termsHash,
      wallsHash: termsHash,
      ballots,
      acceptance: accepted,
      startsAt,
      endsAt,
    }
    return conduct('agreement.activated', fields, { approval: undefined })
  }
  const arrests = (count: number): void => {
    const names = ['kind', 'actor', 'subject', 'act']
    for (let i = 0; i < count; i++)
      add(
        { class: 'record', seat: 'police', batchAt: '2018-07-19T13:00:00.000Z' },
        Object.fromEntries(names.map(name => [name, `${name} ${i}`])),
      )
  }
  /** Writes the files of the log as it is now, and signs it. */
  const publish = async (): Promise<{ size: number; note: string }> => {
    const bytes = leaves.map(leaf => leaf.bytes)
    const appended = appendToFrontier(
      sha256,
      emptyFrontier,
      bytes.map(leaf => hashLeaf(sha256, leaf)),
    )
    for (const tile of appended.tiles) files.set(tilePath(tile), tile.bytes)
    for (const bundle of appendToBundles(emptyTail, bytes).bundles) files.set(bundlePath(bundle), bundle.bytes)
    const note = await signed(appended.size, appended.root)
    return { size: appended.size, note }
  }
  const request = async (old: number, { size, note }: { size: number; note: string }): Promise<Uint8Array> => {
    const readTile = tileReader(memorySource(files))
    const proof = old === 0 || old === size ? [] : await proveConsistency(sha256, readTile, { size1: old, size2: size })
    return formatAddCheckpoint({ old, proof, note: utf8(note) })
  }
  return {
    files,
    source: memorySource(files),
    registerKey: aboutKey('key.registered'),
    revokeKey: aboutKey('key.revoked'),
    ballot,
    acceptance,
    activation,
    arrests,
    publish,
    request,
    layOpen,
  }
}

/** A checkpoint of the made log, whether its tree is one or not. */
export const signed = async (size: number, root: Uint8Array): Promise<string> => {
  const text = formatCheckpoint({ origin, size, root })
  return formatNote({ text, signatures: [await signNote(text, logSigner)] })
}
