import { parseStatute } from '../arrests/parse-identifiers.ts'
import { firstRefusal, type Refused, refuse } from '../decision.ts'
import { checkLine, type RequiredTextReason, requireLine } from '../text/check-text.ts'
import type { ReferenceTable, RowOf } from './reference-tables.ts'

export type ReferenceRowReason = RequiredTextReason | 'district-code-shape' | 'statute-shape' | 'range-empty'

type Check = () => Refused<ReferenceRowReason> | undefined

/** Court files part words by several spaces, and equal offenses must not become two. */
const oneSpace = (text: string): string => text.replaceAll(/[\s\u00a0]+/g, ' ').trim()

/** A row as it is stored: citations as the courts print them, descriptions with single spaces. */
export const normalRow: { readonly [T in ReferenceTable]: (row: RowOf<T>) => RowOf<T> } = {
  districts: row => row,
  rooms: row => row,
  alarms: row => row,
  statutes: row => ({
    ...row,
    statute: parseStatute(row.statute) ?? row.statute,
    description: oneSpace(row.description),
  }),
  grades: row => row,
}

const line = (text: string, label: string, at: string): Check[] => [() => requireLine(text, { label, at })]
const optional =
  (text: string | null, label: string, at: string): Check =>
  () =>
    checkLine(text, { label, at })

const checksOf: { readonly [T in ReferenceTable]: (row: RowOf<T>, at: string) => Check[] } = {
  districts: (row, at) => [
    () =>
      /^\d{2}$/.test(row.code)
        ? undefined
        : refuse('district-code-shape', 'A district has two digits, such as 06; write it so.', `${at}.code`),
    ...line(row.name, 'name of the district', `${at}.name`),
    optional(row.division, 'division', `${at}.division`),
  ],
  rooms: (row, at) => line(row.room, 'room', `${at}.room`),
  alarms: (row, at) => line(row.label, 'label', `${at}.label`),
  statutes: (row, at) => [
    ...line(row.description, 'description', `${at}.description`),
    () =>
      parseStatute(row.statute)
        ? undefined
        : refuse(
            'statute-shape',
            'A citation reads 18 § 2702 §§ A1; write it as the courts print it.',
            `${at}.statute`,
          ),
    optional(row.chapterGroup, 'chapter group', `${at}.chapterGroup`),
  ],
  grades: (row, at) => line(row.label, 'label', `${at}.label`),
}

/** One row by itself: its text, its code's shape, and at least one day on which it holds. */
export const checkReferenceRow = <T extends ReferenceTable>(
  table: T,
  row: RowOf<T>,
  at: string,
): Refused<ReferenceRowReason> | undefined =>
  firstRefusal<ReferenceRowReason>([
    ...checksOf[table](row, at),
    () =>
      row.validTo === null || row.validFrom < row.validTo
        ? undefined
        : refuse(
            'range-empty',
            'The row holds on no day: its first day must lie before the day on which it ends.',
            `${at}.validTo`,
          ),
  ])
