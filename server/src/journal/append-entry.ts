import { randomBytes } from 'node:crypto'
import { type EntryId, formatId } from '@pars/domain'
import { canonicalText, type Json } from '@pars/ledger'
import type { Actor } from '../actor.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { callAppend } from './journal.sql.ts'

export interface RecordAct {
  readonly kind: string
  /** The arrest that the act is about. It goes into an erasable row and, committed, into the leaf. */
  readonly arrestId?: string
  /** Everything needed to rebuild the rows of this act, the time of the act aside. SSNs only as ciphertext. */
  readonly act: Json
}

const slotNames = ['kind', 'actor', 'subject', 'act'] as const

/** A value as JSON holds it, without undefined members. */
export const jsonOf = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json

/**
 * Writes the entry of an act in the act's own transaction and returns its text id. Rows of the act carry the id as uuid: see
 * `uuidOf('ent', …)`. The number comes later, from the sequencer.
 */
export const appendEntry = async (tx: Tx, actor: Actor, record: RecordAct): Promise<EntryId> => {
  // A nonce and a salt for each slot, 256 bits each: no commitment can be guessed from its content.
  const random = randomBytes(32 * (slotNames.length + 1))
  const contents = [
    canonicalText(record.kind),
    canonicalText({ account: actor.accountId, name: actor.displayName, party: actor.party, role: actor.role }),
    record.arrestId === undefined ? null : canonicalText(record.arrestId),
    // The leaf of a record tells no time of an act: it is committed here, or the rows' times could be changed unseen.
    canonicalText({ ...(record.act as { readonly [member: string]: Json }), at: tx.now }),
  ]
  const row = await tx.find<{ entry_id: string }>(
    callAppend({
      kind: record.kind,
      nonce: random.subarray(0, 32),
      names: slotNames,
      salts: slotNames.map((_, index) => random.subarray(32 * (index + 1), 32 * (index + 2))),
      contents,
      actAt: tx.now,
      arrestId: record.arrestId === undefined ? null : uuidOf('arr', record.arrestId),
      accountId: uuidOf('acc', actor.accountId),
    }),
  )
  if (!row) throw new Error('the journal gave no entry')
  const entryId = formatId('ent', row.entry_id)
  tx.entries.push(entryId)
  return entryId
}
