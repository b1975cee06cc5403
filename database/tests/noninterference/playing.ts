import type { DisclosureRecord } from '../terms/records.ts'
import type { Profile } from './profiles.ts'
import type { Darkening, Program, Side } from './program.ts'
import * as on from './stage.sql.ts'
import type { Pair, Stage } from './stage.ts'

/** One of the two databases while a program runs. */
export interface Playing {
  stage: Stage
  side: Side
  tokens: string[]
  cursor: string
  otherToken: string
  otherCursor: string
  number: number
  hidden: DisclosureRecord[]
}
export interface Play {
  pair: Pair
  program: Program
  profile: Profile
  door: string
  isDark: boolean
  why: Darkening | null
}

export const doorOf = (play: Play, playing: Playing) =>
  playing.stage.doors[play.program.profile] ?? playing.stage.others

/** What the partner may see changes in both alike. */
export const change = async (playing: Playing, record: DisclosureRecord, classes: string[]): Promise<void> => {
  playing.number += 1
  await on.insertChange(playing.stage.admin, record, { number: playing.number, classes })
}
