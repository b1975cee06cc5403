/** Rows that a new database starts with. Dates are half-open: `validTo` is the first day on which the row no longer holds. */
export interface ReferenceTable {
  table: 'district' | 'room' | 'grade' | 'alarm'
  rows: Record<string, string | number | null>[]
}

const always = '1900-01-01'

const division: Record<string, string> = {
  '01': 'South',
  '02': 'Northeast',
  '03': 'South',
  '05': 'Northwest',
  '06': 'Central',
  '07': 'Northeast',
  '08': 'Northeast',
  '09': 'Central',
  '12': 'Southwest',
  '14': 'Northwest',
  '15': 'Northeast',
  '16': 'Southwest',
  '17': 'South',
  '18': 'Southwest',
  '19': 'Southwest',
  '22': 'Central',
  '24': 'East',
  '25': 'East',
  '26': 'East',
  '35': 'Northwest',
  '39': 'Northwest',
  '77': 'Southwest',
}
const ordinal = (code: string): string => {
  const number = Number(code)
  const tail = number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${tail} District`
}

/** The 6th was merged into the 9th on May 1, 2024. */
const districts = Object.entries(division)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, name]) => ({
    code,
    name: code === '77' ? '77th District (airport)' : ordinal(code),
    division: name,
    valid_from: always,
    valid_to: code === '06' ? '2024-05-01' : null,
  }))

/** The arraignment court sits in the basement of the Stout Center; there is no Room 200. */
const municipalRooms = [
  '303',
  '403',
  '404',
  '503',
  '504',
  '603',
  '604',
  '703',
  '704',
  '803',
  '804',
  '903',
  '904',
  '1003',
]
const rooms = [
  { room: 'B-08', court: 'arraignment', valid_from: always, valid_to: null },
  ...municipalRooms.map(room => ({ room, court: 'municipal', valid_from: always, valid_to: null })),
  ...['905', '1101', '1104'].map(room => ({ room, court: 'common-pleas', valid_from: always, valid_to: null })),
]

/** Most severe first. F alone is treated as F3 and M alone as M3; the meaning of C is not known. */
const gradeLabels: [grade: string, label: string, severity: number][] = [
  ['H1', 'Murder of the first degree', 120],
  ['H2', 'Murder of the second degree', 115],
  ['H3', 'Murder of the third degree', 110],
  ['H', 'Homicide', 110],
  ['F1', 'Felony of the first degree', 100],
  ['F2', 'Felony of the second degree', 90],
  ['F3', 'Felony of the third degree', 80],
  ['F', 'Felony, ungraded', 80],
  ['M1', 'Misdemeanor of the first degree', 70],
  ['M2', 'Misdemeanor of the second degree', 60],
  ['M3', 'Misdemeanor of the third degree', 50],
  ['M', 'Misdemeanor, ungraded', 50],
  ['IC', 'Indirect contempt', 40],
  ['C', 'Grade C', 40],
  ['S1', 'Summary, first offense', 32],
  ['S2', 'Summary, second offense', 31],
  ['S3', 'Summary, third offense', 30],
  ['S', 'Summary', 30],
]
const grades = gradeLabels.map(([grade, label, severity]) => ({
  grade,
  label,
  severity,
  valid_from: always,
  valid_to: null,
}))

const alarmHours: [clock: string, hours: number, label: string][] = [
  ['custody', 2, 'Two hours in custody'],
  ['custody', 6, 'Six hours in custody'],
  ['custody', 12, 'Twelve hours in custody'],
  ['custody', 20, 'Twenty hours in custody: the local goal'],
  ['custody', 36, 'Thirty-six hours in custody'],
  ['custody', 44, 'Forty-four hours in custody: four hours left'],
  ['probable-cause', 48, 'Forty-eight hours without a probable-cause finding'],
  ['draft', 2, 'Report unsent for two hours'],
  ['draft', 6, 'Report unsent for six hours'],
]
const alarms = alarmHours.map(([clock, hours, label]) => ({ clock, hours, label, valid_from: always, valid_to: null }))

export const referenceTables: ReferenceTable[] = [
  { table: 'district', rows: districts },
  { table: 'room', rows: rooms },
  { table: 'grade', rows: grades },
  { table: 'alarm', rows: alarms },
]
