import { formatId } from '@pars/domain'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import type { VerbContext } from '../verb.ts'
import { insertAccountVersion, type StaffRow, updateAccount } from './staff.sql.ts'
import { contentOf } from './staff-standing.ts'

/** Writes the next version of an account, with its entry. The earlier one stays on file. */
export const writeNextAccount = async (
  tx: Tx,
  ctx: VerbContext,
  act: { kind: 'account.changed' | 'account.ended'; row: StaffRow; reason: string | null },
) => {
  const row = { ...act.row, version: act.row.version + 1 }
  const accountId = formatId('acc', row.account_id)
  const entry = await appendEntry(tx, ctx.actor, {
    kind: act.kind,
    act: jsonOf({ accountId, version: row.version, ...contentOf(row), reason: act.reason }),
  })
  const entryId = uuidOf('ent', entry)
  await tx.write(updateAccount({ ...row, entry_id: entryId }))
  await tx.write(insertAccountVersion(row.account_id, row.version, contentOf(row), entryId))
  return { accountId, receipt: { entryId: entry, number: null } }
}
