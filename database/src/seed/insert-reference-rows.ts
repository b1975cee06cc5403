import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { canonicalText } from './canonical-text.ts'
import { insertReferenceTable, insertSystemAccount } from './reference.sql.ts'
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
  const account = { accountId, displayName: 'PARS', issuer: 'pars', party: 'system', role: 'system', subject: 'system' }
  await insertSystemAccount(client, accountId, await recordEntry(client, 'account.added', accountId, account))
  for (const table of referenceTables) {
    const entryId = await recordEntry(client, 'reference.loaded', accountId, table)
    await insertReferenceTable(client, table, entryId)
  }
}
