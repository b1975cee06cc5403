import type { ArrestRecord } from '@pars/contract'
import { chargesWithoutComplaint } from './complaint/complaint-form.ts'

/** What the charging screen of an arrest is about at the moment. */
export type ChargingView = 'draft' | 'take' | 'look' | 'decide' | 'with-other' | 'sent-back' | 'complaint' | 'done'

const beforeDecision = ({ custody, may }: ArrestRecord): ChargingView => {
  if (custody.stage === 'sent-back') return 'sent-back'
  if (may.includes('charging.decide')) return 'decide'
  if (custody.stage === 'charging-taken') return 'with-other'
  return may.includes('charging.take') ? 'take' : 'look'
}

/** Read from the record and what its reader may do now; the rules themselves are the server's. */
export const chargingView = (record: ArrestRecord): ChargingView => {
  if (record.draft) return 'draft'
  if (!record.charging.decision) return beforeDecision(record)
  const isOpen = chargesWithoutComplaint(record.charging).length > 0
  return isOpen && record.may.includes('complaint.make') ? 'complaint' : 'done'
}
