import type { PlainDate, ReferenceTables } from '@pars/domain'
import type { Read } from '../db/statement.ts'
import { selectReferenceOn } from './reference.sql.ts'

type OnDay = Omit<ReferenceTables, 'statutes' | 'grades'> & {
  grades: readonly { grade: string; label: string; severity: number }[]
}

/** Districts, rooms, alarms and grades that hold on a day. */
export const getReference = async (read: Read, on: PlainDate): Promise<{ [T in keyof OnDay]: OnDay[T][number][] }> => {
  const row = await read.find<{ [T in keyof OnDay]: OnDay[T][number][] }>(selectReferenceOn(on))
  if (!row) throw new Error('a query without a row')
  return {
    districts: row.districts,
    rooms: row.rooms,
    alarms: row.alarms,
    grades: row.grades.map(({ grade, label, severity }) => ({ grade, label, severity })),
  }
}
