import type { PlainDate } from '@pars/domain'
import type { ClassTerm, FieldClass, Terms, UnitTerm } from '../terms.ts'

/** What every agreement must be told, whichever template it begins with. */
export interface TemplateBlanks {
  agreement: string
  version: number
  partner: string
  units: UnitTerm[]
  startsOn: PlainDate
  endsOn: PlainDate
}

/** A class that can be read; whether it can also be asked by, and taken away in a file. */
export const shown = (name: FieldClass, may: { filter: boolean; export: boolean }): ClassTerm => ({
  class: name,
  visible: true,
  filterable: may.filter,
  exportable: may.export,
})

type Shared = Pick<
  Terms,
  | 'format'
  | 'governs'
  | 'directFile'
  | 'onward'
  | 'obligations'
  | 'notice'
  | 'emergencyStop'
  | 'confirmationOutage'
  | 'feeCents'
>

/** What all templates say alike: adults only, nothing passed on, duties with dates, thirty days' notice, an end. */
export const sharedTerms: Shared = {
  format: 'pars-terms-1',
  governs: 'data',
  directFile: false,
  onward: 'none',
  obligations: [
    { code: 'self-audit', every: 'quarter', dueDays: 30, suspends: true },
    { code: 'outcome-report', every: 'year', dueDays: 60, suspends: false },
    { code: 'user-list', every: 'month', dueDays: 10, suspends: true },
    { code: 'training', every: 'once', dueDays: 60, suspends: false },
    { code: 'incident-notice', every: 'on-event', dueDays: 3, suspends: false },
    { code: 'destruction-certificate', every: 'at-end', dueDays: 60, suspends: false },
  ],
  notice: { nonRenewalDays: 30, terminationDays: 30, narrowingDays: 14, cureDays: 30 },
  emergencyStop: { seats: ['police', 'prosecutor', 'court'], confirmDays: 7 },
  // biome-ignore lint/suspicious/noThenProperty: a word of the published format, never a function
  confirmationOutage: { minutes: 15, then: 'stop' },
  feeCents: null,
}
