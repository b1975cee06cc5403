import { type BookingForm, isBlankRow, type ListName } from './booking-form.ts'

/** For each list, which row of the form each element of the report came from: blank rows are no part of the report. */
export type RowsOfReport = Record<ListName, number[]>

export const rowsOfReport = (form: BookingForm): RowsOfReport => {
  const filled = <Row>(rows: readonly Row[], isBlank: (row: Row) => boolean) =>
    rows.flatMap((row, index) => (isBlank(row) ? [] : [index]))
  return {
    names: filled(form.names, isBlankRow.names),
    addresses: filled(form.addresses, isBlankRow.addresses),
    officers: filled(form.officers, isBlankRow.officers),
    incidents: filled(form.incidents, isBlankRow.incidents),
    charges: filled(form.charges, isBlankRow.charges),
    victimsAndWitnesses: filled(form.victimsAndWitnesses, isBlankRow.victimsAndWitnesses),
  }
}

export const pickRows = <Row, Made>(
  rows: readonly Row[],
  indexes: readonly number[],
  make: (row: Row, index: number) => Made,
): Made[] =>
  indexes.flatMap(index => {
    const row = rows[index]
    return row === undefined ? [] : [make(row, index)]
  })

const firstFields: Record<ListName, string> = {
  names: '/last',
  addresses: '/line',
  officers: '/badge',
  incidents: '',
  charges: '/statute',
  victimsAndWitnesses: '/name',
}
const isList = (name: string | undefined): name is ListName => name !== undefined && name in firstFields

/**
 * The field of the page that a server's pointer means. `/report/person/names/1/last` is `/person/names/2/last` when the
 * form's second row was blank; a pointer at a whole list means its first field.
 */
export const fieldOfPointer = (pointer: string, rows: RowsOfReport): string => {
  const path = pointer.replace(/^\/report(?=\/)/, '')
  const match = /^((?:\/person)?)\/(\w+)(?:\/(\d+))?(\/\w+)?$/.exec(path)
  const list = match?.[2]
  if (!match || !isList(list)) return path
  if (match[3] === undefined) return `${match[1]}/${list}/0${firstFields[list]}`
  return `${match[1]}/${list}/${rows[list][Number(match[3])] ?? match[3]}${match[4] ?? firstFields[list]}`
}
