import { createHash } from 'node:crypto'
import { type CaseColumn, type CaseRead, caseColumns } from './read-case.ts'
import { folded } from './read-fields.ts'

type Values = Readonly<Record<CaseColumn, string>>

/** A row by what it says: spaces, capitals, the order of columns and `10000` or `10000.00` make no other row of it. */
const hashOf = (values: Values, read: CaseRead): string => {
  const said: Record<CaseColumn, string> = {
    ...values,
    bail_amount_usd: String(read.amountCents),
    filed_hour: String(read.hour),
    filed_weekday: String(read.weekday),
  }
  const content = caseColumns.wanted.map(column => folded(said[column]).toLowerCase()).join('\u001f')
  return createHash('sha256').update(content).digest('hex').slice(0, 20)
}

/**
 * Gives each row of a file its key: the hash of what it says, and the how-manieth row it is that says so. Equal rows are different
 * cases, yet a file that was sorted anew or extended finds the same cases. Holds one number for each different row.
 */
export const createCaseKeys = () => {
  const seen = new Map<string, number>()
  return (values: Values, read: CaseRead): string => {
    const hash = hashOf(values, read)
    const occurrence = (seen.get(hash) ?? 0) + 1
    seen.set(hash, occurrence)
    return `${hash}-${occurrence}`
  }
}
