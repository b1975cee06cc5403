import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profilesOf } from './profiles.ts'
import { programs } from './program.ts'
import { touchesOf } from './touches.ts'

/** At least so many of a hundred programs. */
const least: Record<keyof ReturnType<typeof touchesOf>, number> = {
  'asks for a record that is hidden in one of the two': 50,
  'asks in the dark for a record that is there in one of the two': 50,
  'something hidden happens between two calls': 50,
  'collects again, or what is not its own': 30,
  'tries something else than asking': 15,
}

test('programs are about what is hidden, or comparing them would say little', () => {
  const drawn = fc.sample(programs(profilesOf('sample')), { numRuns: 500, seed: 1 })
  const counted = Object.keys(least).map(touch => [
    touch,
    drawn.filter(program => touchesOf(program)[touch as keyof typeof least]).length / 5,
  ])
  for (const [touch, found] of counted)
    expect(`${touch}: ${Number(found) >= (least[touch as keyof typeof least] ?? 100)}`).toBe(`${touch}: true`)
})
