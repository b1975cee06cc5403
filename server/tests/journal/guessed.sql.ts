import type { Client } from 'pg'

export interface PlacedContent {
  readonly kind: string
  readonly leaf: Buffer
  readonly nonce: Buffer
  readonly names: readonly string[]
  readonly salts: readonly Buffer[]
  readonly texts: readonly (string | null)[]
}

/** Each numbered entry's leaf, as everybody reads it, beside its content and salts, which nobody outside does. */
export const listContents = async (admin: Client): Promise<PlacedContent[]> =>
  (
    await admin.query<PlacedContent>(
      'select e.kind, p.leaf, e.nonce, c.names, c.salts, c.texts from journal.place p join journal.entry e using (entry_id) join journal.content c using (entry_id) order by p.number',
    )
  ).rows

export const countWaiting = async (admin: Client): Promise<number> =>
  (await admin.query<{ count: number }>('select count(*)::integer as count from journal.waiting')).rows[0]?.count ?? 0
