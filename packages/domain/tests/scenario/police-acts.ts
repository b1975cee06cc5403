import {
  type ArrestReport,
  acceptArrest,
  acceptCorrection,
  acceptDraft,
  acceptHold,
  acceptResend,
  acknowledgeDeparture,
  canonicalReport,
  checkReport,
  confirmDeparture,
  type Instant,
  isRefused,
  liftHold,
  proposeDeparture,
  type Refused,
  withdrawDeparture,
} from '../../src/index.ts'
import { aReference, aReport, arrestId, departureId, holdId } from '../examples.ts'
import type { Judge } from './judge.ts'
import { accountOf, chargingFactsOf, custodyOf, newestReport, type World } from './world.ts'

const version = (world: World, kind: World['versions'][number]['kind'], at: Instant, report: ArrestReport): World => ({
  ...world,
  draftedAt: world.draftedAt ?? at,
  versions: [...world.versions, { kind, at, report: { ...report, person: { ...report.person, ssn: null } } }],
})

const saved = (world: World, change: Partial<ArrestReport>, now: Instant): ArrestReport => ({
  ...(world.versions.length > 0 ? newestReport(world) : aReport({ arrestedAt: now, charges: [], incidents: [] })),
  ...change,
})

export const draft: Judge<'arrest.draft'> = (world, { given, at }) => {
  const exists = world.versions.length > 0
  const facts = {
    draft: exists ? { arrestId: arrestId(), version: world.versions.length, sent: chargingFactsOf(world).sent } : null,
    versionGiven: exists ? world.versions.length : null,
    intakeNumberOf: exists ? arrestId() : null,
  }
  const decision = acceptDraft(facts, saved(world, given, at), at)
  return isRefused(decision) ? decision : version(world, 'drafted', at, decision.report)
}

/** Sends a report: the first time, or again after charging sent it back. */
export const report: Judge<'arrest.report'> = (world, { given, at }) => {
  const offered = saved(world, given, at)
  if (chargingFactsOf(world).sent) {
    const versions = { version: world.versions.length, versionGiven: world.versions.length }
    const again = acceptResend({ ...versions, sentBack: chargingFactsOf(world).sentBack })
    const checked = isRefused(again) ? again : checkReport(offered, aReference(), at)
    return isRefused(checked)
      ? checked
      : { ...version(world, 'sent', at, offered), charging: { ...world.charging, taken: null, sentBackAt: null } }
  }
  const contentHash = canonicalReport(offered, at)
  const known = world.versions.length > 0 ? { arrestId: arrestId(), sent: false, contentHash: null } : null
  const decision = acceptArrest({ ...aReference(), known, contentHash }, offered, at)
  if (isRefused(decision)) return decision
  return decision.kind === 'already-reported' ? world : version(world, 'sent', at, decision.report)
}

export const correct: Judge<'arrest.correct'> = (world, { given, at }) => {
  const current = newestReport(world)
  const decision = acceptCorrection(
    {
      ...aReference(),
      version: world.versions.length,
      versionGiven: world.versions.length,
      sent: chargingFactsOf(world).sent,
      chargingDecided: world.charging.decidedAt !== null,
      arraigned: world.complaints.some(({ held }) => held !== null),
      current,
    },
    { reason: given.reason, report: { ...current, ...given.change } },
    at,
  )
  return isRefused(decision) ? decision : version(world, 'corrected', at, decision.report)
}

export const recordHold: Judge<'hold.record'> = (world, { given, at }) => {
  const left = custodyOf(world).departure?.leftAt != null
  const decision = acceptHold(
    { left, alreadyOpen: false },
    { kind: given, issuer: 'Made-up County', reference: `W-${at}` },
  )
  if (isRefused(decision)) return decision
  return { ...world, holds: [...world.holds, { holdId: holdId(world.holds.length + 1), kind: given, liftedAt: null }] }
}

export const lift: Judge<'hold.lift'> = (world, { given, at }) => {
  const last = world.holds.at(-1)
  const decision = liftHold({ found: last !== undefined, lifted: last?.liftedAt != null }, { reason: given })
  if (isRefused(decision)) return decision
  return { ...world, holds: world.holds.map(hold => (hold === last ? { ...hold, liftedAt: at } : hold)) }
}

export const propose: Judge<'departure.propose'> = (world, { by, given, at }) => {
  const summons = given.basis === 'rule-519b' ? { noImmediateDanger: true, likelyToAppear: true } : null
  const holdsCheckedAt = given.holdsChecked ? at : null
  const proposal = { basis: given.basis, destination: 'as ordered', holdsCheckedAt, summons }
  const decision = proposeDeparture(custodyOf(world), proposal, at)
  if (isRefused(decision)) return decision
  return {
    ...world,
    departure: {
      departureId: departureId(),
      basis: given.basis,
      proposedAt: at,
      proposedBy: accountOf(by),
      confirmedAt: null,
      confirmedBy: null,
      leftAt: null,
      complaintDueAt: decision.complaintDueAt,
    },
  }
}

const departing = (
  world: World,
  decision: { kind: string },
  change: Partial<NonNullable<World['departure']>>,
): World | Refused =>
  isRefused(decision) ? decision : { ...world, departure: world.departure && { ...world.departure, ...change } }

export const confirm: Judge<'departure.confirm'> = (world, { by, given, at }) => {
  const asked = { accountId: accountOf(by), holdsCheckedAt: given.holdsChecked ? at : null }
  return departing(world, confirmDeparture(custodyOf(world), asked, at), {
    confirmedAt: at,
    confirmedBy: accountOf(by),
  })
}

export const withdraw: Judge<'departure.withdraw'> = (world, { given }) => {
  const decision = withdrawDeparture(custodyOf(world), { reason: given })
  return isRefused(decision) ? decision : { ...world, departure: null }
}

export const acknowledge: Judge<'departure.acknowledge'> = (world, { at }) =>
  departing(world, acknowledgeDeparture(custodyOf(world), { acknowledgedByName: 'R. Farrow', leftAt: at }, at), {
    leftAt: at,
  })
