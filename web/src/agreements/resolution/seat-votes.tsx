import './votes.css'
import type { AnswerOf, viewResolution } from '@pars/contract'
import { seats } from '@pars/domain'
import { formatDateTime, formatNumber } from '../../format.ts'
import { agreementWords, choiceWords, seatWords } from '../../words/agreements.ts'
import { resolutionWords as words } from '../../words/resolution.ts'

export type Resolution = AnswerOf<typeof viewResolution>
type Ballot = Resolution['ballots'][number]

const Cast = ({ ballot }: { ballot: Ballot }) => {
  const { words: said, mark } = choiceWords[ballot.choice]
  return (
    <>
      <p className={`votes-choice votes-choice--${ballot.choice}`}>
        <span aria-hidden="true">{mark}</span> {said}
      </p>
      <p className="votes-reason">{ballot.reason}</p>
      <p className="agreements-quiet">
        {words.authority(ballot.onAuthorityOf)}. {words.castBy(ballot.madeBy, formatDateTime(ballot.madeAt))}
        {ballot.number !== null && `, ${agreementWords.letters.entry(formatNumber(ballot.number))}`}
      </p>
      <details className="votes-proof">
        <summary>{words.proof}</summary>
        <p>{ballot.passkey === null ? words.byKeyFile : words.byPasskey}</p>
        <dl className="terms-hashes">
          <dt>{words.statementHash}</dt>
          <dd>
            <code>{ballot.statementHash}</code>
          </dd>
          <dt>{words.key}</dt>
          <dd>
            <code>{ballot.keyId}</code>
          </dd>
        </dl>
        <pre className="agreements-code">{ballot.statement}</pre>
      </details>
    </>
  )
}

/** Three seats side by side: how each voted, why and on whose authority; or that it has not. */
export const SeatVotes = ({ resolution }: { resolution: Resolution }) => {
  const isOver = resolution.standing !== 'open' && resolution.standing !== 'carried'
  return (
    <ul className="votes-seats" aria-label={words.votes}>
      {seats.map(seat => {
        const ballot = resolution.ballots.find(each => each.seat === seat)
        return (
          <li key={seat} className="votes-seat">
            <h3>{seatWords[seat]}</h3>
            {ballot ? (
              <Cast ballot={ballot} />
            ) : (
              <p className="votes-choice votes-choice--none">
                {isOver ? agreementWords.votes.silent : agreementWords.votes.notVoted}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What the partner said to exactly these texts. */
export const Acceptance = ({ resolution }: { resolution: Resolution }) => {
  const { acceptance, partner } = resolution
  if (!acceptance) return null
  return (
    <div className="votes-partner">
      <h3>{words.partnerSays(partner)}</h3>
      <p className={`votes-choice votes-choice--${acceptance.decision === 'accepted' ? 'for' : 'against'}`}>
        {acceptance.decision === 'accepted' ? words.accepted : words.rejected(acceptance.term ?? '')}
      </p>
      {acceptance.reason && <p className="votes-reason">{acceptance.reason}</p>}
      <p className="agreements-quiet">
        {formatDateTime(acceptance.madeAt)}
        {acceptance.number !== null && `, ${agreementWords.letters.entry(formatNumber(acceptance.number))}`}
      </p>
    </div>
  )
}
