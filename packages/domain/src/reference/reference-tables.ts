import type { Grade } from '../arrests/arrest-report.ts'
import type { Seat } from '../seats.ts'
import type { EffectiveDated } from './effective-dated.ts'
import type { AlarmRow, DistrictRow, RoomRow, StatuteRow } from './rows.ts'

export const roomCourts = ['arraignment', 'municipal', 'common-pleas'] as const

/** Whole rows of reference data, as a seat loads them. */
export interface ReferenceTables {
  districts: readonly (DistrictRow & { division: string | null })[]
  rooms: readonly (RoomRow & { court: (typeof roomCourts)[number] })[]
  alarms: readonly (AlarmRow & { label: string })[]
  statutes: readonly (StatuteRow & { description: string; chapterGroup: string | null })[]
  grades: readonly (EffectiveDated & { grade: NonNullable<Grade>; label: string; severity: number })[]
}
export type ReferenceTable = keyof ReferenceTables
export type RowOf<T extends ReferenceTable> = ReferenceTables[T][number]

export const referenceTables: readonly ReferenceTable[] = ['districts', 'rooms', 'alarms', 'statutes', 'grades']

/** Whose each table is: police know their districts and clocks, the court its rooms and the law. */
export const referenceOwner: { readonly [T in ReferenceTable]: Seat } = {
  districts: 'police',
  alarms: 'police',
  rooms: 'court',
  statutes: 'court',
  grades: 'court',
}

/** What a row is about. Ranges of one code never overlap; a citation may carry several descriptions, each on its own days. */
export const codeOf: { readonly [T in ReferenceTable]: (row: RowOf<T>) => string } = {
  districts: row => row.code,
  rooms: row => row.room,
  alarms: row => `${row.clock} ${row.hours}`,
  statutes: row => `${row.statute} ${row.description}`,
  grades: row => row.grade,
}
