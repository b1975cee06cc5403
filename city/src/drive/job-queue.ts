/** Something to be done at a moment of the city's time. It answers what is to be done after it. */
export interface Job {
  readonly at: number
  run(): Promise<Job | undefined>
}

/** Jobs by their time, a binary heap; jobs of the same time in any order. */
export class JobQueue {
  readonly #heap: Job[] = []

  get size(): number {
    return this.#heap.length
  }

  /** When the next job is due; infinity for none. */
  get nextAt(): number {
    return this.#heap[0]?.at ?? Number.POSITIVE_INFINITY
  }

  add(job: Job): void {
    const heap = this.#heap
    let place = heap.length
    while (place > 0) {
      const parent = (place - 1) >> 1
      const above = heap[parent]
      if (above === undefined || above.at <= job.at) break
      heap[place] = above
      place = parent
    }
    heap[place] = job
  }

  /** Takes the next job if it is due by that moment. */
  takeDue(by: number): Job | undefined {
    const first = this.#heap[0]
    if (first === undefined || first.at > by) return undefined
    const last = this.#heap.pop()
    if (last !== undefined && this.#heap.length > 0) this.#sink(last)
    return first
  }

  #sink(job: Job): void {
    const heap = this.#heap
    let place = 0
    for (;;) {
      const left = heap[2 * place + 1]
      const right = heap[2 * place + 2]
      const isRight = right !== undefined && left !== undefined && right.at < left.at
      const least = isRight ? right : left
      if (least === undefined || least.at >= job.at) break
      heap[place] = least
      place = 2 * place + (isRight ? 2 : 1)
    }
    heap[place] = job
  }
}
