import type { AnswerOf, viewCourtSession } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { type Alarm, Button, HeldClock, Mark } from '../ui/ui.ts'
import { courtWords } from '../words/court.ts'
import type { Tone } from '../words/custody.ts'

const { session: words, columns } = courtWords

export type Listing = AnswerOf<typeof viewCourtSession>['listings'][number]

const tones: Record<Listing['state'], Tone> = {
  waiting: 'waiting',
  'not-produced': 'unsent',
  arraigned: 'moving',
  discharged: 'free',
  'bail-ordered': 'moving',
}

/** The state in words; an order's own words stand in for it. */
const State = ({ listing }: { listing: Listing }) => {
  const { state, bailWords } = listing
  if (state !== 'bail-ordered' || !bailWords) return <Mark tone={tones[state]} words={words.states[state]} />
  return <Mark tone={bailWords.startsWith('RELEASE') ? 'free' : 'held'} words={bailWords} />
}

interface SessionListProps {
  listings: readonly Listing[]
  alarms: readonly Alarm[]
  /** The clerk or the magistrate: may say that somebody was not produced. */
  onMissed: ((listing: Listing) => void) | undefined
}

/** Everybody on the list of one session, by slot. */
export const SessionList = ({ listings, alarms, onMissed }: SessionListProps) => (
  <table className="pars-table">
    <caption className="usa-sr-only">{words.caption}</caption>
    <thead>
      <tr>
        <th scope="col">{columns.slot}</th>
        <th scope="col">{columns.person}</th>
        <th scope="col">{columns.docket}</th>
        <th scope="col">{columns.charge}</th>
        <th scope="col">{columns.held}</th>
        <th scope="col">{columns.state}</th>
        {onMissed && <th scope="col">{columns.act}</th>}
      </tr>
    </thead>
    <tbody>
      {listings.map(listing => (
        <tr key={listing.listingId} className={listing.state === 'waiting' ? '' : 'court-done'}>
          <td className="court-slot" data-label={columns.slot}>
            {listing.slot}
          </td>
          <th scope="row">
            <Link to="/hearings/$docketId" params={{ docketId: listing.docketId }} data-row>
              {listing.name}
            </Link>{' '}
            {listing.interpreterLanguage && (
              <span className="pars-note">{words.interpreter(listing.interpreterLanguage)}</span>
            )}
          </th>
          <td data-label={columns.docket} className="court-docket">
            {listing.docketNumber}
          </td>
          <td data-label={columns.charge}>{listing.leadCharge}</td>
          <td data-label={columns.held}>
            {listing.state === 'waiting' || listing.state === 'not-produced' ? (
              <HeldClock arrestedAt={listing.arrestedAt} alarms={alarms} />
            ) : null}
          </td>
          <td>
            <State listing={listing} />
          </td>
          {onMissed && (
            <td data-act>
              {listing.state === 'waiting' && (
                <Button
                  look="outline"
                  size="row"
                  label={words.missedFor(listing.name)}
                  onClick={() => onMissed(listing)}
                >
                  {words.missed}
                </Button>
              )}
            </td>
          )}
        </tr>
      ))}
    </tbody>
  </table>
)
