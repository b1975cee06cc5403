import { type BuiltLeaf, buildLeaf, type ConductEntry, type RecordEntry, type Sha256, type Slot } from '@pars/ledger'

/** A waiting entry with its slots, as the sequencer reads it. */
export interface WaitingRow {
  ticket: number
  entry_id: string
  kind: string
  class: 'record' | 'conduct'
  party: RecordEntry['seat']
  made_at: string
  nonce: Buffer
  clear: Record<string, unknown> | null
  names: string[]
  salts: Buffer[]
  contents: (string | null)[]
}

const utf8 = new TextEncoder()

const slotsOf = (row: WaitingRow): Record<string, Slot> =>
  Object.fromEntries(
    row.names.map((name, index) => {
      const salt = row.salts[index]
      const content = row.contents[index]
      if (!salt) throw new Error('a slot without its salt')
      return [
        name,
        content === null || content === undefined ? { salt, absent: true } : { salt, content: utf8.encode(content) },
      ]
    }),
  )

/** The leaf of an entry. The record says its seat and the batch's time, never its own. */
export const leafOfRow = (sha256: Sha256, row: WaitingRow, batchAt: string): BuiltLeaf => {
  const slots = slotsOf(row)
  if (row.class === 'record') {
    return buildLeaf(sha256, {
      class: 'record',
      seat: row.party,
      batchAt,
      slots: slots as RecordEntry['slots'],
      nonce: row.nonce,
    })
  }
  // The database's kinds of conduct are the ledger's: buildLeaf throws on any other.
  return buildLeaf(sha256, {
    class: 'conduct',
    kind: row.kind,
    at: row.made_at,
    fields: row.clear ?? {},
    slots,
    nonce: row.nonce,
  } as unknown as ConductEntry)
}
