import { type AccountChange, type AccountId, acceptAccountChange, isRefused } from '@pars/domain'
import type { Tx } from '../db/transaction.ts'
import { type VerbContext, verb } from '../verb.ts'
import { accountFactsOf, findStaffRow, loadStaffFacts, noSuchAccount } from './staff-standing.ts'
import { writeNextAccount } from './write-next-account.ts'

interface Given {
  accountId: AccountId
  version: number
  change: AccountChange
}

/** Changes an account's name, role, badge or organization. Its next request has the new role. */
export const changeAccount = verb('staff.change', async (tx: Tx, ctx: VerbContext, given: Given) => {
  const staff = await loadStaffFacts(tx, ctx.actor)
  const row = await findStaffRow(tx, given.accountId)
  if (!row) return noSuchAccount
  const decision = acceptAccountChange({ ...staff, version: row.version, versionGiven: given.version }, ctx.actor, {
    account: accountFactsOf(row),
    change: given.change,
  })
  if (isRefused(decision)) return decision
  const { displayName, badge, organization } = given.change
  return writeNextAccount(tx, ctx, {
    kind: 'account.changed',
    row: { ...row, display_name: displayName, role: decision.role, badge, organization },
    reason: null,
  })
})
