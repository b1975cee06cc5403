import type { ArrestRecord } from '@pars/contract'

/** The parts of a record in the order of the page, each as the piece of it that tells two versions apart. */
const parts = {
  stage: (record: ArrestRecord) => record.custody.stage,
  report: ({ report }: ArrestRecord) => ({ ...report, charges: null }),
  policeCharges: (record: ArrestRecord) => record.report.charges,
  charging: ({ charging }: ArrestRecord) => ({ taken: charging.taken, sentBack: charging.sentBack }),
  charges: (record: ArrestRecord) => record.charging.decision,
  complaints: (record: ArrestRecord) => record.charging.complaints,
  dockets: (record: ArrestRecord) =>
    record.dockets.map(({ docketNumber, counsel, certifiedBy }) => ({ docketNumber, counsel, certifiedBy })),
  listings: (record: ArrestRecord) => record.dockets.map(docket => docket.listings),
  arraignment: (record: ArrestRecord) => record.dockets.map(docket => docket.arraignment),
  bail: (record: ArrestRecord) =>
    record.dockets.map(({ bail }) => [bail.request, bail.defenseRequest, bail.guideline, bail.order]),
  holds: (record: ArrestRecord) => record.holds,
  departures: (record: ArrestRecord) => record.departures,
} as const satisfies Record<string, (record: ArrestRecord) => unknown>

export type Part = keyof typeof parts

/** Whether two pieces of a presented record say the same: both come from one presenter, so their keys stand in one order. */
export const saysTheSame = (one: unknown, other: unknown): boolean => {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every(key => saysTheSame(Reflect.get(one, key), Reflect.get(other, key)))
}

const isEmpty = (piece: unknown): boolean => Array.isArray(piece) && piece.every(each => each === null || isEmpty(each))

/** The parts in which a version differs from the one before it. Hours, rights and history always differ and are no part. */
export const changedParts = (before: ArrestRecord, after: ArrestRecord): Part[] =>
  (Object.keys(parts) as Part[]).filter(part => {
    const [one, other] = [parts[part](before), parts[part](after)]
    return !saysTheSame(one, other) && !(isEmpty(one) && isEmpty(other))
  })
