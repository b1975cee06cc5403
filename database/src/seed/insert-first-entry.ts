import type { Client } from 'pg'
import type { Creation } from '../create-database.ts'
import { canonicalText } from './canonical-text.ts'
import { writeEntry } from './write-entry.sql.ts'

/** The journal's first entry says what this log is: whose, rehearsal or not, under which key. */
export const insertFirstEntry = (client: Client, creation: Creation, vkey: string): Promise<string> =>
  writeEntry(client, {
    kind: 'journal.created',
    clear: { origin: creation.origin, rehearsal: creation.rehearsal, vkey },
    slots: [['operator', canonicalText({ city: creation.city, creationId: creation.creationId })]],
  })
