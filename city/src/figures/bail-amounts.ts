import type { BailClass } from './bail-mix.ts'
import { assumed, measured } from './figure.ts'

/** Dollars and cases; amounts are round, and few of them make most of the orders. */
export const monetaryAmounts = measured(
  'Philadelphia Bail Fund, 8,681 monetary orders of January to September 2020: amounts above zero ordered five times or more',
  [
    [300, 19],
    [500, 5],
    [1_000, 10],
    [1_500, 11],
    [2_000, 7],
    [2_500, 176],
    [3_000, 29],
    [3_500, 15],
    [3_700, 42],
    [4_000, 8],
    [5_000, 638],
    [6_000, 8],
    [6_700, 21],
    [7_000, 5],
    [7_500, 173],
    [8_000, 7],
    [10_000, 974],
    [12_000, 74],
    [12_500, 10],
    [15_000, 540],
    [20_000, 397],
    [22_500, 9],
    [25_000, 999],
    [30_000, 159],
    [35_000, 104],
    [40_000, 59],
    [45_000, 5],
    [50_000, 978],
    [60_000, 11],
    [65_000, 7],
    [75_000, 407],
    [100_000, 658],
    [125_000, 51],
    [150_000, 537],
    [175_000, 13],
    [200_000, 308],
    [225_000, 13],
    [250_000, 376],
    [300_000, 126],
    [350_000, 88],
    [400_000, 38],
    [450_000, 9],
    [500_000, 269],
    [600_000, 8],
    [750_000, 66],
    [1_000_000, 102],
    [2_000_000, 43],
    [3_000_000, 5],
    [5_000_000, 9],
  ] as const,
)

export const unsecuredAmounts = measured(
  'Philadelphia Bail Fund, 3,698 unsecured orders of January to September 2020: the commonest amounts',
  [
    [2_500, 76],
    [5_000, 630],
    [7_500, 37],
    [10_000, 718],
    [15_000, 135],
    [20_000, 146],
    [25_000, 689],
    [30_000, 39],
    [50_000, 629],
    [75_000, 124],
    [100_000, 233],
    [150_000, 60],
    [200_000, 22],
    [250_000, 31],
  ] as const,
)

/** Whenever monetary bail was posted in 2020, the sum paid was exactly this part of it. */
export const depositPercent = measured('Philadelphia Bail Fund, 2020: every posted sum was 10% of the order', 10)

/** Nonmonetary orders were 165 of 18,048. Nobody published how often conditions accompany another type. */
export const nonmonetaryShare = measured('Philadelphia Bail Fund, January to September 2020', 0.0091)
export const conditionsBesideAnotherType = assumed(
  'no source tells how often conditions go with money or recognizance',
  0.22,
)
export const nominalShare = assumed('nominal bail appears in no published table; rare', 0.004)

const bounds: Readonly<Record<Exclude<BailClass, 'ror' | 'unsecured' | 'held'>, readonly [number, number]>> = {
  'to-10k': [1, 10_000],
  'to-25k': [10_001, 25_000],
  'to-100k': [25_001, 100_000],
  'over-100k': [100_001, Number.POSITIVE_INFINITY],
}

/** Round dollar amounts with their weights; empty for a class without money. */
export const amountsOf = (bailClass: BailClass): readonly (readonly [number, number])[] => {
  if (bailClass === 'ror' || bailClass === 'held') return []
  if (bailClass === 'unsecured') return unsecuredAmounts.value
  const [from, to] = bounds[bailClass]
  return monetaryAmounts.value.filter(([dollars]) => dollars >= from && dollars <= to)
}
