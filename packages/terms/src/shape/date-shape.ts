import { parsePlainDate } from '@pars/domain'
import type { Shape } from './shape.ts'

// A schema has no calendar. February 29 is in years that 4 divides; of these two centuries 2100 alone is an exception.
const long = '(?:01|03|05|07|08|10|12)-(?:0[1-9]|[12][0-9]|3[01])'
const short = '(?:04|06|09|11)-(?:0[1-9]|[12][0-9]|30)'
const february = '02-(?:0[1-9]|1[0-9]|2[0-8])'
const leapDay = '(?:20(?:[02468][048]|[13579][26])|21(?:0[48]|[2468][048]|[13579][26]))-02-29'
const pattern = `^(?:(?:20|21)[0-9]{2}-(?:${long}|${short}|${february})|${leapDay})$`
const needs = 'a date from 2000 to 2199, such as 2018-08-31'

/** A day of the calendar. */
export const dateShape: Shape = {
  check: (value, pointer) =>
    typeof value === 'string' && parsePlainDate(value) !== undefined && value >= '2000'
      ? []
      : [{ pointer, rule: 'date', say: `This needs to be ${needs}.` }],
  schema: { type: 'string', pattern, description: needs },
}
