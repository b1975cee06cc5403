import type { Json } from '@pars/ledger'

export type Members = { readonly [member: string]: Json }

/** An entry as the audit rebuilds rows from it: nothing here comes from a work table. */
export interface ActEntry {
  readonly entryId: string
  /** Null while it waits for its number. */
  readonly number: number | null
  readonly kind: string
  readonly party: string
  readonly door: string
  /** When it was done, as committed: of a record from its slot, of conduct from its leaf. */
  readonly at: string
  /** The account that acted, as uuid; null where the system did. */
  readonly by: string | null
  readonly arrestId: string | null
  /** What a record's slot `act` holds. */
  readonly act: Members
  /** What conduct says in clear. */
  readonly clear: Members
  readonly slots: ReadonlyMap<string, Json>
}

/** A row as its entry wrote it. `fixed` columns never change; `later` ones hold until a later entry writes the row. */
export interface Row {
  readonly table: string
  readonly fixed: Members
  readonly later?: Members
}

const idShape = /^[a-z]{3}_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/

/** The database's uuid of a public id; what has another shape stays as it is, and will differ. */
export const uuidIn = (id: Json | undefined): string | null =>
  typeof id === 'string' ? id.replace(idShape, '$1-$2-$3-$4-$5') : null

export const membersOf = (value: Json | undefined): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {}

export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

/** Bytes as `jsonb_populate_record` takes them. */
export const bytesIn = (text: Json | undefined, encoding: 'hex' | 'base64'): string | null =>
  typeof text === 'string' ? `\\x${Buffer.from(text, encoding).toString('hex')}` : null

export const orNull = (value: Json | undefined): Json => value ?? null
