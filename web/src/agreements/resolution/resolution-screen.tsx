import { leftUntil } from '@pars/domain'
import '../agreements.css'
import './votes.css'
import { viewResolution, viewVersion } from '@pars/contract'
import { Link, useParams } from '@tanstack/react-router'
import { useCall } from '../../api.ts'
import { formatDateTime } from '../../format.ts'
import { useMe } from '../../me.ts'
import { Gate } from '../../shell/gate.tsx'
import { Loading, Mark, Page, Problem } from '../../ui/ui.ts'
import { agreementWords, resolutionStandingWords, seatWords } from '../../words/agreements.ts'
import { resolutionWords as words } from '../../words/resolution.ts'
import { useCityUntil } from '../countdown.tsx'
import { useOwnSeat } from '../keys/own-seat.ts'
import { ChangeList } from '../terms/change-list.tsx'
import { readTerms, type VersionView } from '../terms/read-terms.ts'
import { Summary } from '../terms/summary.tsx'
import { TermsList } from '../terms/terms-list.tsx'
import { CastForm } from './cast-form.tsx'
import { Consultations } from './consultations.tsx'
import { Laws } from './laws.tsx'
import { Needs } from './needs.tsx'
import { Acceptance, type Resolution, SeatVotes } from './seat-votes.tsx'

const Tools = ({ resolution }: { resolution: Resolution }) => {
  const { standing, closesAt } = resolution
  const left = leftUntil(closesAt, useCityUntil(closesAt))
  return (
    <>
      <Mark {...resolutionStandingWords[standing]} />
      <span>
        {words.closes(formatDateTime(closesAt))}{' '}
        {left !== '' && <span className="agreements-quiet">{words.left(left)}</span>}
      </span>
      <span className="agreements-quiet">
        {words.by(seatWords[resolution.seat], formatDateTime(resolution.madeAt))}
      </span>
      <Link to="/agreements/$agreementId" params={{ agreementId: resolution.agreement.agreementId }}>
        {words.agreement}
      </Link>
    </>
  )
}

/** What a vote for it would change, against the version that it follows. */
const Changes = ({ resolution, version }: { resolution: Resolution; version: VersionView }) => {
  const { follows, action, agreement } = resolution
  const before = useCall(viewVersion, {
    params: { agreementId: agreement.agreementId, version: follows ?? 0 },
    enabled: follows !== null,
  })
  if (action === 'suspend' || action === 'resume' || action === 'terminate') return <p>{words.stops[action]}</p>
  if (follows === null) return <p className="agreements-quiet">{words.noneBefore}</p>
  if (!before.data) return before.problem ? <Problem problem={before.problem} /> : <Loading />
  const [older, newer] = [readTerms(before.data), readTerms(version)]
  return (
    <section aria-labelledby="changes">
      <h2 className="pars-section__title" id="changes">
        {words.changes(follows)}
      </h2>
      {older && newer ? <ChangeList older={older} newer={newer} /> : <p>{agreementWords.summary.faulty}</p>}
    </section>
  )
}

const Texts = ({ resolution, version }: { resolution: Resolution; version: VersionView }) => {
  const terms = readTerms(version)
  return (
    <div className="resolution-texts">
      <p>
        <span className="agreements-quiet">{words.why}:</span> {resolution.reason}
      </p>
      <Changes resolution={resolution} version={version} />
      {terms ? (
        <>
          <Summary terms={terms} title={agreementWords.summary.of(version.version)} />
          <details className="agreements-more">
            <summary>{words.allTerms}</summary>
            <TermsList terms={terms} />
          </details>
        </>
      ) : (
        <p>{agreementWords.summary.faulty}</p>
      )}
      {version.prose !== null && (
        <details className="agreements-more" open={terms?.governs === 'prose'}>
          <summary>{agreementWords.terms.prose}</summary>
          <p className="agreements-prose">{version.prose}</p>
        </details>
      )}
    </div>
  )
}

const Opened = ({ resolution }: { resolution: Resolution }) => {
  const me = useMe()
  const own = useOwnSeat()
  const { agreement, action, partner, standing, ballots } = resolution
  const { data: version, problem } = useCall(viewVersion, {
    params: { agreementId: agreement.agreementId, version: agreement.version },
  })
  const isOpen = standing === 'open' || standing === 'carried'
  const mayVote = isOpen && own && me.may('ballot.cast') && !ballots.some(({ seat }) => seat === own)
  return (
    <Page
      title={words.title[action](partner, agreement.version)}
      tab={words.tab(resolution.code)}
      tools={<Tools resolution={resolution} />}
      action={
        mayVote && (
          <a className="usa-button" href="#ballot">
            {agreementWords.open.toBallot}
          </a>
        )
      }
    >
      {problem && <Problem problem={problem} />}
      <div className="resolution">
        {version ? <Texts resolution={resolution} version={version} /> : <Loading />}
        <aside className="resolution-side">
          <Needs resolution={resolution} />
          <SeatVotes resolution={resolution} />
          <Acceptance resolution={resolution} />
          <Laws resolution={resolution} />
          <Consultations resolution={resolution} />
        </aside>
      </div>
      {mayVote && version && <CastForm key={own} resolution={resolution} version={version} seat={own} />}
    </Page>
  )
}

const Asked = ({ resolutionId }: { resolutionId: string }) => {
  const { data, problem, reload } = useCall(viewResolution, { params: { resolutionId }, every: 5_000 })
  if (data) return <Opened resolution={data} />
  return (
    <Page title={words.pageTitle}>
      {problem ? <Problem problem={problem} onReload={() => void reload()} /> : <Loading />}
    </Page>
  )
}

/** One vote: what it would change in plain words, who voted how and why, and the seat's own ballot. */
export const ResolutionScreen = () => {
  const { resolutionId } = useParams({ from: '/resolutions/$resolutionId' })
  return (
    <Gate permissions={['agreement.view']} screen={words.pageTitle} chair={words.chair}>
      <Asked key={resolutionId} resolutionId={resolutionId} />
    </Gate>
  )
}
