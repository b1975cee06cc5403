import { acceptListing, type CourtSessionId, type DocketId, type Instant, isRefused, refuse } from '@pars/domain'
import { findLeftAt } from '../arrests/find-left-at.ts'
import { newId } from '../arrests/write-version.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { loadDocketStanding } from './docket-standing.ts'
import { insertListing, lockCourtSession, selectCourtSession, selectSlots } from './dockets.sql.ts'
import { standingListing } from './load-dockets.ts'
import { loadRoomRows } from './load-room-rows.ts'

interface Given {
  courtSessionId: CourtSessionId
  docketId: DocketId
  slot: number | null
}

/** Puts a docket on the list of a court session. */
export const addListing = verb('listing.add', async (tx: Tx, ctx: VerbContext, given: Given) => {
  const standing = await loadDocketStanding(tx, given.docketId)
  if (isRefused(standing)) return standing
  const session = await tx.find<{ room: string; starts_at: Instant }>(
    selectCourtSession(uuidOf('cse', given.courtSessionId)),
  )
  if (!session) return refuse('not-found', 'There is no such court session. Open one first.', 'courtSessionId')
  await tx.rows(lockCourtSession(uuidOf('cse', given.courtSessionId)))
  const slots = await tx.find<{ next_free: number; taken: boolean }>(
    selectSlots(uuidOf('cse', given.courtSessionId), given.slot),
  )
  const slot = given.slot ?? slots?.next_free ?? 1
  const facts = {
    left: (await findLeftAt(tx, standing.arrestId)) !== undefined,
    filed: true,
    listed: standingListing(standing.docket) !== undefined,
    arraigned: standing.docket.arraignment !== null,
    session: { room: session.room, startsAt: session.starts_at },
    rooms: await loadRoomRows(tx, session.room),
    slotTaken: given.slot !== null && slots?.taken === true,
    lateEntry: ctx.actor.kind === 'system',
  }
  const decision = acceptListing(facts, { slot }, ctx.now)
  if (isRefused(decision)) return decision
  const listingId = newId('lst')
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'listing.added',
    arrestId: standing.arrestId,
    act: jsonOf({ listingId, ...given, slot }),
  })
  await tx.write(
    insertListing({
      listing_id: uuidOf('lst', listingId),
      court_session_id: uuidOf('cse', given.courtSessionId),
      docket_id: uuidOf('dkt', given.docketId),
      slot,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { listingId, slot, receipt: { entryId: entry, number: null } }
})
