import { type DistrictRow, parseStatute, type StatuteRow } from '@pars/domain'
import type { Read } from '../db/statement.ts'
import { selectReference } from './arrests.sql.ts'

/** As the rule will read them: however the sender cited a statute, its row is found. */
export const statutesOf = ({ charges }: { charges: readonly { statute: string }[] }): string[] =>
  charges.map(charge => parseStatute(charge.statute) ?? charge.statute)

/** Every row, whatever its days, of the district and the statutes that a report names. */
export const loadReportReference = async (
  read: Read,
  report: { district: string; charges: readonly { statute: string }[] },
): Promise<{ districts: DistrictRow[]; statutes: StatuteRow[] }> =>
  (await read.find<{ districts: DistrictRow[]; statutes: StatuteRow[] }>(
    selectReference(report.district, statutesOf(report)),
  )) ?? { districts: [], statutes: [] }
