import { randomUUID } from 'node:crypto'
import { Client, type ClientConfig } from 'pg'
import { beginAsOwner } from '../migrate.sql.ts'
import { canonicalText } from './canonical-text.ts'
import { countManagers, hasAccount, insertAccountRow } from './insert-account.sql.ts'
import { writeEntry } from './write-entry.sql.ts'

export interface NewAccount {
  readonly issuer: string
  readonly subject: string
  readonly displayName: string
  readonly party: 'police' | 'prosecutor' | 'court' | 'defense' | 'system'
  readonly role: string
  readonly kind: 'person' | 'system'
  readonly badge: string | null
  readonly organization: string | null
}

const insertOne = async (client: Client, account: NewAccount): Promise<string> => {
  const accountId = randomUUID()
  const entryId = await writeEntry(client, {
    kind: 'account.added',
    clear: null,
    slots: [
      ['kind', canonicalText('account.added')],
      ['actor', null],
      ['subject', null],
      ['act', canonicalText({ accountId, version: 1, ...account, endedAt: null })],
    ],
  })
  await insertAccountRow(client, { ...account, accountId, entryId })
  return accountId
}

/**
 * Gives people and systems their first accounts, each with its entry, as the administrator: the first manager of each seat, and the
 * chairs of a rehearsal. One transaction. An issuer and subject that have an account keep it. Answers the uuids of the new ones.
 */
export const insertAccounts = async (admin: ClientConfig, accounts: readonly NewAccount[]): Promise<string[]> => {
  const client = new Client(admin)
  await client.connect()
  try {
    await beginAsOwner(client)
    const added: string[] = []
    for (const account of accounts)
      if (!(await hasAccount(client, account.issuer, account.subject))) added.push(await insertOne(client, account))
    await client.query('commit')
    return added
  } finally {
    await client.end()
  }
}

/** Whether a seat has somebody who manages its people. As the administrator. */
export const hasManager = async (admin: ClientConfig, seat: 'police' | 'prosecutor' | 'court'): Promise<boolean> => {
  const client = new Client(admin)
  await client.connect()
  try {
    return (await countManagers(client, `${seat}-manager`)) > 0
  } finally {
    await client.end()
  }
}
