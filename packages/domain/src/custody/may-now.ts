import type { Permission } from '../staff/permissions.ts'
import { type Actor, mayDo } from '../staff/who-may.ts'
import { type CustodyFacts, type DocketFacts, isDeclined, openHolds } from './custody-facts.ts'
import { possibleBases } from './departures/possible-bases.ts'
import { type DocketStage, stageOfDocket } from './docket-stage.ts'

const asks = ['bail.request', 'bail.defense-request', 'bail.recommend'] as const

/** The acts that a docket's own stage allows. A typed table: a stage without a row does not compile. */
export const actsOnDocket: { [S in DocketStage]: readonly Permission[] } = {
  'complaint-made': ['complaint.file'],
  'complaint-filed': ['listing.add', ...asks],
  'not-produced': ['listing.add', ...asks],
  listed: ['arraignment.hold', 'listing.mark-not-produced', ...asks],
  arraigned: ['bail.set', 'bail.refuse', ...asks],
  discharged: [],
  'bail-set': [],
  'bail-refused': [],
}

const chargingStages = ['draft', 'sent', 'taken', 'sent-back', 'declined', 'charged'] as const
type ChargingStage = (typeof chargingStages)[number]

/** The acts that the stage of reporting and charging allows. */
export const actsOnCharging: { [S in ChargingStage]: readonly Permission[] } = {
  draft: ['arrest.draft', 'arrest.report'],
  sent: ['arrest.correct', 'charging.take'],
  taken: ['arrest.correct', 'charging.take', 'charging.send-back', 'charging.decide'],
  'sent-back': ['arrest.correct', 'arrest.report'],
  declined: ['arrest.correct'],
  charged: ['arrest.correct'],
}

export const chargingStageOf = (facts: CustodyFacts): ChargingStage => {
  if (facts.sentAt === null) return 'draft'
  if (facts.charging.decidedAt !== null) return isDeclined(facts) ? 'declined' : 'charged'
  if (facts.charging.sentBackAt !== null) return 'sent-back'
  return facts.charging.taken ? 'taken' : 'sent'
}

const departureActs = (facts: CustodyFacts): Permission[] => {
  const { departure } = facts
  if (departure?.leftAt) return []
  if (departure === null) return possibleBases(facts).length > 0 ? ['departure.propose'] : []
  return [departure.confirmedAt === null ? 'departure.confirm' : 'departure.acknowledge', 'departure.withdraw']
}

const holdActs = (facts: CustodyFacts): Permission[] => [
  ...(facts.departure?.leftAt ? [] : (['hold.record'] as const)),
  ...(openHolds(facts).length > 0 ? (['hold.lift'] as const) : []),
]

/** A person who has left is not brought into a session and not arraigned here; a summons goes its own way. */
const docketActs = (facts: CustodyFacts, docket: DocketFacts): readonly Permission[] => {
  const acts = actsOnDocket[stageOfDocket(docket).stage]
  return facts.departure?.leftAt ? acts.filter(act => act !== 'arraignment.hold' && act !== 'listing.add') : acts
}

/** The acts that the record allows now, whoever asks. */
export const possibleActs = (facts: CustodyFacts): Permission[] => {
  const acts = new Set<Permission>([
    ...actsOnCharging[chargingStageOf(facts)],
    ...(facts.chargesWithoutComplaint > 0 && chargingStageOf(facts) === 'charged' ? (['complaint.make'] as const) : []),
    ...facts.dockets.flatMap(docket => docketActs(facts, docket)),
    ...departureActs(facts),
    ...holdActs(facts),
    ...(facts.dockets.length > 0 ? (['paper.print'] as const) : []),
  ])
  return [...acts].sort()
}

/** What a possible act further asks of this very person, beyond the role. */
const isForThem = (facts: CustodyFacts, { accountId, role }: Actor, act: Permission): boolean => {
  const takenBy = facts.charging.taken?.by ?? null
  if (act === 'charging.take') return takenBy === null || (takenBy !== accountId && role === 'charging-supervisor')
  if (act === 'charging.decide' || act === 'charging.send-back') return takenBy === accountId
  return act !== 'departure.confirm' || facts.departure?.proposedBy !== accountId
}

/** The acts that this actor may do on this record now; sent with the record as `may`, and derived from the rules' own tables. */
export const mayNow = (facts: CustodyFacts, actor: Actor): Permission[] =>
  possibleActs(facts).filter(act => mayDo(actor, act) && isForThem(facts, actor, act))

/** The same for one docket of the record. */
export const mayNowOnDocket = (facts: CustodyFacts, docket: DocketFacts, actor: Actor): Permission[] =>
  docketActs(facts, docket).filter(act => mayDo(actor, act))
