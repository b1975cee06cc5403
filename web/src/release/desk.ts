import type { AnswerOf, ArrestRecord, departureDesk } from '@pars/contract'
import type { DepartureBasis } from '@pars/domain'
import { basisWords } from '../words/custody.ts'

export type DeskRow = AnswerOf<typeof departureDesk>['rows'][number]
export type Departure = ArrestRecord['departures'][number]

export const deskGroups = ['free', 'held', 'summons', 'undecided'] as const
export type DeskGroup = (typeof deskGroups)[number]

/** Free and held people never stand in one list: the wrong person was released where they did (B23). */
export const groupOf = ({ suggestedBasis, state }: Pick<DeskRow, 'suggestedBasis' | 'state'>): DeskGroup => {
  if (suggestedBasis === null) return 'undecided'
  // Before an officer states it, a summons is a possibility and no release.
  if (suggestedBasis === 'rule-519b' && state === 'to-propose') return 'summons'
  return basisWords[suggestedBasis].free ? 'free' : 'held'
}

/**
 * The list and the record are read at different moments. Where the record has an order or a hold that holds, nothing on the
 * screen may say that the person goes free.
 */
export const isHeldByRecord = ({ dockets, holds }: Pick<ArrestRecord, 'dockets' | 'holds'>): boolean =>
  holds.some(({ lifted }) => lifted === null) ||
  dockets.some(({ bail }) => bail.order?.words.startsWith('HELD') === true)

/** Once stated, a summons reads without its condition; everything else reads as the desk says it. */
export const wordsOfRow = ({ suggestedBasis, words }: Pick<DeskRow, 'suggestedBasis' | 'words'>): string =>
  suggestedBasis === 'rule-519b' ? basisWords[suggestedBasis].words : words

export const isFree = (basis: DepartureBasis): boolean => basisWords[basis].free
/** Which of two sets of words a basis takes: those for people who go free, or those for people who stay held. */
export const wayOf = (basis: DepartureBasis): 'free' | 'held' => (isFree(basis) ? 'free' : 'held')

/** The departure under way: the newest one that was not withdrawn. */
export const openDeparture = ({ departures }: Pick<ArrestRecord, 'departures'>): Departure | undefined =>
  departures.findLast(({ withdrawn }) => withdrawn === null)

export type Verdict = 'goes-free' | 'stays-held' | 'summons-possible' | 'changed'

/** What the screen says of one person, and on what basis. Whatever is not surely a release reads as held. */
export const verdictOf = (
  record: Pick<ArrestRecord, 'departures' | 'dockets' | 'holds'>,
  suggestedBasis: DepartureBasis | null,
): { verdict: Verdict; basis: DepartureBasis | null } => {
  const departure = openDeparture(record)
  const basis = departure?.basis ?? suggestedBasis
  if (basis === null || !isFree(basis)) return { verdict: 'stays-held', basis }
  if (isHeldByRecord(record)) return { verdict: 'changed', basis }
  return { verdict: basis === 'rule-519b' && !departure ? 'summons-possible' : 'goes-free', basis }
}

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
