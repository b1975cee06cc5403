import { type PlainDate, parseStatute, type StatuteRow } from '@pars/domain'
import type { Read } from '../db/statement.ts'
import { selectStatutes } from './reference.sql.ts'

export interface FoundStatutes {
  statutes: (StatuteRow & { description: string; chapterGroup: string | null })[]
  /** How many there are, of which the first few are shown. */
  total: number
}

interface Row {
  statute: string
  description: string
  chapter_group: string | null
  valid_from: PlainDate
  valid_to: PlainDate | null
  total: number
}

const literally = (text: string): string => text.replaceAll(/[\\%_]/g, sign => `\\${sign}`)

/** Offenses that hold every word of the query in citation or description, the closest first. */
export const findStatutes = async (
  read: Read,
  { q, on, limit }: { q: string; on: PlainDate; limit: number },
): Promise<FoundStatutes> => {
  if (q.includes('\0')) return { statutes: [], total: 0 }
  // However a citation is typed, the table has it as the courts print it.
  const citation = parseStatute(q) ?? null
  const words = (citation ?? q).toLowerCase().split(/\s+/).filter(Boolean)
  const rows = await read.rows<Row & { [column: string]: unknown }>(
    selectStatutes({
      patterns: words.map(word => `%${literally(word)}%`),
      wordPatterns: words.map(word => `% ${literally(word)}%`),
      words,
      citation,
      phrase: literally(q.trim().toLowerCase()),
      on,
      limit,
    }),
  )
  return {
    total: rows[0]?.total ?? 0,
    statutes: rows.map(row => ({
      statute: row.statute,
      description: row.description,
      chapterGroup: row.chapter_group,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
  }
}
