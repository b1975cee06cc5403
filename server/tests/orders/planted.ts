import { randomInt } from 'node:crypto'
import type { ArrestReportInput } from '@pars/contract'
import { madeUpReport } from '../testing/made-up-report.ts'

/** How every planted word begins, so that a search can find its rows first. */
export const mark = 'Zq'

/** Words that are nowhere else: made when asked for, and remembered. */
export const planting = () => {
  const words: string[] = []
  const plant = (): string => {
    const word = `${mark}${Array.from({ length: 12 }, () => String.fromCharCode(97 + randomInt(26))).join('')}`
    words.push(word)
    return word
  }
  return { words, plant }
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)

/** A report with planted words in each field of one's own words, some two hundred of them. */
export const plantedReport = (plant: () => string, change: Partial<ArrestReportInput> = {}): ArrestReportInput => {
  const example = madeUpReport()
  const [charge] = example.charges
  if (!charge) throw new Error('the example has a charge')
  return {
    ...example,
    intakeNumber: `TEST-${plant()}`,
    person: {
      ...example.person,
      names: times(10, () => ({
        kind: 'stated' as const,
        last: plant(),
        first: plant(),
        middle: plant(),
        suffix: null,
      })),
      addresses: times(10, () => ({ line: plant(), city: plant(), state: 'PA', zip: '19100' })),
      ssn: '000-83-5519',
      interpreterLanguage: plant(),
      photoReference: plant(),
    },
    place: plant(),
    officers: times(8, () => ({ badge: '4417', name: `Officer ${plant()}` })),
    narrative: times(10, plant).join(' and '),
    victimsAndWitnesses: times(48, () => ({ kind: 'witness' as const, name: plant(), contact: plant() })),
    charges: times(20, () => ({ ...charge, description: plant() })),
    ...change,
  }
}
