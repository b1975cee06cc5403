import { type AccountId, acceptCourtSession, type Instant, isRefused, refuse } from '@pars/domain'
import { newId } from '../arrests/write-version.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { insertCourtSession, selectMagistrate, selectSessionAt } from './dockets.sql.ts'
import { loadRoomRows } from './load-room-rows.ts'

interface Given {
  room: string
  startsAt: Instant
  magistrateId: AccountId | null
}

/** Opens a sitting of the arraignment court. A system that enters what the court did earlier may open one that is over. */
export const openCourtSession = verb('court-session.open', async (tx: Tx, ctx: VerbContext, given: Given) => {
  const rooms = await loadRoomRows(tx, given.room)
  const facts = {
    rooms,
    // A room without rows is refused anyway, and its name may be one that the database would not take.
    alreadyOpened: rooms.length > 0 && (await tx.find(selectSessionAt(given.room, given.startsAt))) !== undefined,
    lateEntry: ctx.actor.kind === 'system',
  }
  const decision = acceptCourtSession(facts, given, ctx.now)
  if (isRefused(decision)) return decision
  const magistrate = given.magistrateId && uuidOf('acc', given.magistrateId)
  if (magistrate && !(await tx.find(selectMagistrate(magistrate)))) {
    return refuse(
      'not-a-magistrate',
      'Only an Arraignment Court Magistrate holds a session; choose one of them.',
      'magistrateId',
    )
  }
  const courtSessionId = newId('cse')
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'court-session.opened',
    act: jsonOf({ courtSessionId, ...given }),
  })
  await tx.write(
    insertCourtSession({
      court_session_id: uuidOf('cse', courtSessionId),
      room: given.room,
      starts_at: given.startsAt,
      magistrate_id: magistrate,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { courtSessionId, receipt: { entryId: entry, number: null } }
})
