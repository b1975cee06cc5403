export interface DutyFacts {
  fulfilledAt: string | null
  /** When the calendar found it missing. */
  missedAt: string | null
}
export type DutyState = 'met' | 'met-late' | 'missed' | 'open'

/** Where a duty stands. What was handed in after it was found missing is late, and stays so. */
export const stateOfDuty = ({ fulfilledAt, missedAt }: DutyFacts): DutyState => {
  if (fulfilledAt !== null) return missedAt === null ? 'met' : 'met-late'
  return missedAt === null ? 'open' : 'missed'
}
