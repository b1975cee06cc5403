import type { PlainDate } from '../time/instant.ts'

/** Offense Tracking Number as `Q3333330`, from `Q333333-0` or `N 239191-1`. Its check digit's algorithm is not public. */
export const parseOtn = (text: string): string | undefined => {
  const trimmed = text.trim()
  return /^[A-Z]\s?\d{6}-?\d$/.test(trimmed) ? trimmed.replaceAll(/[\s-]/g, '') : undefined
}

/**
 * District Control number as 12 digits `YYYYDDNNNNNN`. The 10-digit `YYDDNNNNNN` of dockets gets the newest century that is
 * not after `today`; dashes and spaces between digits are tolerated. No year after today's.
 */
export const parseDcNumber = (text: string, today: PlainDate): string | undefined => {
  const trimmed = text.trim()
  if (!/^\d+(?:[ -]\d+)*$/.test(trimmed)) return undefined
  const digits = trimmed.replaceAll(/[ -]/g, '')
  const thisYear = Number(today.slice(0, 4))
  if (digits.length === 12) {
    const year = Number(digits.slice(0, 4))
    return year >= 1900 && year <= thisYear ? digits : undefined
  }
  if (digits.length !== 10) return undefined
  const century =
    Number(digits.slice(0, 2)) > thisYear % 100 ? Math.floor(thisYear / 100) - 1 : Math.floor(thisYear / 100)
  return `${century}${digits}`
}

/** Police photo number (PP/PID): up to 7 digits. */
export const parsePoliceNumber = (text: string): string | undefined => {
  const trimmed = text.trim()
  return /^\d{1,7}$/.test(trimmed) ? trimmed : undefined
}

/** Nine digits, from `123-45-6789`, `123 45 6789` or `123456789`. */
export const parseSsn = (text: string): string | undefined => {
  const trimmed = text.trim()
  return /^\d{3}([ -]?)\d{2}\1\d{4}$/.test(trimmed) ? trimmed.replaceAll(/[ -]/g, '') : undefined
}

export interface DocketNumber {
  docketNumber: string
  kind: 'CR' | 'SU' | 'MD'
  year: number
}

/** A Philadelphia Municipal Court docket number, `MC-51-CR-0000001-2026`. Its serial orders nothing (it once held the month). */
export const parseDocketNumber = (text: string): DocketNumber | undefined => {
  const match = /^MC-51-(CR|SU|MD)-\d{7}-(\d{4})$/.exec(text.trim())
  if (!match) return undefined
  return { docketNumber: match[0], kind: match[1] as DocketNumber['kind'], year: Number(match[2]) }
}

/** The court's own citation for an offense that no table holds; its description must say what it is. */
export const unknownStatute = '0 § 0 §§ 0'

// UTF-8 read as Latin-1, as Thai (TIS-620) or as a DOS code page; the first may have happened twice.
const mojibake = /Ã‚Â§|Â§|ยง|┬º/g

const fromStatuteBook = (text: string): string => {
  const match = /^(\d+) ?(?:Pa\. ?C\. ?S\.(?: ?A\.)?|P\. ?S\.) ?§ ?([^\s()]+) ?((?:\([A-Za-z0-9.]+\))*)$/.exec(text)
  if (!match) return text
  const parts = (match[3] ?? '').replaceAll(/[()]/g, '').toUpperCase()
  return parts === '' ? `${match[1]} § ${match[2]}` : `${match[1]} § ${match[2]} §§ ${parts}`
}

/**
 * A citation as Pennsylvania courts print it, `18 § 2702 §§ A1`: mojibake repaired, spacing unified, `18 Pa.C.S. §
 * 2702(a)(1)` rewritten. Undefined where no title and section can be read.
 */
export const parseStatute = (text: string): string | undefined => {
  const unified = text
    .replaceAll(mojibake, '§')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim()
  const court = fromStatuteBook(unified)
    .replaceAll(/ ?§ ?§ ?/g, ' §§ ')
    .replaceAll(/ ?(?<!§)§(?!§) ?/g, ' § ')
  return /^(?:\d{1,3}|CO|LO) § [A-Za-z0-9.,:/*-]+(?: §§ [A-Za-z0-9.,:/*() -]+)?$/.test(court) ? court : undefined
}
