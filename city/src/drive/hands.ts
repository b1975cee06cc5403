import type { Course } from '../plan/act.ts'
import type { Callers } from './callers.ts'
import { type CaseIds, noCaseIds } from './case-ids.ts'
import type { CityClock } from './city-clock.ts'
import type { CourtSessions } from './court-sessions.ts'
import type { Tally } from './tally.ts'

/** What carrying out an act needs beside the act. */
export interface Hands {
  readonly callers: Callers
  readonly clock: CityClock
  readonly sessions: CourtSessions
  readonly rooms: readonly string[]
  readonly tally: Tally
  /** Acts up to here were done by an earlier run, if there was one: they are sent again as they were sent then. */
  readonly resumedAt: number
}

/** An arrest on its way, with the place of its next act. */
export interface Running {
  readonly course: Course
  next: number
  ids: CaseIds
  /** No act so far was judged later than this. */
  doneBy: number
}

export const begin = (course: Course): Running => ({ course, next: 0, ids: noCaseIds(), doneBy: 0 })
