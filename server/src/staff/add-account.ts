import { randomBytes } from 'node:crypto'
import { type AccountId, type AccountOffered, acceptNewAccount, formatId, isRefused } from '@pars/domain'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { insertAccount, insertAccountVersion, type StaffRow, selectSubjectTaken } from './staff.sql.ts'
import { contentOf, loadStaffFacts } from './staff-standing.ts'

/** No text with NUL is in the database, which would not take the question. */
const isTaken = async (tx: Tx, { issuer, subject }: AccountOffered): Promise<boolean> =>
  !`${issuer}${subject}`.includes('\0') && (await tx.find(selectSubjectTaken(issuer, subject))) !== undefined

/** Gives somebody a place in the actor's seat, or among the defenders. */
export const addAccount = verb('staff.add', async (tx: Tx, ctx: VerbContext, offered: AccountOffered) => {
  const facts = { ...(await loadStaffFacts(tx, ctx.actor)), subjectTaken: await isTaken(tx, offered) }
  const decision = acceptNewAccount(facts, ctx.actor, offered)
  if (isRefused(decision)) return decision
  const accountId = formatId('acc', randomBytes(16).toString('hex')) as AccountId
  const row: StaffRow = {
    account_id: uuidOf('acc', accountId),
    display_name: offered.displayName,
    party: decision.party,
    role: decision.role,
    kind: offered.kind,
    badge: offered.badge,
    organization: offered.organization,
    issuer: offered.issuer,
    subject: offered.subject,
    ended_at: null,
    version: 1,
  }
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'account.added',
    act: jsonOf({ accountId, version: 1, ...contentOf(row) }),
  })
  const entryId = uuidOf('ent', entry)
  await tx.write(insertAccount({ ...row, entry_id: entryId }))
  await tx.write(insertAccountVersion(row.account_id, 1, contentOf(row), entryId))
  return { accountId, receipt: { entryId: entry, number: null } }
})
