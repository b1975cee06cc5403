import { ageOn, parsePlainDate } from '@pars/domain'
import type { BookingForm } from './booking-form.ts'

/** The youngest age at any offense typed so far; undefined while birth date or offense dates can't be read. */
export const ageAtOffense = ({ bornOn, charges }: Pick<BookingForm, 'bornOn' | 'charges'>): number | undefined => {
  const born = parsePlainDate(bornOn)
  if (!born) return undefined
  const ages = charges.flatMap(({ offenseOn }) => {
    const on = parsePlainDate(offenseOn)
    return on && on >= born ? [ageOn(born, on)] : []
  })
  return ages.length > 0 ? Math.min(...ages) : undefined
}
