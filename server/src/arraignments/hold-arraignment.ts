import { acceptArraignment, type DocketId, isRefused, type PlainDate, type PreliminaryArraignment } from '@pars/domain'
import { findLeftAt } from '../arrests/find-left-at.ts'
import { type Tx, uuidOf } from '../db/transaction.ts'
import { appendEntry, jsonOf } from '../journal/append-entry.ts'
import { type VerbContext, verb } from '../verb.ts'
import { type DocketStanding, loadDocketStanding } from './docket-standing.ts'
import { insertArraignment } from './dockets.sql.ts'
import { standingListing } from './load-dockets.ts'
import { loadRoomRows } from './load-room-rows.ts'

const factsOf = async (tx: Tx, { docket, arrest, arrestId }: DocketStanding, held: PreliminaryArraignment) => ({
  filedAt: docket.filedAt,
  listed: standingListing(docket) !== undefined,
  arraigned: docket.arraignment !== null,
  left: (await findLeftAt(tx, arrestId)) !== undefined,
  arrestedAt: arrest.content.arrestedAt,
  basis: arrest.content.basis,
  directFile: arrest.content.directFile !== null,
  interpreterLanguage: arrest.content.person.interpreterLanguage,
  rooms: held.nextListing ? await loadRoomRows(tx, held.nextListing.room) : [],
  holidays: [] as PlainDate[],
})

/** Records the preliminary arraignment on one docket as Pa.R.Crim.P. 540 demands it. */
export const holdArraignment = verb(
  'arraignment.hold',
  async (tx: Tx, ctx: VerbContext, { docketId, held }: { docketId: DocketId; held: PreliminaryArraignment }) => {
    const standing = await loadDocketStanding(tx, docketId)
    if (isRefused(standing)) return standing
    const decision = acceptArraignment(await factsOf(tx, standing, held), held, ctx.now)
    if (isRefused(decision)) return decision
    const listing = standingListing(standing.docket)
    if (!listing) throw new Error('the rule accepted an arraignment without a listing')
    const entry = await appendEntry(tx, ctx.actor, {
      kind: 'arraignment.held',
      arrestId: standing.arrestId,
      act: jsonOf({
        docketId,
        listingId: listing.listingId,
        held,
        discharged: decision.discharged,
        warrantPapersDueOn: decision.warrantPapersDueOn,
      }),
    })
    await tx.write(
      insertArraignment({
        docket_id: uuidOf('dkt', docketId),
        listing_id: uuidOf('lst', listing.listingId),
        held_at: held.heldAt,
        mode: held.mode,
        checklist: held.checklist,
        probable_cause: held.probableCause,
        interpreter_language: held.interpreter?.language ?? null,
        interpreter_present: held.interpreter?.present ?? null,
        prosecutor_name: held.prosecutorName,
        defense_name: held.defenseName,
        next_hearing: held.nextListing?.hearing ?? null,
        next_at: held.nextListing?.at ?? null,
        next_room: held.nextListing?.room ?? null,
        made_by: uuidOf('acc', ctx.actor.accountId),
        made_at: ctx.now,
        entry_id: uuidOf('ent', entry),
      }),
    )
    return { docketId, receipt: { entryId: entry, number: null } }
  },
)
