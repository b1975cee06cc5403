import type { Random } from './random.ts'

/** Box and Muller. */
const standardNormal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())

/** Marsaglia and Tsang, for a shape of 1 or more; mean `shape`, scale 1. */
export const gamma = (random: Random, shape: number): number => {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = standardNormal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Knuth's product of uniforms; for means up to some hundreds. */
export const poisson = (random: Random, mean: number): number => {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random.next(); product > limit; product *= random.next()) count += 1
  return count
}

/** A count whose variance is `mean + mean² / shape`: a Poisson count whose mean is itself gamma. */
export const overDispersedCount = (random: Random, mean: number, shape: number): number =>
  poisson(random, (gamma(random, shape) * mean) / shape)

/** A positive number of hours with that median; `spread` is the standard deviation of its logarithm. */
export const logNormal = (random: Random, median: number, spread: number): number =>
  median * Math.exp(spread * standardNormal(random))
