import { canonicalText } from '../canonical-text.ts'
import type { Terms } from '../terms.ts'
import type { AgreementNames } from './names.ts'
import { integerLiteral, literal, textArray } from './quote.ts'

const midnight = (date: string, days: number): string =>
  `(date ${literal(date)} + ${integerLiteral(days)})::pg_catalog.timestamp at time zone 'America/New_York'`

/** The row by which every question of this door is decided. "Through" a day ends at the first instant of the next. */
export const standingSql = (terms: Terms, { door, definer }: AgreementNames): string => {
  const purposes = canonicalText(
    Object.fromEntries(terms.purposes.map(({ code, cites, suffices }) => [code, { cites, suffices }])),
  )
  const { limits, confirmationOutage } = terms
  const values = [
    literal(door),
    literal(definer),
    literal(terms.agreement),
    integerLiteral(terms.version),
    midnight(terms.startsOn, 0),
    midnight(terms.endsOn, 1),
    textArray(terms.units.map(({ code }) => code)),
    literal(purposes),
    integerLiteral(limits.inquiriesPerUnitPerDay),
    integerLiteral(limits.inquiriesPerOfficerPerDay),
    integerLiteral(limits.personsPerUnitPerDay),
    integerLiteral(limits.rowsPerAnswer),
    integerLiteral(confirmationOutage.minutes),
    String(confirmationOutage.then === 'stop'),
  ]
  return `insert into inquiry.standing (door, definer, agreement, agreement_version, starts_at, ends_at, units, purposes,
    inquiries_per_unit_per_day, inquiries_per_officer_per_day, persons_per_unit_per_day, rows_per_answer, outage_minutes, outage_stops)
  values (${values.join(',\n    ')});`
}
