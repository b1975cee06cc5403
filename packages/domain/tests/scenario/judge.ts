import type { Refused } from '../../src/index.ts'
import type { Act, Step } from './story.ts'
import type { World } from './world.ts'

/** Judges one act by its pure rule: the world after it, or the refusal. */
export type Judge<A extends Act> = (world: World, step: Extract<Step, { act: A }>) => World | Refused

export const isWorld = (outcome: World | Refused): outcome is World => !('reason' in outcome)
