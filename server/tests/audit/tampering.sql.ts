import type { AuditFault } from '@pars/domain'
import type { NoteSigner } from '@pars/ledger'
import type { Client } from 'pg'

export interface Thief {
  readonly client: Client
  readonly origin: string
  /** The log's own key: stolen. */
  readonly signer: NoteSigner
  /** Of the agreement in force. */
  readonly agreement: { readonly code: string; readonly termsHash: string; readonly endsAt: string }
}

/** One kind of tampering, as a superuser does it with every wall open. */
export interface Tampering {
  /** As docs/tampering.md says it. */
  readonly kind: string
  readonly tamper: (thief: Thief) => Promise<unknown>
  /** Every name by which the audit calls it, and no other. */
  readonly finds: readonly AuditFault[]
  /** The kind of the entry that is named; null where it is a row, a tile or the head. */
  readonly names: string | null
  /** Whether the published files alone, with a checkpoint kept elsewhere, show it to the ledger's verifier and to the one in Python. */
  readonly inFiles: boolean
}

export const sql =
  (text: string, values: readonly unknown[] = []) =>
  ({ client }: Thief) =>
    client.query(text, [...values])

export const ofKind = (kind: string, order = 'desc') =>
  `(select p.number from journal.place p join journal.entry e using (entry_id) where e.kind = '${kind}' order by p.number ${order} limit 1)`
export const entryOf = (kind: string) => `(select entry_id from journal.place where number = ${ofKind(kind)})`
