import { addDays, type PlainDate } from '@pars/domain'
import type { ObligationCode, ObligationRhythm, ObligationTerm, Terms } from '../terms.ts'

/** A duty with its dates, as the calendar holds it. */
export interface Duty {
  readonly code: ObligationCode
  /** The last day of the period that it is about. */
  readonly arisesOn: PlainDate
  readonly dueOn: PlainDate
  /** Whether a missed one suspends the agreement. */
  readonly suspends: boolean
}

const monthsOf: Partial<Record<ObligationRhythm, number>> = { month: 1, quarter: 3, year: 12 }

/** The same day some months later, or the last one of that month. */
const addMonths = (date: PlainDate, months: number): PlainDate => {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const text = `${first.toISOString().slice(0, 8)}${String(Math.min(day, days)).padStart(2, '0')}`
  return text as PlainDate
}

/** The last days of periods, counted from where the agreement's periods began; the last period may be cut short by the end. */
const periodEnds = (months: number, from: PlainDate, { startsOn, endsOn }: Terms): PlainDate[] => {
  const ends: PlainDate[] = []
  for (let n = 1; (ends.at(-1) ?? startsOn) < endsOn; n += 1) {
    const end = addDays(addMonths(from, n * months), -1)
    if (end >= endsOn) ends.push(endsOn)
    else if (end >= startsOn) ends.push(end)
  }
  return ends
}

const duty = ({ code, dueDays, suspends }: ObligationTerm, arisesOn: PlainDate): Duty => ({
  code,
  arisesOn,
  dueOn: addDays(arisesOn, dueDays),
  suspends,
})

export interface DutiesBefore {
  /** Where the periods of the agreement began: the first day of the terms that were adopted or renewed last. */
  readonly periodsFrom: PlainDate
  /** The terms that these amend; what is owed once is not owed again. Null for terms adopted or renewed. */
  readonly amends: Terms | null
}

/** The duties that terms bring with them, each with its dates. What is due at the end or on an event is made when that comes. */
export const dutiesOf = (terms: Terms, { periodsFrom, amends }: DutiesBefore): Duty[] =>
  terms.obligations
    .flatMap(term => {
      const months = monthsOf[term.every]
      if (months !== undefined) return periodEnds(months, periodsFrom, terms).map(end => duty(term, end))
      const owedBefore = amends?.obligations.some(({ code, every }) => code === term.code && every === 'once') ?? false
      return term.every === 'once' && !owedBefore ? [duty(term, terms.startsOn)] : []
    })
    .sort((a, b) => (a.dueOn === b.dueOn ? (a.code < b.code ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1))

/** The duties that begin with the last day of an agreement: a destruction certificate, for example. */
export const dutiesAtEnd = (terms: Terms, lastDay: PlainDate): Duty[] =>
  terms.obligations.filter(({ every }) => every === 'at-end').map(term => duty(term, lastDay))
