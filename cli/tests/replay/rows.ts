import { isRefused } from '@pars/domain'
import { type CaseColumn, type CaseRead, readCase } from '../../src/replay/read-case.ts'

/** A made-up row in the shape of the file. */
export const aRow = (change: Partial<Record<CaseColumn, string>> = {}): Record<CaseColumn, string> => ({
  person: 'P0001',
  age_band: '31-35',
  lead_charge_normalised: 'simple assault',
  counsel: 'Defender Association',
  bail_type: 'Monetary',
  bail_amount_usd: '5000',
  filed_hour: '4',
  filed_weekday: 'Wed',
  ...change,
})

export const aCase = (change: Partial<Record<CaseColumn, string>> = {}): CaseRead => {
  const read = readCase(aRow(change))
  if (isRefused(read)) throw new Error(`refused: ${read.reason}`)
  return read
}
