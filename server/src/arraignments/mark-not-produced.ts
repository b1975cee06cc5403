import { acceptNotProduced, formatId, isRefused, type ListingId, type NotProducedReason, refuse } from '@pars/domain'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { loadDocketStanding } from './docket-standing.ts'
import { insertNotProduced, selectArrestOfListing } from './dockets.sql.ts'
import { standingListing } from './load-dockets.ts'

interface Given {
  listingId: ListingId
  reason: NotProducedReason
  note: string | null
}

/** The person was not brought, for example is in hospital: the docket waits for another session and the clock runs on. */
export const markNotProduced = verb('listing.mark-not-produced', async (tx: Tx, ctx: VerbContext, given: Given) => {
  const found = await tx.find<{ docket_id: string }>(selectArrestOfListing(uuidOf('lst', given.listingId)))
  if (!found) return refuse('not-found', 'There is no such listing. Look for it in the court session.')
  const standing = await loadDocketStanding(tx, formatId('dkt', found.docket_id))
  if (isRefused(standing)) return standing
  const facts = {
    listed: standingListing(standing.docket)?.listingId === given.listingId,
    arraigned: standing.docket.arraignment !== null,
  }
  const decision = acceptNotProduced(facts, given)
  if (isRefused(decision)) return decision
  const entry = await appendEntry(tx, ctx.actor, {
    kind: 'listing.not-produced',
    arrestId: standing.arrestId,
    act: jsonOf(given),
  })
  await tx.write(
    insertNotProduced({
      listing_id: uuidOf('lst', given.listingId),
      reason: given.reason,
      note: given.note,
      made_by: uuidOf('acc', ctx.actor.accountId),
      made_at: ctx.now,
      entry_id: uuidOf('ent', entry),
    }),
  )
  return { listingId: given.listingId, receipt: { entryId: entry, number: null } }
})
