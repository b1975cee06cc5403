import { viewResolution } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { formatDateTime, formatDay } from '../../format.ts'
import { Button, Loading, Mark, Problem } from '../../ui/ui.ts'
import { actionWords, agreementWords, haltWords, resolutionStandingWords } from '../../words/agreements.ts'
import { Acceptance, SeatVotes } from '../resolution/seat-votes.tsx'
import type { Agreement } from './duty-state.ts'
import { OpenDialog } from './open-dialog.tsx'

const words = agreementWords.votes
type Line = Agreement['resolutions'][number]

const Votes = ({ resolutionId }: { resolutionId: string }) => {
  const { data, problem } = useCall(viewResolution, { params: { resolutionId } })
  if (!data) return problem ? <Problem problem={problem} /> : <Loading />
  return (
    <>
      <SeatVotes resolution={data} />
      <Acceptance resolution={data} />
    </>
  )
}

const Item = ({ line }: { line: Line }) => {
  const standing = resolutionStandingWords[line.standing]
  return (
    <article className="votes-item">
      <h3 className="votes-item__title">
        <Link to="/resolutions/$resolutionId" params={{ resolutionId: line.resolutionId }}>
          {agreementWords.open.title(actionWords[line.action], line.agreement.version)}
        </Link>{' '}
        <Mark tone={standing.tone} words={standing.words} />
      </h3>
      <p className="agreements-quiet">
        {words.code(line.code)}, {formatDay(line.madeAt)}. {line.reason}
      </p>
      <Votes resolutionId={line.resolutionId} />
    </article>
  )
}

const Halts = ({ agreement }: { agreement: Agreement }) => {
  if (agreement.halts.length === 0) return null
  return (
    <section className="votes-halts">
      <h3>{words.halts}</h3>
      <ul>
        {agreement.halts.map(halt => (
          <li key={halt.haltId}>
            {words.haltLine(haltWords[halt.kind] ?? halt.kind, formatDateTime(halt.effectiveAt))}
            {halt.reason && <span className="agreements-quiet"> {halt.reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who voted on what, how, why and on whose authority; what the partner said; stops. */
export const VotesPart = ({ agreement }: { agreement: Agreement }) => {
  const [isOpening, setOpening] = useState(false)
  const newestFirst = agreement.resolutions.toSorted((a, b) => Date.parse(b.madeAt) - Date.parse(a.madeAt))
  return (
    <section aria-labelledby="votes-part">
      <h2 className="pars-section__title" id="votes-part">
        {words.title}
      </h2>
      {agreement.may.includes('resolution.open') && (
        <p>
          <Button look="outline" size="row" onClick={() => setOpening(true)}>
            {words.propose}
          </Button>
        </p>
      )}
      {newestFirst.length === 0 && <p className="agreements-quiet">{words.none}</p>}
      {newestFirst.map(line => (
        <Item key={line.resolutionId} line={line} />
      ))}
      <Halts agreement={agreement} />
      {isOpening && <OpenDialog agreement={agreement} onClose={() => setOpening(false)} />}
    </section>
  )
}
