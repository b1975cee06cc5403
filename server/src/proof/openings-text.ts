import { conductKinds, formatOpenings, openSlot } from '@pars/ledger'
import type { Pool } from 'pg'
import { listRows } from '../db/direct.ts'
import { callReadOpenings, type OpeningRow } from './package.sql.ts'
import type { PackageAsked } from './package-text.ts'

const { slots } = conductKinds['inquiry.answered']
const utf8 = new TextEncoder()

/** The text of the openings beside a package, by a seat's door. */
export const loadOpeningsText = async (pool: Pool, { agreement, from, through }: PackageAsked): Promise<string> => {
  const rows = await listRows<OpeningRow & { [column: string]: unknown }>(
    pool,
    callReadOpenings(agreement, from, through),
  )
  const openings = rows.map(({ number, slot, salt, content, commitments }) => ({
    entry: number,
    opening: openSlot(slots, commitments, slot, { salt, content: utf8.encode(content) }),
  }))
  return formatOpenings({ agreement, from, through, openings })
}
