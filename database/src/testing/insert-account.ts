import { randomUUID } from 'node:crypto'
import { Client, type ClientConfig } from 'pg'
import { beginAsOwner } from '../migrate.sql.ts'
import { canonicalText } from '../seed/canonical-text.ts'
import { writeEntry } from '../seed/write-entry.sql.ts'
import { insertAccountRow } from './test-database.sql.ts'

export interface TestAccount {
  party: 'police' | 'prosecutor' | 'court' | 'defense' | 'system'
  role: string
  displayName?: string
  kind?: 'person' | 'system'
  issuer?: string
  subject?: string
  badge?: string
}

/** Inserts an account with its entry, as the system. Answers its uuid. */
export const insertAccount = async (admin: ClientConfig, account: TestAccount): Promise<string> => {
  const accountId = randomUUID()
  const filled = {
    issuer: account.issuer ?? 'https://issuer.test',
    subject: account.subject ?? `${account.role}-${accountId.slice(0, 8)}`,
    displayName: account.displayName ?? `Test ${account.role}`,
    party: account.party,
    role: account.role,
    kind: account.kind ?? 'person',
    badge: account.badge ?? null,
  }
  const client = new Client(admin)
  await client.connect()
  try {
    await beginAsOwner(client)
    const entryId = await writeEntry(client, {
      kind: 'account.added',
      clear: null,
      slots: [
        ['kind', canonicalText('account.added')],
        ['actor', null],
        ['subject', null],
        ['act', canonicalText({ accountId, ...filled })],
      ],
    })
    await insertAccountRow(client, { accountId, ...filled, entryId })
    await client.query('commit')
    return accountId
  } finally {
    await client.end()
  }
}
