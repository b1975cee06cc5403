import { randomBytes } from 'node:crypto'
import { type EntryId, formatId } from '@pars/domain'
import {
  type ConductFields,
  type ConductKind,
  type ConductSlot,
  canonicalText,
  conductKinds,
  type Json,
} from '@pars/ledger'
import type { Tx } from '../db/transaction.ts'
import type { VerbContext } from '../verb.ts'
import { callAppendConduct } from './journal.sql.ts'

export interface ConductAct<K extends ConductKind> {
  readonly kind: K
  /** Said in clear in the public log. */
  readonly fields: ConductFields<K>
  /** Committed; a slot that is not named is absent. */
  readonly slots: { readonly [S in ConductSlot<K>]?: Json }
}

/** Who acts and when, as the entries of the record say it, and the id of what the act made. */
export const actedBy = ({ actor, now }: VerbContext, made: string | null = null): Json => ({
  account: actor.accountId,
  name: actor.displayName,
  party: actor.party,
  role: actor.role,
  at: now,
  made,
})

/** Writes the entry of an act of conduct in the act's own transaction and returns its text id: its kind and fields are public. */
export const appendConduct = async <K extends ConductKind>(tx: Tx, act: ConductAct<K>): Promise<EntryId> => {
  const names: readonly string[] = conductKinds[act.kind].slots
  const given = act.slots as { readonly [name: string]: Json | undefined }
  // A nonce and a salt for each slot, 256 bits each: no commitment can be guessed from its content.
  const random = randomBytes(32 * (names.length + 1))
  const row = await tx.find<{ entry_id: string }>(
    callAppendConduct({
      kind: act.kind,
      clear: act.fields,
      nonce: random.subarray(0, 32),
      names,
      salts: names.map((_, index) => random.subarray(32 * (index + 1), 32 * (index + 2))),
      contents: names.map(name => (given[name] === undefined ? null : canonicalText(given[name]))),
      actAt: tx.now,
    }),
  )
  if (!row) throw new Error('the journal gave no entry')
  const entryId = formatId('ent', row.entry_id)
  tx.entries.push(entryId)
  return entryId
}
