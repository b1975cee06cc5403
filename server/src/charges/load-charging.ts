import type { ArrestRecord } from '@pars/contract'
import { type AccountId, type ArrestId, type ChargingFacts, formatId, type Instant } from '@pars/domain'
import { jsonInstants } from '../db/json-instants.ts'
import type { Read } from '../db/statement.ts'
import { uuidOf } from '../db/transaction.ts'
import { selectCharging } from './charges.sql.ts'

type Charging = ArrestRecord['charging']
interface Made {
  madeBy: string
  madeAt: Instant
  entryId: string
  number: number | null
}

interface Row {
  taken: (Made & { accountId: string }) | null
  sent_back: (Made & { reason: Charging['sentBack'][number]['reason']; note: string | null; arrestVersion: number })[]
  decision:
    | (Made & {
        arrestVersion: number
        charges: NonNullable<Charging['decision']>['charges']
        declined: NonNullable<Charging['decision']>['declined']
      })
    | null
  complaints: (Charging['complaints'][number] & { chargeIds: string[]; facts: string | null })[]
}

const made = <M extends Made>(row: M): M => ({ ...row, entryId: formatId('ent', row.entryId) })
const textId = (prefix: 'pch' | 'chg', uuid: string): string => formatId(prefix, uuid)

/** What the prosecutor did about an arrest, as of a journal number; and who has taken it, as an account. */
export const loadCharging = async (
  read: Read,
  arrestId: ArrestId,
  asOf: number | null,
): Promise<{ charging: Charging; takenBy: AccountId | null }> => {
  const found = await read.find<Row>(selectCharging(uuidOf('arr', arrestId), asOf))
  if (!found) throw new Error('a query without a row')
  const { taken, sent_back, decision, complaints } = jsonInstants(found)
  const takenMade = taken && {
    madeBy: taken.madeBy,
    madeAt: taken.madeAt,
    entryId: taken.entryId,
    number: taken.number,
  }
  return {
    takenBy: taken && formatId('acc', taken.accountId),
    charging: {
      taken: takenMade && made(takenMade),
      sentBack: sent_back.map(made),
      decision: decision && {
        ...made(decision),
        charges: decision.charges.map(charge => ({
          ...charge,
          chargeId: textId('chg', charge.chargeId),
          policeChargeId: charge.policeChargeId && textId('pch', charge.policeChargeId),
        })),
        declined: decision.declined.map(charge => ({
          ...charge,
          policeChargeId: textId('pch', charge.policeChargeId),
        })),
      },
      complaints: complaints.map(({ facts, ...complaint }) => ({
        ...made(complaint),
        complaintId: formatId('cmp', complaint.complaintId),
        chargeIds: complaint.chargeIds.map(id => textId('chg', id)),
        ...(facts === null ? {} : { facts }),
      })),
    },
  }
}

/** Where an arrest stands with charging: correcting a report does not send it again. */
export const chargingFactsOf = (
  charging: {
    taken: { madeAt: Instant } | null
    sentBack: readonly { arrestVersion: number }[]
    decision: object | null
  },
  takenBy: AccountId | null,
  arrest: { sentAt: Instant | null; sentVersion: number | null },
): ChargingFacts => {
  const back = charging.sentBack.at(-1)
  const isBack = back !== undefined && back.arrestVersion >= (arrest.sentVersion ?? 0)
  // Taking counts from the newest sending on: what came again is in the queue again.
  const takenSince = charging.taken !== null && arrest.sentAt !== null && charging.taken.madeAt >= arrest.sentAt
  return {
    sent: arrest.sentAt !== null,
    sentBack: isBack,
    takenBy: takenSince ? takenBy : null,
    decided: charging.decision !== null,
  }
}
