import { days } from '../time/city-time.ts'
import type { CityClock } from './city-clock.ts'
import { sumOf, type Tally } from './tally.ts'

export interface Progress {
  readonly phase: 'filling' | 'living'
  /** Days filled, of those there are to fill. */
  readonly day: number
  readonly of: number
  readonly arrests: number
  readonly acts: number
  readonly actsPerSecond: number
  /** By deed and reason, as the server gave it. */
  readonly refused: Readonly<Record<string, number>>
}

const seconds = { filling: 5, living: 600 }

/** Reports every few seconds while the city fills, every ten minutes while it lives. Answers what ends it, with a last report. */
export const reportProgress = (
  clock: CityClock,
  tally: Tally,
  { from, of, report }: { from: number; of: number; report: (progress: Progress) => void },
): (() => void) => {
  let last = { acts: 0, at: performance.now(), phase: 'filling' }
  const tell = (isLast: boolean): void => {
    const acts = sumOf(tally.acts)
    const elapsed = (performance.now() - last.at) / 1000
    const phase = clock.meetsPresent ? 'living' : 'filling'
    if (elapsed < seconds[phase] && phase === last.phase && !isLast) return
    report({
      phase,
      day: Math.min(of, Math.floor((clock.now() - from) / days)),
      of,
      arrests: tally.arrests,
      acts,
      actsPerSecond: (acts - last.acts) / elapsed,
      refused: Object.fromEntries(tally.refused),
    })
    last = { acts, at: performance.now(), phase }
  }
  const timer = setInterval(() => tell(false), 1000)
  return () => {
    clearInterval(timer)
    tell(true)
  }
}
