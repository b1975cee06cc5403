import type { AnswerOf, viewAgreement } from '@pars/contract'
import { type DutyState, stateOfDuty } from '@pars/domain'

export type Agreement = AnswerOf<typeof viewAgreement>
export type Duty = Agreement['obligations'][number]

const rank: Record<DutyState, number> = { missed: 0, open: 1, 'met-late': 2, met: 3 }

/** What is late first, then what is to come by date, then what was met, newest first. */
export const sortDuties = (duties: readonly Duty[]): Duty[] =>
  duties.toSorted((a, b) => {
    const [one, other] = [rank[stateOfDuty(a)], rank[stateOfDuty(b)]]
    const byDay = a.dueOn.localeCompare(b.dueOn)
    return one === other ? (one >= 2 ? -byDay : byDay) : one - other
  })

const dayOf = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)))

/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((dayOf(to) - dayOf(from)) / 86_400_000)
