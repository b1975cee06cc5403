import type { ArrestReportInput } from '@pars/contract'
import { madeUpReport } from '../../../server/tests/testing/made-up-report.ts'

/** The person part of a report, with this name. */
export const personNamed = (last: string, first: string | null = null): Pick<ArrestReportInput, 'person'> => {
  const { person } = madeUpReport()
  return { person: { ...person, names: [{ kind: 'stated', last, first, middle: null, suffix: null }] } }
}
