import type { AnswerOf, viewLogStatus } from '@pars/contract'
import type { Instant } from '@pars/domain'
import type { Pool } from 'pg'
import { findRow, listRows } from '../db/direct.ts'
import {
  type CosignerStateRow,
  type OutageRow,
  selectConfirmed,
  selectCosignerStates,
  selectOutages,
} from './cosigners.sql.ts'

const outagesShown = 20
/** Two of the three custodians. */
const needed = 2

const seconds = (value: number | null): number | null => (value === null ? null : Math.max(0, Math.round(value)))

/** How far the log is confirmed and whose outage there is, as everybody may know it. */
export const loadLogStatus = async (portal: Pool, trouble: string | null): Promise<AnswerOf<typeof viewLogStatus>> => {
  const state = await findRow<{ signed: number; size: number | null; seconds_ago: number | null }>(
    portal,
    selectConfirmed,
  )
  const cosigners = await listRows<CosignerStateRow & { [column: string]: unknown }>(portal, selectCosignerStates)
  const outages = await listRows<OutageRow & { [column: string]: unknown }>(portal, selectOutages(outagesShown))
  return {
    size: state?.signed ?? 0,
    confirmed: state?.size == null ? null : { size: state.size, secondsAgo: seconds(state.seconds_ago) ?? 0 },
    needed,
    cosigners: cosigners.map(row => ({
      seat: row.seat,
      name: row.name,
      vkey: row.vkey,
      size: row.size,
      secondsAgo: seconds(row.seconds_ago),
      trouble: row.trouble,
      troubleForSeconds: seconds(row.trouble_seconds),
    })),
    outages: outages.map(row => ({
      seat: row.seat,
      name: row.name,
      beganAt: row.began_at as Instant,
      endedAt: row.ended_at as Instant | null,
      why: row.why,
    })),
    trouble,
  }
}
