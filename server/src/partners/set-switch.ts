import { acceptSwitch, idPattern, isRefused, refuse, type SwitchSubject } from '@pars/domain'
import { insertRow } from '../db/insert-row.sql.ts'
import type { Statement } from '../db/statement.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { selectSwitch } from './partners.sql.ts'

interface Given {
  subjectKind: SwitchSubject
  subjectId: string
  stopped: boolean
  reason: string
}

const prefixOf = { unit: 'unt', officer: 'ofc' } as const

const statementOf = ({ subjectKind, subjectId }: Given): Statement | undefined => {
  if (subjectKind === 'key') return selectSwitch('key', subjectId)
  const prefix = prefixOf[subjectKind]
  return idPattern(prefix).test(subjectId) ? selectSwitch(subjectKind, uuidOf(prefix, subjectId)) : undefined
}

/** Stops a unit, an officer or a key on every path from the commit on, or lets it go on. */
export const setSwitch = verb('partner-switch.set', async (tx: Tx, ctx: VerbContext, given: Given) => {
  const statement = given.subjectId.includes('\0') ? undefined : statementOf(given)
  const found = statement && (await tx.find<{ subject: string; stopped: boolean }>(statement))
  if (!found) return refuse('not-found', 'There is nothing of this kind and id. Look for it at its partner.')
  const decision = acceptSwitch(found, given)
  if (isRefused(decision)) return decision
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'partner-switch.set',
    act: jsonOf({ ...given, subject: found.subject }),
  })
  await tx.write(
    insertRow('partner.switch', {
      subject_kind: given.subjectKind,
      subject_id: found.subject,
      stopped: given.stopped,
      reason: given.reason,
      seat: ctx.actor.party,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { stopped: given.stopped, receipt: { entryId: entry, number: null } }
})
