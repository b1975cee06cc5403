import { expect, test } from 'vitest'
import { createRandom } from '../../src/chance/random.ts'
import { JobQueue } from '../../src/drive/job-queue.ts'

const job = (at: number) => ({ at, run: async () => undefined })

test('jobs leave the queue in the order of their times, however they came', () => {
  const random = createRandom('queue')
  const queue = new JobQueue()
  const times = Array.from({ length: 500 }, () => random.int(100))
  for (const at of times) queue.add(job(at))
  const taken: number[] = []
  for (let next = queue.takeDue(1000); next; next = queue.takeDue(1000)) {
    taken.push(next.at)
    if (random.chance(0.2)) queue.add(job(next.at + random.int(50)))
  }
  expect(taken).toEqual(taken.toSorted((a, b) => a - b))
  expect(taken.length).toBeGreaterThan(500)
  expect(queue.size).toBe(0)
})

test('nothing leaves the queue before it is due', () => {
  const queue = new JobQueue()
  expect(queue.nextAt).toBe(Number.POSITIVE_INFINITY)
  queue.add(job(10))
  expect(queue.takeDue(9)).toBeUndefined()
  expect(queue.nextAt).toBe(10)
  expect(queue.takeDue(10)?.at).toBe(10)
})
