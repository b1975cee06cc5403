import type { CustodyView } from '@pars/contract'
import {
  type AlarmRow,
  type ArrestId,
  ageOn,
  type CustodyFacts,
  chargingStageOf,
  cityDateOf,
  type Instant,
} from '@pars/domain'
import type { Snapshot } from '../db/transaction.ts'
import { type CaseLine, loadHeldLines } from './load-case-lines.ts'
import { loadAlarms } from './load-custody.ts'
import { presentCustody } from './present-custody.ts'

export interface QueueRow {
  arrestId: ArrestId
  name: string
  age: number | null
  district: string
  arrestedAt: Instant
  sentAt: Instant
  leadCharge: string
  chargeCount: number
  custody: CustodyView
  takenBy: string | null
}

/** A charging decision or a complaint is still to be made, whatever becomes of custody meanwhile. */
const waitsForCharging = (facts: CustodyFacts): boolean => {
  const stage = chargingStageOf(facts)
  return stage === 'sent' || stage === 'taken' || (stage === 'charged' && facts.chargesWithoutComplaint > 0)
}

const rowOf = (line: CaseLine, sentAt: Instant, custody: CustodyView, now: Instant): QueueRow => ({
  arrestId: line.arrestId,
  name: line.name,
  age: line.bornOn && ageOn(line.bornOn, cityDateOf(now)),
  district: line.district,
  arrestedAt: line.facts.arrestedAt,
  sentAt,
  leadCharge: line.leadCharge,
  chargeCount: line.chargeCount,
  custody,
  takenBy: line.takenBy,
})

/** Pure: who of the people held waits for a charging decision or a complaint, longest held first. */
export const queueOf = (lines: readonly CaseLine[], alarms: readonly AlarmRow[], now: Instant): QueueRow[] =>
  lines
    .flatMap(line => {
      const { sentAt } = line.facts
      const { onBoard, ...custody } = presentCustody(line.facts, alarms, now)
      return sentAt !== null && onBoard && waitsForCharging(line.facts) ? [rowOf(line, sentAt, custody, now)] : []
    })
    .sort((a, b) =>
      a.arrestedAt < b.arrestedAt ? -1 : a.arrestedAt > b.arrestedAt ? 1 : a.arrestId < b.arrestId ? -1 : 1,
    )

export const loadChargingQueue = async (read: Snapshot): Promise<{ now: Instant; rows: QueueRow[] }> => ({
  now: read.now,
  rows: queueOf(await loadHeldLines(read), await loadAlarms(read), read.now),
})
