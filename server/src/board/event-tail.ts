import type { BoardEvent } from '@pars/contract'

/** An event as its bytes go out, made once for all streams. */
export const frameOf = (event: BoardEvent): string =>
  `id: ${event.number}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`

/** The arrest whose row an event shows; null where it shows none. */
const shownIn = (event: BoardEvent): string | null => (event.type === 'row' ? event.row.arrestId : null)

export interface EventTail {
  /** Everything up to here has been told. */
  readonly number: number
  /** Takes the events after `number`, ascending, and how far the journal was read for them. Answers their bytes as one text. */
  add(events: readonly BoardEvent[], number: number): string
  /** What somebody missed who has seen everything up to a number; undefined when he must load the board again. */
  after(seen: number): string | undefined
}

/** So many events are kept for those who come back, and so many are told to one of them at most. */
export interface TailLimits {
  readonly kept: number
  readonly told: number
}

/** The newest events of the board, in journal order. It begins empty after `start`: what came before is not here. */
export const eventTail = (start: number, limits: TailLimits): EventTail => {
  let kept: { number: number; arrestId: string | null; frame: string }[] = []
  let floor = start
  let newest = start
  return {
    get number() {
      return newest
    },
    add(events, number) {
      const added = events.map(event => ({ number: event.number, arrestId: shownIn(event), frame: frameOf(event) }))
      // Whoever comes back is told that it is gone. What it was is not kept: it may have been erased by order.
      const gone = new Set(events.flatMap(event => (event.type === 'gone' ? event.arrestId : [])))
      if (gone.size > 0) kept = kept.filter(({ arrestId }) => arrestId === null || !gone.has(arrestId))
      kept.push(...added)
      newest = number
      if (kept.length > limits.kept) {
        const dropped = kept.length - limits.kept
        floor = kept[dropped - 1]?.number ?? floor
        kept = kept.slice(dropped)
      }
      return added.map(({ frame }) => frame).join('')
    },
    after(seen) {
      if (seen < floor || seen > newest) return undefined
      const missed = kept.filter(({ number }) => number > seen)
      return missed.length > limits.told ? undefined : missed.map(({ frame }) => frame).join('')
    },
  }
}
