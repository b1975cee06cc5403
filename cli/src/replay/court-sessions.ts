import { openCourtSession, ProblemError } from '@pars/contract'
import { addHours } from '@pars/domain'
import type { Caller } from '../caller.ts'
import type { CasePlan } from './plan-case.ts'
import { planSession } from './plan-court.ts'

/** The sittings in which the cases were heard, each opened once. */
export interface CourtSessions {
  at(plan: CasePlan): Promise<string>
}

const mostAtOneHour = 5

/** A room may have a sitting of that time which is not ours; ours then begins a minute later, under the same key. */
const openSession = async (caller: Caller, subject: string, plan: CasePlan): Promise<string> => {
  const { room, startsAt, magistrateId } = planSession(plan)
  const idempotencyKey = `replay-session-${room}-${startsAt}`
  for (let minute = 0; ; minute += 1) {
    const body = { room, startsAt: addHours(startsAt, minute / 60), magistrateId }
    try {
      return (await caller.call(subject, openCourtSession, { body, idempotencyKey })).courtSessionId
    } catch (error) {
      const isTaken = error instanceof ProblemError && ['session-exists', 'key-reused'].includes(error.problem.reason)
      if (!isTaken || minute === mostAtOneHour) throw error
    }
  }
}

export const createCourtSessions = (caller: Caller, subject: string): CourtSessions => {
  const opened = new Map<string, Promise<string>>()
  return {
    at(plan) {
      const { sessionStartsAt } = plan.times
      const session = opened.get(sessionStartsAt) ?? openSession(caller, subject, plan)
      opened.set(sessionStartsAt, session)
      return session
    },
  }
}
