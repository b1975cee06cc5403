import type { ChargeId, ComplaintFacts, ComplaintId, Instant } from '@pars/domain'
import type { ChargingStanding } from './charging-standing.ts'

const charging = ({ charging }: ChargingStanding): ComplaintFacts['charging'] => {
  if (charging.decision === null) return 'undecided'
  return charging.decision.charges.length > 0 ? 'charged' : 'declined'
}

/** What the complaint rule wants to know. */
export const complaintStandingOf = (standing: ChargingStanding, dueAt: string | null): ComplaintFacts => ({
  charging: charging(standing),
  charges: (standing.charging.decision?.charges ?? []).map(charge => ({
    chargeId: charge.chargeId as ChargeId,
    complaintId: (standing.charging.complaints.find(complaint => complaint.chargeIds.includes(charge.chargeId))
      ?.complaintId ?? null) as ComplaintId | null,
  })),
  personNamed: standing.arrest.content.person.names.length > 0,
  custody: dueAt === null ? 'arrested' : 'summoned',
  dueAt: dueAt as Instant | null,
})
