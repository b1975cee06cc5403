import type { ArrestRecord } from '@pars/contract'
import { type ArrestId, formatId } from '@pars/domain'
import { jsonInstants } from '../db/json-instants.ts'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'
import { selectFiledCharges } from './charges.sql.ts'
import type { loadCharging } from './load-charging.ts'

type Charging = ArrestRecord['charging']
type Charge = NonNullable<Charging['decision']>['charges'][number]
type ComplaintJson = Omit<Charging['complaints'][number], 'chargeIds'> & {
  charges: Charge[]
  /** Of the report when the complaint was made. */
  arrestVersion: number
}

const withIds = (charge: Charge): Charge => ({
  ...charge,
  chargeId: formatId('chg', charge.chargeId),
  policeChargeId: charge.policeChargeId && formatId('pch', charge.policeChargeId),
})

/**
 * Charging as the defense reads it: the complaints against its client, and as the decision nothing but their charges, under the entry
 * of the first complaint. Who took the arrest, what was sent back and what was declined is not there.
 */
export const loadFiledCharges: typeof loadCharging = async (read: Read, arrestId: ArrestId, asOf: number | null) => {
  const row = await read.find<{ complaints: ComplaintJson[] }>(selectFiledCharges(uuidOf('arr', arrestId), asOf))
  const complaints = jsonInstants(row?.complaints ?? []).map(complaint => ({
    ...complaint,
    complaintId: formatId('cmp', complaint.complaintId),
    entryId: formatId('ent', complaint.entryId),
    charges: complaint.charges.map(withIds),
  }))
  const first = complaints[0]
  return {
    takenBy: null,
    charging: {
      taken: null,
      sentBack: [],
      decision: first
        ? {
            charges: complaints.flatMap(({ charges }) => charges),
            declined: [],
            arrestVersion: first.arrestVersion,
            madeBy: first.madeBy,
            madeAt: first.madeAt,
            entryId: first.entryId,
            number: first.number,
          }
        : null,
      complaints: complaints.map(({ charges, arrestVersion: _, ...complaint }) => ({
        ...complaint,
        chargeIds: charges.map(({ chargeId }) => chargeId),
      })),
    },
  }
}
