import type { ArrestRecord } from '@pars/contract'
import { expect, test } from 'vitest'
import { chargingView } from './charging-view.ts'
import { workOfRow } from './work-of-row.ts'

interface Case {
  draft?: boolean
  stage?: string
  may?: string[]
  decided?: string[]
  inComplaint?: string[]
}

const record = ({ draft = false, stage = 'sent-to-charging', may = [], decided, inComplaint = [] }: Case) =>
  ({
    draft,
    custody: { stage },
    may,
    charging: {
      decision: decided ? { charges: decided.map(chargeId => ({ chargeId })), declined: [] } : null,
      complaints: inComplaint.length > 0 ? [{ chargeIds: inComplaint }] : [],
    },
  }) as unknown as ArrestRecord

test.each<[string, Case, string]>([
  ['an unsent report is the police’s', { draft: true, stage: 'draft' }, 'draft'],
  ['an attorney takes what nobody has taken', { may: ['charging.take'] }, 'take'],
  ['somebody who may not take it looks on', {}, 'look'],
  ['the attorney who took it decides', { stage: 'charging-taken', may: ['charging.decide'] }, 'decide'],
  ['another attorney sees who decides', { stage: 'charging-taken' }, 'with-other'],
  [
    'a supervisor who may take it over sees who decides',
    { stage: 'charging-taken', may: ['charging.take'] },
    'with-other',
  ],
  ['what went back to police waits for them', { stage: 'sent-back' }, 'sent-back'],
  [
    'charges in no complaint ask for one',
    { stage: 'charged', decided: ['chg_1'], may: ['complaint.make'] },
    'complaint',
  ],
  [
    'a second complaint is made over what the first left out',
    { stage: 'charged', decided: ['chg_1', 'chg_2'], inComplaint: ['chg_1'], may: ['complaint.make'] },
    'complaint',
  ],
  ['with every charge in a complaint, charging is done', { decided: ['chg_1'], inComplaint: ['chg_1'] }, 'done'],
  ['with every charge declined, charging is done', { stage: 'declined', decided: [], may: [] }, 'done'],
  ['the police look at a finished decision', { stage: 'charged', decided: ['chg_1'], may: ['arrest.correct'] }, 'done'],
])('%s', (_, given, view) => {
  expect(chargingView(record(given))).toBe(view)
})

test('the queue says what is to do; somebody on the way out is named as that', () => {
  const work = (stage: string) => workOfRow({ custody: { stage } } as Parameters<typeof workOfRow>[0])
  expect(['sent-to-charging', 'charging-taken', 'charged', 'departure-proposed'].map(work)).toEqual([
    'take',
    'decide',
    'complaint',
    'leaving',
  ])
})
