import type { BoardRow } from '@pars/contract'
import { type AlarmRow, ageOn, bailWords, cityDateOf, type Instant, isHeld } from '@pars/domain'
import type { CaseLine } from '../custody/load-case-lines.ts'
import { presentCustody } from '../custody/present-custody.ts'

type Order = CaseLine['orders'][number]

/** The words of the order that decides whether the person goes: bail refused, then bail to be posted, then whatever releases. */
const orderWords = (orders: readonly Order[]): string | null => {
  const rank = (order: Order): number =>
    order.kind === 'refused' ? 0 : isHeld({ kind: 'set', types: order.types }) ? 1 : 2
  const [gravest] = [...orders].sort((a, b) => rank(a) - rank(b))
  if (!gravest) return null
  if (gravest.kind === 'refused') return bailWords({ kind: 'refused-bail', reasons: [], reasonNote: '' })
  return bailWords({
    kind: 'set',
    types: gravest.types,
    amountCents: gravest.amountCents,
    depositPercent: gravest.depositPercent,
    // The words say that there are conditions; what they are is not the board's.
    conditions: Array.from({ length: gravest.conditions }, () => ({ kind: 'other' as const, text: '' })),
    reasons: [],
    reasonNote: null,
    abilityToPayConsidered: false,
    abilityToPayNote: null,
    dangerFound: false,
  })
}

/** One line of the board, or undefined for somebody who is not on it. Pure: the time comes in. */
export const presentRow = (line: CaseLine, alarms: readonly AlarmRow[], now: Instant): BoardRow | undefined => {
  const { facts } = line
  const { onBoard, ...custody } = presentCustody(facts, alarms, now)
  if (!onBoard) return undefined
  return {
    arrestId: line.arrestId,
    name: line.name,
    age: line.bornOn && ageOn(line.bornOn, cityDateOf(now)),
    sex: line.sex,
    draft: facts.sentAt === null,
    draftedBy: line.draftedBy,
    arrestedAt: facts.arrestedAt,
    district: line.district,
    leadCharge: line.leadCharge,
    custody,
    bailWords: orderWords(line.orders),
    interpreterLanguage: line.interpreterLanguage,
    openHolds: facts.holds.filter(({ liftedAt }) => liftedAt === null).length,
    number: line.number,
  }
}

/** Longest held first; two arrests of one moment keep their order. */
export const byTimeHeld = (a: BoardRow, b: BoardRow): number => {
  if (a.arrestedAt !== b.arrestedAt) return a.arrestedAt < b.arrestedAt ? -1 : 1
  return a.arrestId < b.arrestId ? -1 : 1
}
