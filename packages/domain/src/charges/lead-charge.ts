import { type Grade, grades } from '../arrests/arrest-report.ts'

const rankOf = (grade: Grade): number => (grade === null ? grades.length : grades.indexOf(grade))

/** The charge that names an arrest on every list: the gravest grade, and of equals the first on the paper. */
export const leadChargeOf = <C extends { grade: Grade }>(charges: readonly C[]): C | undefined =>
  charges.reduce<C | undefined>(
    (lead, charge) => (lead === undefined || rankOf(charge.grade) < rankOf(lead.grade) ? charge : lead),
    undefined,
  )
