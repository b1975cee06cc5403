import type { CityClock } from './city-clock.ts'
import type { Job, JobQueue } from './job-queue.ts'

export interface JobsOptions {
  readonly queue: JobQueue
  readonly clock: CityClock
  /** So many jobs at once. */
  readonly hands: number
  /** Ends when everything up to this moment is done; infinity for never. */
  readonly until: number
  readonly signal: AbortSignal
}

const longestNap = 1000

/**
 * Does each job when the city's clock shows its time, several at once, and lets the clock follow. Resolves at `until` and when the
 * signal aborts; throws what a job threw.
 */
export const runJobs = async ({ queue, clock, hands, until, signal }: JobsOptions): Promise<void> => {
  const begun = new Set<Job>()
  let wake = (): void => {}
  let failure: { error: unknown } | undefined
  const fail = (error: unknown): void => {
    failure ??= { error }
    wake()
  }
  const begin = async (job: Job): Promise<void> => {
    begun.add(job)
    const next = await job.run()
    begun.delete(job)
    if (next) queue.add(next)
    wake()
  }
  const earliest = (): number => Math.min(queue.nextAt, ...[...begun].map(({ at }) => at))
  const stop = (): void => wake()
  signal.addEventListener('abort', stop)
  try {
    while (!signal.aborted) {
      if (failure) throw failure.error
      while (begun.size < hands) {
        const job = queue.takeDue(Math.min(clock.now(), until))
        if (!job) break
        begin(job).catch(fail)
      }
      if (begun.size === 0 && queue.nextAt > until) return
      clock.follow(earliest(), until, begun.size <= hands / 2)?.then(() => wake(), fail)
      const nap = begun.size < hands ? clock.millisecondsUntil(queue.nextAt) : longestNap
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, Math.min(longestNap, Math.max(1, nap)))
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
