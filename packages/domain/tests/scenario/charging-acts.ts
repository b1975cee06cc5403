import {
  acceptComplaint,
  type ChargeDecision,
  decideCharges,
  isRefused,
  type PoliceCharge,
  sendBack,
  takeCharging,
} from '../../src/index.ts'
import { aDocket, aPoliceCharge, aReference, chargeId, complaintFields, complaintId } from '../examples.ts'
import type { Judge } from './judge.ts'
import type { Ruling } from './story.ts'
import { accountOf, chargingFactsOf, newestReport, type World } from './world.ts'

export const take: Judge<'charging.take'> = (world, { by, at }) => {
  const actor = { accountId: accountOf(by), supervises: by.startsWith('charging-supervisor') }
  const decision = takeCharging(chargingFactsOf(world), actor)
  if (isRefused(decision)) return decision
  return { ...world, charging: { ...world.charging, taken: { at, by: accountOf(by) } } }
}

export const sendItBack: Judge<'charging.send-back'> = (world, { by, given, at }) => {
  const decision = sendBack(chargingFactsOf(world), accountOf(by), { reason: given, note: null })
  return isRefused(decision) ? decision : { ...world, charging: { ...world.charging, sentBackAt: at } }
}

const decisionOf = (ruling: Ruling, police: PoliceCharge | undefined): ChargeDecision => {
  const { policeChargeId, ...restated } = police ?? aPoliceCharge()
  if (ruling === 'approved') return { kind: 'approved', policeChargeId }
  if ('added' in ruling) return { kind: 'added', ...restated, ...ruling.added }
  return 'declined' in ruling
    ? { kind: 'declined', policeChargeId, reason: ruling.declined, note: null }
    : { kind: 'modified', policeChargeId, ...restated, ...ruling.modified }
}

export const decide: Judge<'charging.decide'> = (world, { by, given, at }) => {
  const report = newestReport(world)
  const facts = {
    ...chargingFactsOf(world),
    version: world.versions.length,
    versionGiven: world.versions.length,
    policeCharges: report.charges,
    arrestedAt: report.arrestedAt,
    incidents: report.incidents,
    bornOn: report.person.bornOn,
    directFile: report.directFile !== null,
    statutes: aReference().statutes,
  }
  const decisions = given.map((ruling, index) => decisionOf(ruling, report.charges[index]))
  const decision = decideCharges(facts, accountOf(by), decisions)
  if (isRefused(decision)) return decision
  const charges = decision.charges.map((charge, index) => ({ ...charge, chargeId: chargeId(index + 1) }))
  return { ...world, charging: { ...world.charging, decidedAt: at }, charges }
}

const standingOf = (world: World) => {
  if (world.charging.decidedAt === null) return 'undecided' as const
  return world.charges.length > 0 ? ('charged' as const) : ('declined' as const)
}

export const complain: Judge<'complaint.make'> = (world, { given, at }) => {
  const chargeIds = given.charges.map(number => chargeId(number))
  const inComplaint = (id: (typeof chargeIds)[number]) => {
    const index = world.complaints.findIndex(complaint => complaint.chargeIds.includes(id))
    return index < 0 ? null : complaintId(index + 1)
  }
  const summoned = world.departure?.basis === 'rule-519b' && world.departure.leftAt !== null
  const processRequested = summoned ? ('summons' as const) : ('none-arrested' as const)
  const fields = complaintFields({ verifiedAt: at, processRequested, ...given.fields })
  const decision = acceptComplaint(
    {
      charging: standingOf(world),
      charges: world.charges.map(charge => ({ chargeId: charge.chargeId, complaintId: inComplaint(charge.chargeId) })),
      personNamed: newestReport(world).person.names.length > 0,
      custody: summoned ? 'summoned' : 'arrested',
      dueAt: summoned ? (world.departure?.complaintDueAt ?? null) : null,
    },
    { chargeIds, fields },
    at,
  )
  if (isRefused(decision)) return decision
  const facts = aDocket({ complaintId: complaintId(world.complaints.length + 1), madeAt: at })
  const made = { chargeIds, fields, facts, docketNumber: null, held: null, order: null }
  return { ...world, complaints: [...world.complaints, made] }
}
