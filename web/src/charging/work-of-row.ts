import type { CustodyStage } from '@pars/domain'

/** What the prosecutor has still to do with an arrest of the queue, in the order in which it is done. */
export const kindsOfWork = ['take', 'decide', 'complaint', 'leaving'] as const
export type Work = (typeof kindsOfWork)[number]

const byStage: Partial<Record<CustodyStage, Work>> = {
  'sent-to-charging': 'take',
  'charging-taken': 'decide',
  charged: 'complaint',
}

/** While somebody is leaving custody the stage says that, whatever charging has still to do. */
export const workOfRow = (row: { custody: { stage: CustodyStage } }): Work => byStage[row.custody.stage] ?? 'leaving'
