import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { canonicalText } from './canonical-text.ts'
import { insertAccountRow } from './insert-account.sql.ts'
import { insertReferenceTable } from './reference.sql.ts'
import { referenceTables } from './reference-rows.ts'
import { writeEntry } from './write-entry.sql.ts'

const recordEntry = (client: Client, kind: string, actor: string, act: unknown): Promise<string> =>
  writeEntry(client, {
    kind,
    clear: null,
    slots: [
      ['kind', canonicalText(kind)],
      ['actor', canonicalText({ accountId: actor, party: 'system' })],
      ['subject', null],
      ['act', canonicalText(act)],
    ],
  })

/** The system's own account, then districts, rooms, grades and alarms, each with its entry. As the owner, in one transaction. */
export const insertReferenceRows = async (client: Client): Promise<void> => {
  const accountId = randomUUID()
  const account = {
    issuer: 'pars',
    subject: 'system',
    displayName: 'PARS',
    party: 'system',
    role: 'system',
    kind: 'system',
    badge: null,
    organization: null,
  }
  const act = { accountId, version: 1, ...account, endedAt: null }
  const entryId = await recordEntry(client, 'account.added', accountId, act)
  await insertAccountRow(client, { ...account, accountId, entryId })
  for (const table of referenceTables) {
    const entryId = await recordEntry(client, 'reference.loaded', accountId, table)
    await insertReferenceTable(client, table, entryId)
  }
}
