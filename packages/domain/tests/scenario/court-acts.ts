import {
  acceptArraignment,
  acceptBailAsk,
  acceptCourtSession,
  acceptFiling,
  acceptListing,
  acceptNotProduced,
  addHours,
  type BailOrder,
  type BailVoice,
  decideBailOrder,
  isRefused,
  type Party,
} from '../../src/index.ts'
import { aBailSet, accountId, anArraignment, docketId, rooms } from '../examples.ts'
import type { Judge } from './judge.ts'
import type { Step } from './story.ts'
import { complaintOf, hearingFactsOf, isListed, newestReport, type World, withComplaint } from './world.ts'

export const file: Judge<'complaint.file'> = (world, { given, at }) => {
  const { docket, docketNumber } = given
  const complaint = complaintOf(world, docket)
  const facts = {
    custody: complaint.fields.processRequested === 'summons' ? ('summoned' as const) : ('arrested' as const),
    fields: complaint.fields,
    approvedBy: accountId(7),
    filed: complaint.facts.filedAt !== null,
    docketNumberUsed: world.complaints.some(other => other.docketNumber === docketNumber),
  }
  const decision = acceptFiling(facts, { docketNumber, certifiedComplete: true }, at)
  if (isRefused(decision)) return decision
  const filed = { ...complaint.facts, docketId: docketId(docket), filedAt: at }
  return withComplaint(world, docket, { facts: filed, docketNumber: decision.docketNumber })
}

/** Opens a session and puts the docket into it. */
export const list: Judge<'listing.add'> = (world, { given, at }) => {
  const complaint = complaintOf(world, given.docket)
  const session = { room: given.room, startsAt: addHours(at, given.startsIn) }
  const opened = acceptCourtSession({ rooms: rooms(), alreadyOpened: false }, session, at)
  if (isRefused(opened)) return opened
  const facts = {
    filed: complaint.facts.filedAt !== null,
    listed: isListed(complaint),
    arraigned: complaint.facts.arraignment !== null,
    left: world.departure?.leftAt != null,
    session,
    rooms: rooms(),
    slotTaken: false,
  }
  const decision = acceptListing(facts, { slot: given.docket }, at)
  if (isRefused(decision)) return decision
  const listing = { listedAt: at, startsAt: session.startsAt, notProducedAt: null }
  return withComplaint(world, given.docket, { facts: { ...complaint.facts, listing } })
}

export const miss: Judge<'listing.mark-not-produced'> = (world, { given, at }) => {
  const complaint = complaintOf(world, given.docket)
  const standing = { listed: isListed(complaint), arraigned: complaint.facts.arraignment !== null }
  const decision = acceptNotProduced(standing, { reason: given.reason, note: null })
  if (isRefused(decision)) return decision
  const listing = complaint.facts.listing && { ...complaint.facts.listing, notProducedAt: at }
  return withComplaint(world, given.docket, { facts: { ...complaint.facts, listing } })
}

const asks = {
  'bail.request': ['commonwealth', 'prosecutor'],
  'bail.defense-request': ['defense', 'defense'],
  'bail.recommend': ['guideline', 'court'],
} as const satisfies Record<string, [BailVoice, Party]>

export const ask = (world: World, step: Extract<Step, { act: keyof typeof asks }>) => {
  const [voice, party] = asks[step.act]
  const { facts } = complaintOf(world, step.given.docket)
  const standing = {
    filed: facts.filedAt !== null,
    discharged: facts.arraignment?.probableCause === 'not-found',
    ordered: facts.order !== null,
    counsel: 'defender',
  }
  const asked = { types: ['ror' as const], amountCents: null, depositPercent: null, note: null, ...step.given.ask }
  const decision = acceptBailAsk(standing, { voice, party, ask: asked })
  return isRefused(decision) ? decision : world
}

export const arraign: Judge<'arraignment.hold'> = (world, { given, at }) => {
  const facts = hearingFactsOf(world, given.docket)
  const warranted = facts.basis === 'warrant' ? { probableCause: 'warrant' as const } : {}
  const nextListing = { hearing: 'preliminary-hearing' as const, at: addHours(at, 14 * 24), room: '803' }
  const held = anArraignment({ heldAt: at, nextListing, ...warranted, ...given.held })
  const decision = acceptArraignment({ ...facts, rooms: rooms(), holidays: [] }, held, at)
  if (isRefused(decision)) return decision
  const { facts: docket } = complaintOf(world, given.docket)
  const arraignment = { heldAt: held.heldAt, probableCause: held.probableCause }
  return withComplaint(world, given.docket, { held, facts: { ...docket, arraignment } })
}

const order = (world: World, docket: number, at: Step['at'], given: BailOrder) => {
  const { facts } = complaintOf(world, docket)
  const standing = {
    arraigned: facts.arraignment !== null,
    discharged: facts.arraignment?.probableCause === 'not-found',
    ordered: facts.order !== null,
    domesticViolence: newestReport(world).domesticViolence,
  }
  const decision = decideBailOrder(standing, given)
  if (isRefused(decision)) return decision
  const types = given.kind === 'set' ? given.types : []
  return withComplaint(world, docket, {
    order: decision.order,
    facts: { ...facts, order: { madeAt: at, kind: given.kind, types } },
  })
}

export const setBail: Judge<'bail.set'> = (world, { given, at }) =>
  order(world, given.docket, at, aBailSet(given.order))
export const refuseBail: Judge<'bail.refuse'> = (world, { given, at }) =>
  order(world, given.docket, at, { kind: 'refused-bail', reasons: ['danger-to-others'], reasonNote: given.reasonNote })
