import { parseStatute, type Refused, refuse, requireLine } from '@pars/domain'
import type { Columns } from '../csv/read-table.ts'

export type StatuteColumn = 'statute' | 'cpcms_description' | 'chapter_group'
export const statuteColumns: Columns<StatuteColumn> = {
  wanted: ['statute', 'cpcms_description'],
  others: ['chapter_group'],
}

export type StatuteFlag = 'citation-repaired' | 'description-repaired'

/** One offense of the file, as the court prints it. */
export interface StatuteRead {
  readonly kind: 'read'
  readonly statute: string
  readonly description: string
  readonly chapterGroup: string | null
  readonly flags: readonly StatuteFlag[]
}

// What becomes of § and of the dashes and quotes of office programs when UTF-8 is read as something else.
const garbled: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/Ã‚Â§|Â§|ยง|┬º/g, '§'],
  [/â€[“”]/g, '-'],
  [/â€[™˜]/g, "'"],
  [/â€[œ\u009d]/g, '"'],
  [/Â(?=\s)/g, ' '],
]

/** Some files space out slashes and some do not: `W / Int` and `W/Int` are one offense. */
const repaired = (text: string): string =>
  garbled
    .reduce((all, [wrong, right]) => all.replaceAll(wrong, right), text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?\/ ?/g, '/')
    .trim()

/** Reads one row: mojibake repaired, spaces folded, `18 Pa.C.S. § 2702(a)(1)` written as courts print it. */
export const readStatute = (
  values: Readonly<Record<StatuteColumn, string>>,
): StatuteRead | Refused<'citation-unreadable' | 'description-unreadable'> => {
  const statute = parseStatute(repaired(values.statute))
  if (statute === undefined)
    return refuse('citation-unreadable', 'the citation has no title and section; courts print 18 § 2702 §§ A1')
  const description = repaired(values.cpcms_description)
  const fault = requireLine(description, { label: 'description', at: 'cpcms_description' })
  if (fault) return refuse('description-unreadable', fault.say)
  return {
    kind: 'read',
    statute,
    description,
    chapterGroup: repaired(values.chapter_group) || null,
    flags: [
      ...(statute === values.statute ? [] : (['citation-repaired'] as const)),
      ...(description === values.cpcms_description ? [] : (['description-repaired'] as const)),
    ],
  }
}

/** What one offense is: its citation with its description, whatever the case of the letters; a citation may have several, and the reverse. */
export const identityOf = ({ statute, description }: Pick<StatuteRead, 'statute' | 'description'>): string =>
  `${statute}\n${description}`.toLowerCase()
