import { inTransaction } from '../db/transaction.ts'
import { appendEntry } from '../journal/append-entry.ts'
import type { Runtime } from '../runtime.ts'
import { findAccount } from './start-sign-in.ts'

/** Records that somebody whom the identity provider knows came and has no account here. Issuer and subject are only committed. */
export const recordUnknownSubject = async (runtime: Runtime, issuer: string, subject: string): Promise<void> => {
  const system = await findAccount(runtime, 'pars', 'system')
  if (!system) throw new Error('the database has no system account')
  await inTransaction(runtime.doors.signin, tx =>
    appendEntry(tx, system, {
      kind: 'act.refused',
      act: { permission: 'sign-in', reason: 'subject-unknown', issuer, subject: subject.slice(0, 200) },
    }),
  )
}
