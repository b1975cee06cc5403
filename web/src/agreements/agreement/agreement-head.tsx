import { lastDayOf, leftUntil, throughWords } from '@pars/domain'
import { Link } from '@tanstack/react-router'
import { useCityNow } from '../../clock.ts'
import { formatDateTime, formatDay } from '../../format.ts'
import { useMe } from '../../me.ts'
import { Mark } from '../../ui/ui.ts'
import { actionWords, agreementWords, haltWords, standingWords } from '../../words/agreements.ts'
import { Countdown } from '../countdown.tsx'
import { useOwnSeat } from '../keys/own-seat.ts'
import type { Agreement } from './duty-state.ts'

const words = agreementWords.head

/** The sentence of the page: whom it is with, and whether anything can be asked. */
export const titleOf = ({ standing, why, partner, startsAt, endsAt }: Agreement): string => {
  if (why === 'unconfirmed') return words.unconfirmed(partner)
  switch (standing) {
    case 'in-force':
      return words.inForce(partner, endsAt ? throughWords(endsAt) : '')
    case 'not-begun':
      return words['not-begun'](partner, startsAt ? formatDay(startsAt) : '')
    case 'ended':
      return words.ended(partner, endsAt ? lastDayOf(endsAt) : '')
    default:
      return words[standing](partner)
  }
}

export const AgreementTools = ({ agreement }: { agreement: Agreement }) => {
  const { standing, why, endsAt, resumesAt } = agreement
  const isOn = standing === 'in-force' || standing === 'suspended'
  return (
    <>
      <Mark {...standingWords[standing]} />
      {isOn && endsAt && (
        <span>
          <Countdown endsAt={endsAt} /> <span className="agreements-quiet">{words.left}</span>
        </span>
      )}
      {why && standing !== 'in-force' && <span>{words.why(haltWords[why] ?? why)}</span>}
      {resumesAt && <span className="agreements-quiet">{words.resumes(formatDateTime(resumesAt))}</span>}
      <span className="agreements-quiet">{words.code(agreement.code)}</span>
      <Link to="/agreements">{words.back}</Link>
    </>
  )
}

/** Votes that are open, each with what is left to vote; loud for whoever votes for a seat that has not. */
export const OpenVotes = ({ agreement }: { agreement: Agreement }) => {
  const own = useOwnSeat()
  const { may } = useMe()
  const now = useCityNow(60_000)
  const open = agreement.resolutions.filter(({ standing }) => standing === 'open' || standing === 'carried')
  return (
    <>
      {open.map(line => {
        const isOurs = own !== undefined && may('ballot.cast') && !line.votes.some(({ seat }) => seat === own)
        return (
          <div key={line.resolutionId} className={`agreements-vote${isOurs ? ' agreements-vote--ours' : ''}`}>
            <p>
              <strong>{agreementWords.open.title(actionWords[line.action], line.agreement.version)}</strong>{' '}
              <span className="agreements-quiet">
                {agreementWords.open.closes(formatDateTime(line.closesAt), leftUntil(line.closesAt, now))}
              </span>
              {isOurs && <> {agreementWords.open.yours}</>}
            </p>
            <Link
              to="/resolutions/$resolutionId"
              params={{ resolutionId: line.resolutionId }}
              className={`usa-button pars-button--row${isOurs ? '' : ' usa-button--outline'}`}
            >
              {isOurs ? agreementWords.open.vote : agreementWords.open.look}
            </Link>
          </div>
        )
      })}
    </>
  )
}
