/** Signs with which a spreadsheet begins a formula, in their full-width forms too, behind blanks that it strips. */
const beginsFormula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u

/** One cell of RFC 4180, always quoted; what a spreadsheet would take for a formula begins with an apostrophe. */
export const csvCell = (value: unknown): string => {
  const text =
    value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
  return `"${(beginsFormula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

export const csvLine = (values: readonly unknown[]): string => `${values.map(csvCell).join(',')}\r\n`
