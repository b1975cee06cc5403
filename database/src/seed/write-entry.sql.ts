import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'

export interface SystemEntry {
  kind: string
  /** Clear fields of a conduct entry, null for a record. */
  clear: object | null
  /** Slot names in the kind's order, each with its canonical JSON text or null where absent. */
  slots: [name: string, content: string | null][]
}

/** Writes an entry as the system itself, which only the owner can. Answers the entry's uuid. */
export const writeEntry = async (client: Client, entry: SystemEntry): Promise<string> => {
  const { rows } = await client.query<{ entry_id: string }>(
    `select entry_id from journal.write_entry('system', $1, $2, $3, $4, $5, $6, null, null, null)`,
    [
      entry.kind,
      entry.clear === null ? null : JSON.stringify(entry.clear),
      randomBytes(32),
      entry.slots.map(([name]) => name),
      entry.slots.map(() => randomBytes(32)),
      entry.slots.map(([, content]) => content),
    ],
  )
  const entryId = rows[0]?.entry_id
  if (entryId === undefined) throw new Error('journal.write_entry gave no entry')
  return entryId
}
