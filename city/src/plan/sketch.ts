import type { ArrestReportInput } from '@pars/contract'
import { logNormal } from '../chance/distributions.ts'
import type { Random } from '../chance/random.ts'
import type { Wait } from '../figures/conduct.ts'
import type { OffenseCategory } from '../figures/offense-mix.ts'
import { hours, minutes } from '../time/city-time.ts'
import type { Act, Deed } from './act.ts'

/** A course while it is planned: the acts so far, and the moment up to which it is planned. */
export interface Sketch {
  readonly random: Random
  readonly report: ArrestReportInput
  readonly category: OffenseCategory
  readonly docketNumbers: readonly string[]
  readonly acts: Act[]
  at: number
}

/** Lets some time pass, at least two minutes. */
export const wait = (sketch: Sketch, { median, spread }: Wait): void => {
  sketch.at += Math.max(2 * minutes, logNormal(sketch.random, median, spread) * hours)
}

export const act = (sketch: Sketch, deed: Deed): void => {
  sketch.acts.push({ at: Math.round(sketch.at), deed })
}

export const actAfter = (sketch: Sketch, waited: Wait, deed: Deed): void => {
  wait(sketch, waited)
  act(sketch, deed)
}
