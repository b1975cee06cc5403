import type { ArrestRecord } from '@pars/contract'

export type PoliceCharge = ArrestRecord['report']['charges'][number]
type Decision = NonNullable<ArrestRecord['charging']['decision']>
export type MadeCharge = Decision['charges'][number]
export type Declined = Decision['declined'][number]

/** One line of the two lists: what police recommended, and what the prosecutor made of it. */
export interface ChargePair {
  key: string
  /** Null for a charge that the prosecutor added. */
  police: PoliceCharge | null
  made: MadeCharge | null
  declined: Declined | null
}

/** Police charges and the prosecutor's, side by side by lineage (B16): first in the police's order, then what was added. */
export const pairCharges = (police: readonly PoliceCharge[], decision: Decision | null): ChargePair[] => {
  const made = decision?.charges ?? []
  const declined = decision?.declined ?? []
  const recommended = police.map(charge => ({
    key: charge.policeChargeId,
    police: charge,
    made: made.find(each => each.policeChargeId === charge.policeChargeId) ?? null,
    declined: declined.find(each => each.policeChargeId === charge.policeChargeId) ?? null,
  }))
  const known = new Set(police.map(charge => charge.policeChargeId))
  const rest = made
    .filter(charge => charge.policeChargeId === null || !known.has(charge.policeChargeId))
    .map(charge => ({ key: charge.chargeId, police: null, made: charge, declined: null }))
  return [...recommended, ...rest]
}
