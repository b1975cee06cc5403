import { type ArrestId, type ChargingFacts, refuse } from '@pars/domain'
import { type FoundArrest, findArrest } from '../arrests/present-report.ts'
import { lockCase } from '../db/lock-case.ts'
import type { Tx } from '../db/transaction.ts'
import { chargingFactsOf, loadCharging } from './load-charging.ts'

export interface ChargingStanding {
  kind: 'standing'
  arrest: FoundArrest
  facts: ChargingFacts
  charging: Awaited<ReturnType<typeof loadCharging>>['charging']
}

export const noSuchArrest = refuse('not-found', 'There is no such arrest. Look for it on the board or search for it.')

/** Locks the case and loads where it stands with charging, or the refusal when there is no such arrest. */
export const loadChargingStanding = async (
  tx: Tx,
  arrestId: ArrestId,
): Promise<ChargingStanding | typeof noSuchArrest> => {
  await lockCase(tx, arrestId)
  const arrest = await findArrest(tx, arrestId, null)
  if (!arrest) return noSuchArrest
  const { charging, takenBy } = await loadCharging(tx, arrestId, null)
  return { kind: 'standing', arrest, charging, facts: chargingFactsOf(charging, takenBy, arrest) }
}
