/** Chance that can be repeated: the same seed gives the same numbers on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from 0 up to, not including, `below`. */
  int(below: number): number
  /** Evenly between two bounds. */
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  weighted<T>(entries: readonly (readonly [T, number])[]): T
}

// Two 32-bit words of FNV-1a over the seed's UTF-16 units, with different offsets, start the generator.
const hash = (text: string, offset: number): number => {
  let state = offset
  for (let index = 0; index < text.length; index += 1) {
    state ^= text.charCodeAt(index)
    state = Math.imul(state, 0x01000193)
  }
  return state >>> 0
}

/** The sfc32 generator, stirred before its first use. */
const sfc32 = (seed: string): (() => number) => {
  let a = hash(seed, 0x811c9dc5)
  let b = hash(seed, 0x9e3779b9)
  let c = 0x243f6a88
  let counter = 1
  const draw = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 16; round += 1) draw()
  return draw
}

/** Throws RangeError when asked to choose from nothing. */
export const createRandom = (seed: string): Random => {
  const next = sfc32(seed)
  const int = (below: number) => Math.floor(next() * below)
  return {
    next,
    int,
    between: (from, to) => from + (to - from) * next(),
    chance: probability => next() < probability,
    pick(list) {
      const chosen = list[int(list.length)]
      if (chosen === undefined) throw new RangeError('nothing to pick from')
      return chosen
    },
    weighted(entries) {
      const total = entries.reduce((sum, [, weight]) => sum + weight, 0)
      let left = next() * total
      for (const [value, weight] of entries) {
        left -= weight
        if (left < 0) return value
      }
      const last = entries.at(-1)
      if (last === undefined) throw new RangeError('nothing to choose from')
      return last[0]
    },
  }
}
