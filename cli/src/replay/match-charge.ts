import { findStatutes } from '@pars/contract'
import { type PlainDate, unknownStatute } from '@pars/domain'
import type { Caller } from '../caller.ts'
import type { CaseFlag } from './read-fields.ts'

export interface ChargeMatch {
  readonly statute: string
  readonly description: string
  readonly flag?: CaseFlag
}
/** The ways to cite a charge of the file, the best first; the last is the court's own citation for what no table holds. */
export type ChargeTable = (charge: string) => readonly ChargeMatch[]

interface Offense {
  readonly statute: string
  readonly description: string
}

/** The file has lost punctuation and capitals (`wint` for `W/Int`), so only letters and digits are compared. */
const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** The general citation before its subsections. */
const shortestFirst = (a: Offense, b: Offense): number =>
  a.statute.length - b.statute.length || (a.statute < b.statute ? -1 : 1)

export const createChargeTable = (offenses: readonly Offense[]): ChargeTable => {
  const byLetters = Map.groupBy(offenses, ({ description }) => lettersOf(description))
  return charge => {
    const found = (byLetters.get(lettersOf(charge)) ?? []).toSorted(shortestFirst)
    const flag = found.length > 1 ? { flag: 'charge-in-several-statutes' as const } : {}
    return [
      ...found.map(({ statute, description }) => ({ statute, description, ...flag })),
      { statute: unknownStatute, description: charge, flag: 'charge-not-in-table' },
    ]
  }
}

/** The statutes in force on a day, as the server has them. */
export const loadChargeTable = async (caller: Caller, subject: string, on: PlainDate): Promise<ChargeTable> => {
  const { statutes } = await caller.call(subject, findStatutes, { query: { on, limit: 2000 } })
  return createChargeTable(statutes)
}
