import { type ArrestReportInput, type Client, exampleReport as example, loadReference } from '@pars/contract'

const digits = (number: number, width: number): string => String(number).padStart(width, '0')

const exampleReport: ArrestReportInput = example as ArrestReportInput

/** Reports of made-up people, each another person, intake number and OTN; `now` is the city's time, in milliseconds. */
export const madeUpReport = (number: number, now: number): ArrestReportInput => {
  const arrestedAt = new Date(now - 60 * 60_000 - (number % 600) * 1000).toISOString()
  // Past in the city too, where an evening has another date than UTC.
  const offenseOn = new Date(Date.parse(arrestedAt) - 86_400_000).toISOString().slice(0, 10)
  const [name] = exampleReport.person.names
  if (!name) throw new Error('the example names nobody')
  return {
    ...exampleReport,
    intakeNumber: `BENCH-${process.pid}-${number}`,
    otn: `B${digits(number % 10_000_000, 7)}`,
    arrestedAt,
    person: {
      ...exampleReport.person,
      names: [{ ...name, last: `Bench${number}` }],
      policeNumber: digits(number % 10_000_000, 7),
      ssn: null,
    },
    charges: exampleReport.charges.map(charge => ({ ...charge, policeChargeId: null, offenseOn })),
  }
}

/** Loads the offenses that these reports charge. `manager` is the court's. */
export const loadStatutes = async (manager: Client): Promise<void> => {
  const statutes = exampleReport.charges.map(({ statute, description }) => ({
    statute,
    description,
    chapterGroup: null,
    validFrom: '2000-01-01',
    validTo: null,
  }))
  await manager.call(loadReference, { body: { statutes } })
}
