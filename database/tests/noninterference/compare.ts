import { insertRecords } from '../terms/records.sql.ts'
import { incidentNumbers, warrantNumbers } from '../terms/records.ts'
import { darken } from './darken.ts'
import { masked, nobodyNamed } from './hidden-acts.ts'
import { perform } from './perform.ts'
import type { Play, Playing } from './playing.ts'
import { startOfStory } from './profiles.ts'
import type { Program, Side } from './program.ts'
import * as on from './stage.sql.ts'
import type { Pair, Stage } from './stage.ts'

const prepare = async (play: Play, stage: Stage, side: Side): Promise<Playing> => {
  const { pair, program, profile } = play
  const { admin } = stage
  await on.clearStage(admin, pair.ours.officer, program.limits)
  const visible = program.visible.map((record, n) => masked(profile, record, side.masked[n] ?? record))
  const first = visible[0]
  const unnamed = profile.name === 'watching' && first !== undefined ? [nobodyNamed(first)] : []
  await insertRecords(admin, [...visible, ...unnamed, ...side.hidden])
  // A registration that has ended, or is for another purpose, suffices for nothing; both databases have them.
  const value = warrantNumbers[0] ?? ''
  const registration = {
    unit: pair.ours.unit,
    kind: 'warrant',
    value,
    purpose: 'warrant-service',
    endsAt: startOfStory,
  }
  await on.registerCase(admin, registration)
  await on.registerCase(admin, { ...registration, purpose: 'prosecution', endsAt: 'infinity' })
  await on.registerCase(admin, {
    ...registration,
    kind: 'incident',
    value: incidentNumbers[0] ?? '',
    endsAt: 'infinity',
  })
  if (!program.strict)
    await on.registerCase(admin, { ...registration, value: warrantNumbers[1] ?? '', endsAt: 'infinity' })
  const nothing = { tokens: [], cursor: '', otherToken: '0'.repeat(64), otherCursor: 'e'.repeat(112), number: 0 }
  return { stage, side, hidden: [...side.hidden], ...nothing }
}

const clear = (play: Play, { stage }: Playing) =>
  on.clearStage(stage.admin, play.pair.ours.officer, play.program.limits)

export interface Difference {
  /** Which call told the two databases apart, and what each said. */
  call: string
  left: string[]
  right: string[]
}

/** Runs a program on both databases; answers the first call whose transcripts differ, if one does. */
export const findDifference = async (pair: Pair, program: Program): Promise<Difference | undefined> => {
  const profile = pair.profiles[program.profile]
  if (profile === undefined) throw new RangeError('no such profile')
  const play: Play = { pair, program, profile, door: pair.doorNames[program.profile] ?? '', isDark: false, why: null }
  const [left, right] = await Promise.all([
    prepare(play, pair.left, program.left),
    prepare(play, pair.right, program.right),
  ])
  const run = async (steps: Program['steps']): Promise<Difference | undefined> => {
    for (const step of steps) {
      const [one, other] = await Promise.all([perform(play, left, step), perform(play, right, step)])
      if (JSON.stringify(one) !== JSON.stringify(other)) return { call: JSON.stringify(step), left: one, right: other }
    }
    return undefined
  }
  const found = await run(program.steps)
  if (found !== undefined) return found
  for (const [index, why] of program.darkenings.entries()) {
    // The first falls upon a program that is under way; before each other everything stands again.
    if (index > 0) await Promise.all([clear(play, left), clear(play, right)])
    play.isDark = false
    play.why = why
    await Promise.all([darken(play, left, why), darken(play, right, why)])
    play.isDark = true
    // Where an answer is withheld twice, the history still tells that the first time it was not.
    const told = await run([...program.darkSteps, { kind: 'history' }])
    if (told !== undefined) return { ...told, call: `${why}: ${told.call}` }
  }
  return undefined
}
