import { appendFileSync } from 'node:fs'
import type { Mutant } from './mutant.ts'

const runsAll = process.env['PARS_MUTANTS'] === 'all'
const only = process.env['PARS_MUTANT']
/** The gate has a minute for planted faults: every eighth, of the older PostgreSQL fewer, and other ones on other days. */
const share = process.env['PARS_TEST_POSTGRES'] === undefined ? 8 : 24

/** Which of the planted faults this run tries: all, the one that is named, or this day's share. */
export const chosenOf = <M extends Mutant>(mutants: readonly M[]): M[] => {
  if (only !== undefined) return mutants.filter(({ name }) => name === only)
  if (runsAll) return [...mutants]
  const day = new Date().getUTCDate()
  return mutants.filter(({ isRare }) => !isRare).filter((_, index) => index % share === day % share)
}

export interface Kill {
  name: string
  /** The suite or check that must notice it. */
  suite: string
  /** How it was noticed; null for a survivor. */
  kill: string | null
}

/** For tools/run-mutants.ts, which makes the committed list of it. */
export const record = ({ name, suite, kill }: Kill): void => {
  const file = process.env['PARS_KILL_LIST']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ name, suite, kill })}\n`)
}
