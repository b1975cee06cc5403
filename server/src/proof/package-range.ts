import { addDays, parsePlainDate } from '@pars/domain'
import { cityMidnight } from '@pars/terms'
import type { Pool } from 'pg'
import { findRow } from '../db/direct.ts'
import { type PackageZone, packageSql } from './package.sql.ts'

/** The most entries that one package holds: about 150 MB of text. */
export const longestRange = 250_000

export interface PackageRange {
  readonly from: number
  readonly through: number
}
export type RangeFault = 'range-malformed' | 'range-empty' | 'range-too-long' | 'range-not-covered'

/** What a person wrote: the number of an entry, or a date of the city. */
export interface RangeAsked {
  readonly from: string
  readonly through: string
}

const numberIn = (text: string): number | undefined => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined)

/** The entries that numbers or dates name; a day counts from its midnight to the next, by the times at which entries were numbered. */
export const findPackageRange = async (
  pool: Pool,
  zone: PackageZone,
  { from, through }: RangeAsked,
): Promise<PackageRange | RangeFault> => {
  const sql = packageSql(zone)
  const edge = async (text: string, edgeOf: 'first' | 'last'): Promise<number | 'range-malformed' | 'range-empty'> => {
    const number = numberIn(text)
    if (number !== undefined) return number
    const day = parsePlainDate(text)
    if (!day) return 'range-malformed'
    const row = await findRow<{ first: number | null; last: number | null }>(
      pool,
      sql.findRange(cityMidnight(day), cityMidnight(addDays(day, 1))),
    )
    return row?.[edgeOf] ?? 'range-empty'
  }
  const [first, last] = [await edge(from, 'first'), await edge(through, 'last')]
  if (typeof first === 'string') return first
  if (typeof last === 'string') return last
  if (first > last) return 'range-empty'
  if (last - first >= longestRange) return 'range-too-long'
  const head = await findRow<{ size: number }>(pool, sql.findHead(last))
  return head ? { from: first, through: last } : 'range-not-covered'
}
