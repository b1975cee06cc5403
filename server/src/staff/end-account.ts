import { type AccountId, acceptAccountEnd, isRefused } from '@pars/domain'
import type { Tx } from '../db/transaction.ts'
import { type VerbContext, verb } from '../verb.ts'
import { accountFactsOf, findStaffRow, loadStaffFacts, noSuchAccount } from './staff-standing.ts'
import { writeNextAccount } from './write-next-account.ts'

/** Ends an account. No sign-in of it is open from the commit on: each request asks the account itself. */
export const endAccount = verb(
  'staff.end',
  async (tx: Tx, ctx: VerbContext, { accountId, reason }: { accountId: AccountId; reason: string }) => {
    const staff = await loadStaffFacts(tx, ctx.actor)
    const row = await findStaffRow(tx, accountId)
    if (!row) return noSuchAccount
    const decision = acceptAccountEnd(staff, ctx.actor, { account: accountFactsOf(row), reason })
    if (isRefused(decision)) return decision
    return writeNextAccount(tx, ctx, { kind: 'account.ended', row: { ...row, ended_at: ctx.now }, reason })
  },
)
