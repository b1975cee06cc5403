import type { AnswerOf, ArrestRecord, departureDesk } from '@pars/contract'
import type { DepartureBasis } from '@pars/domain'
import { basisWords } from '../words/custody.ts'

export type DeskRow = AnswerOf<typeof departureDesk>['rows'][number]
export type Departure = ArrestRecord['departures'][number]

export const deskGroups = ['free', 'held', 'summons', 'undecided'] as const
export type DeskGroup = (typeof deskGroups)[number]

/** Free and held people never stand in one list: the wrong person was released where they did (B23). */
export const groupOf = ({ suggestedBasis }: Pick<DeskRow, 'suggestedBasis'>): DeskGroup => {
  if (suggestedBasis === null) return 'undecided'
  if (suggestedBasis === 'rule-519b') return 'summons'
  return basisWords[suggestedBasis].free ? 'free' : 'held'
}

/**
 * The list and the record are read at different moments. Where the record has an order or a hold that holds, nothing on the
 * screen may say that the person goes free.
 */
export const isHeldByRecord = ({ dockets, holds }: Pick<ArrestRecord, 'dockets' | 'holds'>): boolean =>
  holds.some(({ lifted }) => lifted === null) ||
  dockets.some(({ bail }) => bail.order?.words.startsWith('HELD') === true)

export const isFree = (basis: DepartureBasis): boolean => basisWords[basis].free
/** Which of two sets of words a basis takes: those for people who go free, or those for people who stay held. */
export const wayOf = (basis: DepartureBasis): 'free' | 'held' => (isFree(basis) ? 'free' : 'held')

/** The departure under way: the newest one that was not withdrawn. */
export const openDeparture = ({ departures }: Pick<ArrestRecord, 'departures'>): Departure | undefined =>
  departures.findLast(({ withdrawn }) => withdrawn === null)

export type Step = 'propose' | 'confirm' | 'wait-for-second' | 'acknowledge' | 'left' | 'none'

/** The one step that is open to the reader; the record's `may` knows that nobody confirms what they proposed. */
export const stepOf = (record: Pick<ArrestRecord, 'departures' | 'may'>): Step => {
  const departure = openDeparture(record)
  const has = (act: string) => record.may.includes(act)
  if (!departure) return has('departure.propose') ? 'propose' : 'none'
  if (departure.acknowledged) return 'left'
  if (departure.confirmed) return has('departure.acknowledge') ? 'acknowledge' : 'none'
  return has('departure.confirm') ? 'confirm' : 'wait-for-second'
}

/** Where people of this basis usually go; the desk changes it where it is otherwise. */
export const usualDestination = (
  basis: DepartureBasis,
  { report, holds }: Pick<ArrestRecord, 'holds'> & { report: Pick<ArrestRecord['report'], 'bookingSite'> },
): string => {
  if (isFree(basis)) return report.bookingSite
  if (basis !== 'held-for-other-authority') return 'Department of Prisons'
  return holds.find(({ lifted }) => lifted === null)?.issuer ?? ''
}
