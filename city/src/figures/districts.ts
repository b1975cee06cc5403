import { measured } from './figure.ts'

/** Arrests by police district, three years together. */
export const arrestsByDistrict = measured(
  "District Attorney's public dashboard, Philadelphia, 2017-2019: arrests by police district; 120,137 in all",
  [
    ['01', 2_002],
    ['02', 3_511],
    ['03', 4_511],
    ['05', 846],
    ['06', 3_768],
    ['07', 1_233],
    ['08', 2_441],
    ['09', 3_551],
    ['12', 5_112],
    ['14', 4_672],
    ['15', 8_763],
    ['16', 4_139],
    ['17', 2_929],
    ['18', 6_006],
    ['19', 5_508],
    ['22', 6_723],
    ['24', 22_787],
    ['25', 13_221],
    ['26', 4_587],
    ['35', 6_906],
    ['39', 6_609],
    ['77', 312],
  ] as const,
)

/** The 6th District became part of the 9th. */
export const sixthMergedIntoNinthOn = '2024-05-01'

/** Shares of the districts that existed on a day. */
export const districtsOn = (date: string): readonly (readonly [string, number])[] => {
  if (date < sixthMergedIntoNinthOn) return arrestsByDistrict.value
  const sixth = arrestsByDistrict.value.find(([code]) => code === '06')?.[1] ?? 0
  return arrestsByDistrict.value
    .filter(([code]) => code !== '06')
    .map(([code, arrests]) => [code, code === '09' ? arrests + sixth : arrests] as const)
}
