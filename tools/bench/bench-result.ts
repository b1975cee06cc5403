import { cpus, totalmem } from 'node:os'

export interface BenchResult {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The bound, and whether the value must stay at or below it or reach it. */
  readonly target: number
  readonly better: 'less' | 'more'
  /** What else was measured in the same run, and how. */
  readonly note?: string
}

const [cpu] = cpus()
/** The machine in one line: figures of two machines are not compared. */
export const machine = `${cpus().length} x ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`

export const isMet = ({ value, target, better }: BenchResult): boolean =>
  better === 'less' ? value <= target : value >= target

/** The line of a result on standard output, one JSON object. */
export const lineOf = (result: BenchResult): string =>
  JSON.stringify({
    name: result.name,
    value: result.value,
    unit: result.unit,
    target: result.target,
    met: isMet(result),
    machine,
    ...(result.note === undefined ? {} : { note: result.note }),
  })

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits))
