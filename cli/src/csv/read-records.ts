import { parse } from 'csv-parse/sync'
import type { Line } from './read-lines.ts'

export type RowFault = 'column-missing' | 'column-too-many' | 'quote-broken' | 'line-too-long'

interface Place {
  /** Where the record begins. */
  readonly line: number
  readonly bytesRead: number
}
export type CsvRecord = Place & ({ readonly fields: readonly string[] } | { readonly fault: RowFault })

// A quoted field may hold line breaks; a quote that nobody closed must not swallow the file.
const mostLines = 10

const isQuoteOpen = (text: string): boolean => text.split('"').length % 2 === 0

const parseFields = (text: string): string[] | undefined => {
  try {
    const [fields, ...more] = parse(text, { relax_column_count: true, bom: true })
    return more.length === 0 ? fields : undefined
  } catch {
    return undefined
  }
}

const faultOf = (fields: readonly string[] | undefined, width: number | undefined): RowFault | undefined => {
  if (fields === undefined) return 'quote-broken'
  if (width === undefined || fields.length === width) return undefined
  return fields.length < width ? 'column-missing' : 'column-too-many'
}

/** Lines that were looked at and given back, then those still to come. */
const rereadable = (lines: AsyncIterator<Line>) => {
  const back: Line[] = []
  return {
    next: async (): Promise<Line | undefined> => {
      const line = back.shift()
      if (line) return line
      const { value, done } = await lines.next()
      return done ? undefined : value
    },
    giveBack: (given: readonly Line[]): void => void back.unshift(...given),
  }
}

/** The further lines of a record whose quote is open at the end of its first, and the record's whole text. */
const readOpen = async (first: string, next: () => Promise<Line | undefined>) => {
  const taken: Line[] = []
  let text = first
  while (isQuoteOpen(text) && taken.length < mostLines) {
    const line = await next()
    if (!line) break
    taken.push(line)
    text += `\n${line.text ?? ''}`
  }
  return { taken, text }
}

const readRecord = async (
  { number, bytesRead, text: first }: Line,
  next: () => Promise<Line | undefined>,
  width: number | undefined,
): Promise<{ record: CsvRecord; unused: Line[] }> => {
  const place = { line: number, bytesRead }
  if (first === undefined) return { record: { ...place, fault: 'line-too-long' }, unused: [] }
  const isOpen = isQuoteOpen(first)
  const { taken, text } = isOpen ? await readOpen(first, next) : { taken: [], text: first }
  const fields = parseFields(text)
  const fault = faultOf(fields, width)
  if (fields && !fault) return { record: { ...place, fields }, unused: [] }
  return { record: { ...place, fault: isOpen ? 'quote-broken' : (fault ?? 'quote-broken') }, unused: taken }
}

/**
 * The records of a CSV file, each with the line on which it begins; empty lines are none. The first sets the width. A record that
 * can't be read costs its own line only: the next is read from the line after it.
 */
export async function* readRecords(lines: AsyncIterator<Line>): AsyncGenerator<CsvRecord> {
  const { next, giveBack } = rereadable(lines)
  let width: number | undefined
  try {
    for (let line = await next(); line; line = await next()) {
      if (line.text?.trim() === '') continue
      const { record, unused } = await readRecord(line, next, width)
      giveBack(unused)
      if ('fields' in record) width ??= record.fields.length
      yield record
    }
  } finally {
    await lines.return?.()
  }
}
