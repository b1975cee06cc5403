import type { CustodyView } from '@pars/contract'
import { type AlarmRow, type CustodyFacts, deriveCustody, type Instant } from '@pars/domain'

/** The clock and the stage as every screen gets them. */
export const presentCustody = (
  facts: CustodyFacts,
  alarms: readonly AlarmRow[],
  now: Instant,
): CustodyView & { onBoard: boolean } => {
  const custody = deriveCustody(facts, alarms, now)
  return {
    stage: custody.stage,
    since: custody.since,
    next: custody.next,
    hoursHeld: custody.hoursHeld,
    stoppedAt: custody.stoppedAt,
    alarmsPassed: [
      ...new Set(custody.alarmsPassed.filter(alarm => alarm.clock === 'custody').map(alarm => alarm.hours)),
    ],
    nextAlarmHours: custody.nextAlarm?.hours ?? null,
    probableCauseHoursLeft: custody.probableCauseHoursLeft,
    onBoard: custody.onBoard,
  }
}
