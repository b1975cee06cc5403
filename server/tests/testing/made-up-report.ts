import { type ArrestReportInput, exampleReport } from '@pars/contract'

let given = 0

/** An invented report of an arrest some hours ago, complete enough to be sent, each with an intake number of its own. */
export const madeUpReport = (change: Partial<ArrestReportInput> = {}, hoursAgo = 3): ArrestReportInput => {
  given += 1
  const arrestedAt = new Date(Date.now() - hoursAgo * 3_600_000)
  // An offense day that is past in every time zone.
  const offenseOn = new Date(arrestedAt.getTime() - 86_400_000).toISOString().slice(0, 10)
  const dcNumber = `${offenseOn.slice(0, 4)}25${String(given).padStart(6, '0')}`
  const charges = exampleReport.charges.map(charge => ({
    ...charge,
    // A citation of the courts' own for what no table holds: the tests need no statutes.
    statute: '0 § 0 §§ 0',
    grade: 'F1' as const,
    offenseOn,
    dcNumber,
  }))
  return {
    ...(exampleReport as ArrestReportInput),
    intakeNumber: `TEST-${process.pid}-${given}`,
    person: { ...(exampleReport as ArrestReportInput).person, ssn: null },
    arrestedAt: arrestedAt.toISOString(),
    incidents: [dcNumber],
    charges,
    ...change,
  } as ArrestReportInput
}
