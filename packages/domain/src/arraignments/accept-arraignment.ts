import type { ArrestReport } from '../arrests/arrest-report.ts'
import { firstRefusal, type Refused, refuse } from '../decision.ts'
import type { RoomRow } from '../reference/rows.ts'
import { checkNamePart, type NamePartReason, requireLine } from '../text/check-text.ts'
import { cityDateOf, type Instant, isInFuture, nextBusinessDay, type PlainDate } from '../time/instant.ts'
import { checkRoom, type RoomReason } from './accept-court-session.ts'
import type { PreliminaryArraignment } from './arraignment.ts'
import { type ItemFacts, requiredItems, standingOfItems } from './required-items.ts'

export interface ArraignmentFacts {
  filedAt: Instant | null
  /** The docket's newest listing still stands. */
  listed: boolean
  arraigned: boolean
  /** The person has left custody (Rule 519(B) or otherwise). */
  left: boolean
  arrestedAt: Instant
  basis: ArrestReport['basis']
  directFile: boolean
  /** What the report says the person needs; null for none. */
  interpreterLanguage: string | null
  /** All rows of the next listing's room. */
  rooms: readonly RoomRow[]
  /** Court holidays around the day of the hearing. */
  holidays: readonly PlainDate[]
}

export type ArraignmentReason =
  | NamePartReason
  | RoomReason
  | 'complaint-not-filed'
  | 'not-listed'
  | 'already-arraigned'
  | 'person-has-left'
  | 'held-in-future'
  | 'held-before-arrest'
  | 'probable-cause-undecided'
  | 'probable-cause-not-needed'
  | 'checklist-item-missing'
  | 'checklist-item-not-applicable'
  | 'interpreter-not-recorded'
  | 'next-listing-missing'
  | 'next-listing-after-discharge'
  | 'next-listing-too-early'

export interface ArraignmentAccepted {
  kind: 'accepted'
  /** No probable cause: the person is discharged on this docket and no bail is set. */
  discharged: boolean
  /** Rule 540(D): the day by which the warrant papers must follow; null when given or not needed. */
  warrantPapersDueOn: PlainDate | null
  flags: ('interpreter-not-present' | 'held-before-filing-recorded')[]
}

const checkStanding = (facts: ArraignmentFacts): Refused<ArraignmentReason> | undefined => {
  if (facts.filedAt === null)
    return refuse('complaint-not-filed', 'Nobody is arraigned without a filed complaint; file the complaint first.')
  if (facts.arraigned)
    return refuse('already-arraigned', 'The preliminary arraignment on this docket was held; it is held once.')
  if (facts.left) return refuse('person-has-left', 'The person is no longer in custody; serve the summons instead.')
  return facts.listed ? undefined : refuse('not-listed', 'Put this docket into a court session first.')
}

/** A warrant was probable cause already; somebody arrested on sight is held only on a magistrate's finding (B19). */
const checkProbableCause = (facts: ArraignmentFacts, { probableCause }: PreliminaryArraignment) => {
  if (facts.basis === 'sight' && probableCause === 'warrant')
    return refuse(
      'probable-cause-undecided',
      'The arrest was on sight, without a warrant; decide whether there is probable cause.',
      'probableCause',
    )
  return facts.basis === 'warrant' && probableCause !== 'warrant'
    ? refuse(
        'probable-cause-not-needed',
        'A judge found probable cause when the warrant was issued; record the arrest as on a warrant.',
        'probableCause',
      )
    : undefined
}

const itemFacts = (facts: ArraignmentFacts, held: PreliminaryArraignment): ItemFacts => ({
  basis: facts.basis,
  directFile: facts.directFile,
  counselPresent: held.defenseName !== null,
  probableCause: held.probableCause,
})

const checkItems = (facts: ArraignmentFacts, held: PreliminaryArraignment): Refused<ArraignmentReason> | undefined => {
  const missing = requiredItems(itemFacts(facts, held)).find(item => !held.checklist.includes(item))
  if (missing)
    return refuse(
      'checklist-item-missing',
      `Rule 540 is not complete without "${missing}"; do it and tick it.`,
      'checklist',
    )
  const standing = standingOfItems(itemFacts(facts, held))
  const wrong = held.checklist.find(item => standing[item] === 'not-applicable')
  return wrong
    ? refuse('checklist-item-not-applicable', `"${wrong}" does not apply to this case; leave it unticked.`, 'checklist')
    : undefined
}

const checkNext = (facts: ArraignmentFacts, { probableCause, nextListing, heldAt }: PreliminaryArraignment) => {
  if (probableCause === 'not-found')
    return nextListing === null
      ? undefined
      : refuse('next-listing-after-discharge', 'A person who is discharged has no next date; remove it.', 'nextListing')
  if (nextListing === null)
    return refuse('next-listing-missing', 'Fix the next date and room before the hearing ends.', 'nextListing')
  return nextListing.at <= heldAt
    ? refuse('next-listing-too-early', 'The next date lies before this hearing; choose a later one.', 'nextListing.at')
    : checkRoom(nextListing.room, nextListing.at, facts.rooms, 'nextListing.room')
}

const checkPeople = (facts: ArraignmentFacts, { interpreter, prosecutorName, defenseName }: PreliminaryArraignment) =>
  firstRefusal<ArraignmentReason>([
    () =>
      facts.interpreterLanguage !== null && interpreter === null
        ? refuse(
            'interpreter-not-recorded',
            'The person asked for an interpreter; record who came, or that nobody did.',
            'interpreter',
          )
        : undefined,
    () =>
      interpreter
        ? requireLine(interpreter.language, { label: 'interpreter language', at: 'interpreter.language' })
        : undefined,
    () =>
      prosecutorName === null
        ? undefined
        : checkNamePart(prosecutorName, { label: "prosecutor's name", at: 'prosecutorName' }),
    () =>
      defenseName === null
        ? undefined
        : checkNamePart(defenseName, { label: "defense counsel's name", at: 'defenseName' }),
  ])

/** Decides whether the preliminary arraignment on one docket was held as Pa.R.Crim.P. 540 demands. */
export const acceptArraignment = (
  facts: ArraignmentFacts,
  held: PreliminaryArraignment,
  now: Instant,
): ArraignmentAccepted | Refused<ArraignmentReason> => {
  const refused = firstRefusal<ArraignmentReason>([
    () => checkStanding(facts),
    () =>
      isInFuture(held.heldAt, now)
        ? refuse('held-in-future', 'The hearing is dated in the future; enter when it was held.', 'heldAt')
        : undefined,
    () =>
      held.heldAt < facts.arrestedAt
        ? refuse('held-before-arrest', 'The hearing is dated before the arrest; check the time.', 'heldAt')
        : undefined,
    () => checkProbableCause(facts, held),
    () => checkItems(facts, held),
    () => checkPeople(facts, held),
    () => checkNext(facts, held),
  ])
  if (refused) return refused
  const papersFollow = facts.basis === 'warrant' && !held.checklist.includes('warrant-papers-given')
  return {
    kind: 'accepted',
    discharged: held.probableCause === 'not-found',
    warrantPapersDueOn: papersFollow ? nextBusinessDay(cityDateOf(held.heldAt), facts.holidays) : null,
    flags: [
      ...(held.interpreter?.present === false ? (['interpreter-not-present'] as const) : []),
      ...(facts.filedAt !== null && held.heldAt < facts.filedAt ? (['held-before-filing-recorded'] as const) : []),
    ],
  }
}
