import { expect, test } from 'vitest'
import { takeTurns } from './take-turns.ts'

/** A load that is let go by hand. */
const handLoad = () => {
  const loads: { finish: (value: number) => void; fail: () => void }[] = []
  const load = () => {
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    loads.push({ finish: resolve, fail: () => reject(new Error('lost')) })
    return promise
  }
  return { loads, load }
}
const settle = () => new Promise(resolve => setImmediate(resolve))

test('all who ask while a load runs share the next one, begun after they asked', async () => {
  const { loads, load } = handLoad()
  const ask = takeTurns(load)
  const first = ask()
  const others = [ask(), ask(), ask()]
  expect(loads).toHaveLength(1)
  loads[0]?.finish(1)
  expect(await first).toBe(1)
  await settle()
  expect(loads).toHaveLength(2)
  loads[1]?.finish(2)
  expect(await Promise.all(others)).toEqual([2, 2, 2])
})

test('there is never more than one load at a time', async () => {
  const { loads, load } = handLoad()
  const ask = takeTurns(load)
  void ask()
  void ask()
  loads[0]?.finish(1)
  const late = ask()
  await settle()
  expect(loads).toHaveLength(2)
  loads[1]?.finish(2)
  expect(await late).toBe(2)
})

test('a load that fails fails those who waited for it, and the next one begins', async () => {
  const { loads, load } = handLoad()
  const ask = takeTurns(load)
  const first = ask()
  const second = ask()
  loads[0]?.fail()
  await expect(first).rejects.toThrow('lost')
  await settle()
  loads[1]?.finish(2)
  expect(await second).toBe(2)
})
