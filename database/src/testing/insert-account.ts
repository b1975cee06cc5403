import { randomUUID } from 'node:crypto'
import type { ClientConfig } from 'pg'
import { insertAccounts, type NewAccount } from '../seed/insert-accounts.ts'

export type TestAccount = Pick<NewAccount, 'party' | 'role'> & Partial<NewAccount>

/** Inserts an account with its entry, as the administrator. Answers its uuid. Throws when issuer and subject have one already. */
export const insertAccount = async (admin: ClientConfig, account: TestAccount): Promise<string> => {
  const [accountId] = await insertAccounts(admin, [
    {
      issuer: 'https://issuer.test',
      subject: `${account.role}-${randomUUID().slice(0, 8)}`,
      displayName: `Test ${account.role}`,
      kind: 'person',
      badge: null,
      organization: null,
      ...account,
    },
  ])
  if (accountId === undefined) throw new Error('this issuer and subject have an account already')
  return accountId
}
