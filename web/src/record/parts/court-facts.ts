import type { ArrestRecord, DocketView } from '@pars/contract'
import { formatDateTime, formatFullDateTime } from '../../format.ts'
import { basisWords, chargingWords, hearingWords, holdWords, notProducedWords, recordWords } from '../../words/words.ts'
import { type Fact, lines } from './fact.ts'

type Complaint = ArrestRecord['charging']['complaints'][number]
type Hold = ArrestRecord['holds'][number]
type Departure = ArrestRecord['departures'][number]
type Made = { madeBy: string; madeAt: string }

const { complaints: complaintWords, dockets: words, holds: holdsWords, departures: departureWords } = recordWords
const by = ({ madeBy, madeAt }: Made): string => recordWords.charges.by(madeBy, formatDateTime(madeAt))

/** Who took the arrest for charging, what went back to police and why, and which version was decided on. */
export const chargingFacts: readonly Fact<ArrestRecord['charging']>[] = [
  { label: recordWords.charges.taken, of: ({ taken }) => taken && by(taken) },
  {
    label: recordWords.charges.sentBack,
    of: ({ sentBack }) =>
      lines(
        sentBack.map(each =>
          [chargingWords.sendBackReasons[each.reason], each.note, by(each)].filter(Boolean).join(' · '),
        ),
      ),
  },
  {
    label: recordWords.charges.decidedOn,
    of: ({ decision }) => decision && recordWords.charges.onVersion(decision.arrestVersion),
  },
]

/** What Rule 504 wants, as the complaint says it. */
export const complaintFacts: readonly Fact<Complaint>[] = [
  { label: complaintWords.affiant, of: ({ affiant, affiantAgency }) => `${affiant}, ${affiantAgency}` },
  {
    label: complaintWords.offense,
    of: ({ offenseDateText, offensePlace }) => `${offenseDateText}, ${offensePlace}`,
  },
  { label: complaintWords.facts, of: ({ facts }) => facts ?? null, isProse: true },
  { label: complaintWords.verified, of: ({ verifiedAt }) => formatFullDateTime(verifiedAt) },
  { label: complaintWords.made, of: by },
]

const listingOf = ({ listings }: DocketView): string =>
  lines(
    listings.map(({ startsAt, room, slot, notProduced }) =>
      [
        words.listed(formatDateTime(startsAt), room, slot),
        notProduced && words.notProduced(notProducedWords[notProduced.reason]),
      ]
        .filter(Boolean)
        .join('. '),
    ),
  ) ?? words.notListed

const interpreterOf = ({ arraignment }: DocketView): string | null => {
  if (!arraignment?.interpreter) return null
  const { language, present } = arraignment.interpreter
  return present ? words.interpreterThere(language) : words.interpreterMissing(language)
}

/** Filing, listings and the preliminary arraignment of one docket. */
export const docketFacts: readonly Fact<DocketView>[] = [
  { label: words.filed, of: ({ certifiedBy, filedAt }) => words.certified(certifiedBy, formatDateTime(filedAt)) },
  {
    label: words.counsel,
    of: ({ counsel }) => (counsel === null ? words.counselUnknown : (words.counsels[counsel] ?? counsel)),
  },
  { label: words.listing, of: listingOf },
  {
    label: words.arraignment,
    of: ({ arraignment }) =>
      arraignment === null
        ? words.notHeld
        : words.arraignedAt(formatDateTime(arraignment.heldAt), hearingWords.head[arraignment.mode]),
  },
  {
    label: words.checklist,
    of: ({ arraignment }) => arraignment && lines(arraignment.checklist.map(item => hearingWords.items[item])),
  },
  {
    label: words.probableCause,
    of: ({ arraignment }) => arraignment && hearingWords.probableCause[arraignment.probableCause],
  },
  { label: words.interpreter, of: interpreterOf },
  { label: words.prosecutor, of: ({ arraignment }) => arraignment && (arraignment.prosecutorName ?? words.nobody) },
  { label: words.defense, of: ({ arraignment }) => arraignment && (arraignment.defenseName ?? words.nobody) },
  {
    label: words.nextListing,
    of: ({ arraignment }) => {
      const next = arraignment?.nextListing
      return next ? words.nextAt(hearingWords.hearings[next.hearing], formatDateTime(next.at), next.room) : null
    },
  },
]

export const holdFacts: readonly Fact<Hold>[] = [
  {
    label: holdsWords.from,
    of: ({ kind, issuer, reference }) => [holdWords[kind], issuer, reference].filter(Boolean).join(', '),
  },
  { label: holdsWords.recorded, of: by },
  {
    label: holdsWords.state,
    of: ({ lifted }) => (lifted ? `${holdsWords.lifted(lifted.reason)} (${by(lifted)})` : holdsWords.open),
  },
]

/** The three acts of a release or commitment, and a withdrawal. */
export const departureFacts: readonly Fact<Departure>[] = [
  { label: departureWords.basis, of: ({ basis }) => basisWords[basis].words },
  { label: departureWords.to, of: ({ destination }) => destination },
  { label: departureWords.proposed, of: by },
  {
    label: departureWords.confirmed,
    of: ({ confirmed, withdrawn }) => (confirmed ? by(confirmed) : withdrawn ? null : departureWords.waitsConfirm),
  },
  {
    label: departureWords.left,
    of: ({ acknowledged, confirmed, withdrawn }) =>
      acknowledged
        ? departureWords.leftAt(formatDateTime(acknowledged.leftAt), acknowledged.acknowledgedByName)
        : confirmed && !withdrawn
          ? departureWords.waitsLeave
          : null,
  },
  {
    label: departureWords.withdrawn,
    of: ({ withdrawn }) => withdrawn && `${withdrawn.reason} (${by(withdrawn)})`,
  },
  { label: departureWords.due, of: ({ complaintDueAt }) => complaintDueAt && formatFullDateTime(complaintDueAt) },
]
