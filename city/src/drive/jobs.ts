import { ProblemError } from '@pars/contract'
import type { Course, PlannedSession } from '../plan/act.ts'
import type { PlannedDay } from '../plan/plan-city.ts'
import { nextLiveMoment, planLiveCourse } from '../plan/plan-live-course.ts'
import { sessionAfter } from '../plan/sessions.ts'
import { hours, minutes } from '../time/city-time.ts'
import { carryOutNext } from './carry-out.ts'
import { begin, type Hands, type Running } from './hands.ts'
import type { Job, JobQueue } from './job-queue.ts'
import { countOne } from './tally.ts'

const actJob = (running: Running, hands: Hands): Job | undefined => {
  const act = running.course.acts[running.next]
  return (
    act && { at: act.at, run: async () => ((await carryOutNext(running, hands)) ? actJob(running, hands) : undefined) }
  )
}

/** One arrest, act after act. */
export const addCourse = (queue: JobQueue, course: Course, hands: Hands): void => {
  const job = actJob(begin(course), hands)
  if (job) queue.add(job)
}

/** The planned arrests, day after day: each day's a little before it begins. */
export const dayJob = (queue: JobQueue, days: Iterator<PlannedDay, never>, at: number, hands: Hands): Job => ({
  at,
  async run() {
    const day = days.next().value
    for (const course of day.courses) addCourse(queue, course, hands)
    return dayJob(queue, days, day.endsAt - hours, hands)
  },
})

/** Opens each sitting of the arraignment court some hours before it begins. */
export const sessionJob = (session: PlannedSession, hands: Hands): Job => ({
  at: session.openedAt,
  async run() {
    await hands.sessions.idOf(session).catch(error => {
      if (!(error instanceof ProblemError)) throw error
      countOne(hands.tally.refused, `session: ${error.problem.reason}`)
    })
    return sessionJob(sessionAfter(session.startsAt + 1), hands)
  },
})

/** Live arrests, one after the other. Those that would have begun while the machine slept are left out. */
export const liveJob = (queue: JobQueue, seed: string, moment: number, hands: Hands): Job => ({
  at: moment,
  async run() {
    addCourse(queue, planLiveCourse(seed, moment), hands)
    return liveJob(queue, seed, nextLiveMoment(seed, Math.max(moment, Date.now())), hands)
  },
})

const restsNoLonger = 10 * minutes

/** Keeps the bearer tokens of chairs that act seldom. */
export const keepAliveJob = (hands: Hands): Job => ({
  at: Date.now() + restsNoLonger,
  async run() {
    await hands.callers.keepAlive()
    return keepAliveJob(hands)
  },
})
