import { viewCity } from '@pars/contract'
import { type PlannedDay, planDays } from '../plan/plan-city.ts'
import { liveMomentsBetween, longestLiveCourse, nextLiveMoment, planLiveCourse } from '../plan/plan-live-course.ts'
import { sessionAfter } from '../plan/sessions.ts'
import { days, hours, minutes } from '../time/city-time.ts'
import { createCallers } from './callers.ts'
import { CityClock } from './city-clock.ts'
import { createCourtSessions } from './court-sessions.ts'
import type { Hands } from './hands.ts'
import { JobQueue } from './job-queue.ts'
import { addCourse, dayJob, keepAliveJob, liveJob, sessionJob } from './jobs.ts'
import { persist } from './persist.ts'
import { findRooms, loadStatutes } from './prepare.ts'
import { type Progress, reportProgress } from './report-progress.ts'
import { runJobs } from './run-jobs.ts'
import { emptyTally, type Tally } from './tally.ts'

export interface DriveOptions {
  readonly baseUrl: string
  /** Bearer tokens by the subject of each demo account. */
  readonly tokens: Readonly<Record<string, string>>
  /** The same seed gives the same people and the same acts. */
  readonly seed?: string
  readonly signal: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  /** Milliseconds since 1970: fill up to here and stop, instead of living on. */
  readonly until?: number
  /** After a longer stop the city doesn't live through all of it: it goes on so many days before the present. */
  readonly daysToCatchUp?: number
}

const firstSeed = 'philadelphia'
const atOnce = 12
/** A gap that is filled before anybody reads a screen is not worth a word. */
const smallGap = 30 * minutes

interface Found {
  /** When the city's own time began, on the hour. */
  readonly beganAt: number
  /** The clock showed the present, so that live arrests were on their way. */
  readonly wasLiving: boolean
}

/** The planned arrests that were on their way when the city stopped, and those of the first day from which it goes on. */
const takeUp = (planned: Iterator<PlannedDay, never>, from: number, queue: JobQueue, hands: Hands): void => {
  for (;;) {
    const day = planned.next().value
    for (const course of day.courses) {
      const wasBegun = course.arrestedAt <= hands.resumedAt
      const isOver = (course.acts.at(-1)?.at ?? 0) < hands.resumedAt - hours
      if (wasBegun ? !isOver : course.arrestedAt >= from) addCourse(queue, course, hands)
    }
    if (day.endsAt <= from) continue
    queue.add(dayJob(queue, planned, day.endsAt - hours, hands))
    return
  }
}

/** Live arrests that began by a moment, and that still have something to do after it. */
const takeUpLive = (seed: string, span: { from: number; to: number }, queue: JobQueue, hands: Hands): void => {
  for (const moment of liveMomentsBetween(seed, Math.max(span.from, span.to - longestLiveCourse), span.to)) {
    const course = planLiveCourse(seed, moment)
    if ((course.acts.at(-1)?.at ?? 0) > span.to) addCourse(queue, course, hands)
  }
}

const live = async (options: DriveOptions, tally: Tally): Promise<void> => {
  const { signal, seed = firstSeed, until = Number.POSITIVE_INFINITY, daysToCatchUp = 7 } = options
  const callers = createCallers(options)
  const queue = new JobQueue()
  const client = callers.as('city-driver')
  const { clock: shown, rehearsal } = await persist(() => client.call(viewCity, { signal }), signal)
  if (!rehearsal) throw new Error('Only a rehearsal has a made-up city.')
  const found: Found = {
    beganAt: Math.floor(Date.parse(shown.beganAt) / hours) * hours,
    wasLiving: shown.meetsPresent,
  }
  const gap = { from: 0, of: 0 }
  const clock = new CityClock({
    client,
    signal,
    filling: now => (gap.of === 0 ? null : { done: Math.floor((now - gap.from) / days), of: gap.of }),
    onPresent() {
      // Some are on their way already, so that there is something to see at once.
      takeUpLive(seed, { from: resumedAt, to: Date.now() }, queue, hands)
      queue.add(liveJob(queue, seed, nextLiveMoment(seed, Date.now()), hands))
      queue.add(keepAliveJob(hands))
    },
  })
  const resumedAt = await clock.standAt(found.beganAt)
  const end = Math.min(until, Date.now())
  const isLong = end - resumedAt > (daysToCatchUp + 1) * days
  const from = isLong ? await clock.standAt(end - daysToCatchUp * days) : resumedAt
  await loadStatutes(callers)
  const hands: Hands = {
    callers,
    clock,
    sessions: createCourtSessions(callers),
    rooms: await findRooms(callers),
    tally,
    resumedAt,
  }
  Object.assign(gap, { from, of: end - from < smallGap ? 0 : Math.ceil((end - from) / days - 0.1) })
  queue.add(sessionJob(sessionAfter(from), hands))
  takeUp(planDays({ seed, startAt: found.beganAt }), from, queue, hands)
  if (found.wasLiving) takeUpLive(seed, { from: 0, to: resumedAt }, queue, hands)
  const endReport = reportProgress(clock, tally, { ...gap, report: options.onProgress ?? (() => {}) })
  try {
    await runJobs({ queue, clock, hands: atOnce, until, signal })
  } finally {
    endReport()
  }
}

/**
 * Lives the made-up city through the API, from where its journal stands: fast up to the present, then at the wall's pace with live
 * arrests, until the signal aborts. Nothing is kept here: a later run plans the same acts and sends those that may be done under the
 * same keys, so that none is done twice. Throws SignInEnded when the tokens have ended.
 */
export const driveCity = async (options: DriveOptions): Promise<Tally> => {
  const tally = emptyTally()
  try {
    await live(options, tally)
  } catch (error) {
    if (!options.signal.aborted) throw error
  }
  return tally
}
