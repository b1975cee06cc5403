import type { LogFault, PackageReport } from '../src/index.ts'

/** One byte of a package changed, and what was found. `named` says whether a fault names the place. */
export type Flip = {
  readonly offset: number
  readonly to: number
  readonly part: string
  readonly faults: readonly LogFault[]
  readonly named: boolean
}

/** A row of numbers from a seed, each below a bound: mulberry32. */
export function numbersFrom(seed: number): (bound: number) => number {
  let state = seed
  return bound => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }
}

type Place = { readonly line: number; readonly part: string; readonly entry: number | undefined }

function placeIn(bytes: Uint8Array, offset: number): Place {
  let line = 1
  for (let i = 0; i < offset; i++) if (bytes[i] === 10) line++
  const start = offset === 0 ? 0 : bytes.lastIndexOf(10, offset - 1) + 1
  const text = new TextDecoder().decode(bytes.subarray(start, bytes.indexOf(10, offset)))
  const { part, entry } = JSON.parse(text) as { part: string; entry?: number }
  return { line, part, entry }
}

const isOfPart: { readonly [part: string]: RegExp } = {
  package: /^(note|checkpoint|vkey|package-(log|key|agreement|entry|proof))/,
  words: /^package-words/,
  terms: /^package-terms/,
}

/** Whether a fault points at the place: its line, its entry, or for what has neither, its part. */
function isNamed(faults: readonly LogFault[], { line, part, entry }: Place): boolean {
  return faults.some(fault => {
    if (fault.path === `line ${line}` || fault.path === `line ${line + 1}` || fault.path === 'end of the file')
      return true
    if (entry !== undefined)
      return fault.entry === entry || ((fault.entry ?? Infinity) <= entry && (fault.through ?? 0) >= entry)
    return isOfPart[part]?.test(fault.name) ?? false
  })
}

/** Changes one byte at `offset` and checks the whole. */
export async function flip(
  bytes: Uint8Array,
  { offset, to }: { offset: number; to: number },
  check: (bytes: Uint8Array) => Promise<PackageReport>,
): Promise<Flip> {
  const place = placeIn(bytes, offset)
  const changed = Uint8Array.from(bytes)
  changed[offset] = to
  const { faults } = await check(changed)
  return { offset, to, part: place.part, faults, named: isNamed(faults, place) }
}

/** Flips so many bytes, one at a time, at places and to values from a seed. */
export async function* flips(
  bytes: Uint8Array,
  { seed, count }: { seed: number; count: number },
  check: (bytes: Uint8Array) => Promise<PackageReport>,
): AsyncGenerator<Flip> {
  const next = numbersFrom(seed)
  for (let n = 0; n < count; n++) {
    const offset = next(bytes.length)
    const to = ((bytes[offset] ?? 0) + 1 + next(255)) % 256
    yield await flip(bytes, { offset, to }, check)
  }
}
