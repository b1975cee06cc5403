import { readUtf8, toHex, utf8 } from '../bytes.ts'
import { failed, holds, type Reading, reads, type Verdict } from '../fault.ts'
import { maxEntryLength, type Sha256 } from '../tree/tree-hash.ts'
import { canonicalText, type Json, parseCanonicalText } from './canonical-json.ts'
import {
  type ConductFields,
  type ConductKind,
  type ConductSlot,
  conductKinds,
  isConductKind,
  type RecordSeat,
  type RecordSlot,
  recordSeats,
  recordSlots,
} from './conduct-kinds.ts'
import { type FieldType, isHash, isInstant, isOfType, isSecond } from './field-types.ts'
import { commitSlot, type Slot, saltLength, slotsRoot } from './slots.ts'

export const leafVersion = 1

const hex = '[0-9a-f]{64}'
const recordTemplate = new RegExp(
  `^{"at":"([^"]{20})","class":"record","nonce":"${hex}","seat":"(${recordSeats.join('|')})","slots":"(${hex})","v":1}$`,
)

/** An act on the record by one of the seats. `batchAt` is the time of the sequencer's batch (milliseconds are cut off), not of the act. */
export type RecordEntry = {
  readonly class: 'record'
  readonly seat: RecordSeat
  readonly batchAt: string
  readonly slots: { readonly [S in RecordSlot]: Slot }
  /** 32 random bytes. */
  readonly nonce: Uint8Array
}

/** Conduct of an agency: agreement, vote, inquiry, oversight, key. `at` is the time of the act, UTC with milliseconds. */
export type ConductEntry<K extends ConductKind = ConductKind> = {
  [Kind in K]: {
    readonly class: 'conduct'
    readonly kind: Kind
    readonly at: string
    readonly fields: ConductFields<Kind>
    readonly slots: { readonly [S in ConductSlot<Kind>]: Slot }
    /** 32 random bytes. */
    readonly nonce: Uint8Array
  }
}[K]

export type LeafEntry = RecordEntry | ConductEntry

/** The leaf's bytes, and the commitment of each slot in order: keep these, they outlive an erased slot. */
export type BuiltLeaf = { readonly bytes: Uint8Array; readonly commitments: readonly Uint8Array[] }

/** A leaf as anyone reads it. `slotNames` is its kind's fixed list, `slots` the root over them in hexadecimal. */
export type Leaf = { readonly slots: string; readonly slotNames: readonly string[] } & (
  | { readonly class: 'record'; readonly seat: RecordSeat; readonly at: string }
  | {
      readonly class: 'conduct'
      readonly kind: ConductKind
      readonly at: string
      readonly fields: { readonly [field: string]: Json }
    }
)

/**
 * Builds the bytes that go into the tree. The same entry always gives the same bytes. Throws TypeError or RangeError on an entry
 * that the format does not hold: a leaf that no verifier accepts must never be signed.
 */
export function buildLeaf(sha256: Sha256, entry: LeafEntry): BuiltLeaf {
  if (entry.nonce.length !== saltLength) throw new RangeError(`the nonce must have ${saltLength} bytes`)
  const slots: { readonly [name: string]: Slot } = entry.slots
  const names = slotNamesOf(entry)
  if (Object.keys(slots).length !== names.length) throw new TypeError(`the slots of this entry are ${names.join(', ')}`)
  const commitments = names.map(name => commitSlot(sha256, name, slots[name] ?? noSlot(name)))
  const sealed = { nonce: toHex(entry.nonce), slots: toHex(slotsRoot(sha256, commitments)), v: leafVersion }
  const text = entry.class === 'record' ? recordText(entry, sealed) : conductText(entry, sealed)
  const bytes = utf8(text)
  if (bytes.length > maxEntryLength) throw new RangeError(`a leaf has at most ${maxEntryLength} bytes`)
  return { bytes, commitments }
}

/** Reads a leaf strictly: canonical bytes, known version, class, kind, exactly the kind's fields, each of its type. */
export function parseLeaf(bytes: Uint8Array): Reading<Leaf> {
  const text = readUtf8(bytes)
  if (text === undefined) return failed('json-not-utf8')
  return parseByTemplate(text) ?? parseByRules(text)
}

/** Nine in ten leaves are the record's, which have one shape: what matches it is canonical, and reading takes a third of the time. */
function parseByTemplate(text: string): Reading<Leaf> | undefined {
  const [, at, seat, slots] = recordTemplate.exec(text) ?? []
  if (at === undefined || slots === undefined || !isSecond(at)) return undefined
  return reads({ class: 'record', seat: seat as RecordSeat, at, slots, slotNames: recordSlots })
}

/** The whole rules, of any leaf. */
export function parseByRules(text: string): Reading<Leaf> {
  const json = parseCanonicalText(text)
  if (!json.ok) return json
  if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value))
    return failed('leaf-not-an-object')
  const leaf = json.value as { readonly [key: string]: Json }
  if (leaf['v'] !== leafVersion) return failed('leaf-version-unknown')
  if (leaf['class'] === 'record') return parseRecord(leaf)
  if (leaf['class'] === 'conduct') return parseConduct(leaf)
  return failed('leaf-class-unknown')
}

/**
 * Checks the clear fields of a conduct entry: call it before the entry is inserted, since one that `buildLeaf` refuses later would
 * stop the sequencer.
 */
export function checkConductFields(kind: string, fields: { readonly [field: string]: Json }): Verdict {
  if (!isConductKind(kind)) return failed('leaf-kind-unknown', kind)
  return findFieldFault(conductKinds[kind].fields, fields) ?? holds
}

type Sealed = { readonly nonce: string; readonly slots: string; readonly v: number }

function recordText(entry: RecordEntry, sealed: Sealed): string {
  if (!isInstant(entry.batchAt)) throw new TypeError(`${entry.batchAt} is no instant in UTC with milliseconds`)
  if (!recordSeats.includes(entry.seat)) throw new TypeError(`${entry.seat} is no seat`)
  return canonicalText({ at: `${entry.batchAt.slice(0, 19)}Z`, class: 'record', seat: entry.seat, ...sealed })
}

function conductText(entry: ConductEntry, sealed: Sealed): string {
  const fields: { readonly [field: string]: Json } = entry.fields
  const verdict = checkConductFields(entry.kind, fields)
  if (!verdict.ok) throw new TypeError(`${entry.kind}: ${verdict.fault} ${verdict.detail}`)
  if (!isInstant(entry.at)) throw new TypeError(`${entry.at} is no instant in UTC with milliseconds`)
  return canonicalText({ ...fields, at: entry.at, class: 'conduct', kind: entry.kind, ...sealed })
}

function parseRecord(leaf: { readonly [key: string]: Json }): Reading<Leaf> {
  const { v: _version, class: _class, nonce, slots, at, seat, ...rest } = leaf
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) return failed('leaf-field-unknown', unknown)
  const known = recordSeats.find(name => name === seat)
  if (known === undefined) return failed('leaf-seat-unknown')
  const shared = parseShared(nonce, slots)
  if (!shared.ok) return shared
  if (typeof at !== 'string' || !isSecond(at)) return failed('leaf-field-invalid', 'at')
  return reads({ class: 'record', seat: known, at, slots: shared.value, slotNames: recordSlots })
}

function parseConduct(leaf: { readonly [key: string]: Json }): Reading<Leaf> {
  const { v: _version, class: _class, nonce, slots, at, kind, ...fields } = leaf
  if (typeof kind !== 'string' || !isConductKind(kind)) return failed('leaf-kind-unknown')
  const shared = parseShared(nonce, slots)
  if (!shared.ok) return shared
  if (typeof at !== 'string' || !isInstant(at)) return failed('leaf-field-invalid', 'at')
  const fault = findFieldFault(conductKinds[kind].fields, fields)
  if (fault !== undefined) return fault
  return reads({ class: 'conduct', kind, at, fields, slots: shared.value, slotNames: conductKinds[kind].slots })
}

function parseShared(nonce: Json | undefined, slots: Json | undefined): Reading<string> {
  if (nonce === undefined || slots === undefined)
    return failed('leaf-field-missing', nonce === undefined ? 'nonce' : 'slots')
  if (!isHash(nonce)) return failed('leaf-field-invalid', 'nonce')
  return isHash(slots) ? reads(slots) : failed('leaf-field-invalid', 'slots')
}

function findFieldFault(types: { readonly [field: string]: FieldType }, fields: { readonly [field: string]: Json }) {
  for (const [field, type] of Object.entries(types)) {
    if (!Object.hasOwn(fields, field)) return failed('leaf-field-missing', field)
    if (!isOfType(type, fields[field])) return failed('leaf-field-invalid', field)
  }
  const unknown = Object.keys(fields).find(field => !Object.hasOwn(types, field))
  return unknown === undefined ? undefined : failed('leaf-field-unknown', unknown)
}

function slotNamesOf(entry: LeafEntry): readonly string[] {
  if (entry.class === 'record') return recordSlots
  if (!isConductKind(entry.kind)) throw new TypeError('an entry of unknown class or kind')
  return conductKinds[entry.kind].slots
}

function noSlot(name: string): never {
  throw new TypeError(`slot ${name} is missing`)
}
