import '../agreements.css'
import { viewAgreement, viewVersion } from '@pars/contract'
import { stateOfDuty } from '@pars/domain'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { useCity } from '../../clock.ts'
import { useMe } from '../../me.ts'
import { Gate } from '../../shell/gate.tsx'
import { Button, Loading, Page, Problem } from '../../ui/ui.ts'
import { agreementWords as words } from '../../words/agreements.ts'
import { packageWords } from '../../words/package.ts'
import { resolutionWords } from '../../words/resolution.ts'
import { useOwnSeat } from '../keys/own-seat.ts'
import { MachinePart } from '../machine/machine-part.tsx'
import { readTerms, type VersionView } from '../terms/read-terms.ts'
import { Summary } from '../terms/summary.tsx'
import { AgreementTools, OpenVotes, titleOf } from './agreement-head.tsx'
import { type AgreementPart, agreementParts } from './agreement-parts.ts'
import { DutiesPart } from './duties-part.tsx'
import type { Agreement } from './duty-state.ts'
import { ExportDialog } from './export-dialog.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { LettersPart } from './letters-part.tsx'
import { StopDialog } from './stop-dialog.tsx'
import { TermsPart } from './terms-part.tsx'
import { VersionsPart } from './versions-part.tsx'
import { VotesPart } from './votes-part.tsx'

const countOf = (agreement: Agreement): Partial<Record<AgreementPart, string>> => {
  const late = agreement.obligations.filter(duty => stateOfDuty(duty) === 'missed').length
  return {
    versions: String(agreement.versions.length),
    votes: String(agreement.resolutions.length),
    letters: String(agreement.notices.length),
    duties: late > 0 ? words.duties.late(late) : String(agreement.obligations.length),
  }
}

const Parts = ({ agreement, shown }: { agreement: Agreement; shown: AgreementPart }) => {
  const counts = countOf(agreement)
  return (
    <nav className="pars-segments agreements-parts" aria-label={words.partsLabel}>
      {agreementParts.map(part => (
        <Link
          key={part}
          to="/agreements/$agreementId"
          params={{ agreementId: agreement.agreementId }}
          search={now => ({ ...now, part })}
          resetScroll={false}
          className="pars-segment"
          aria-current={part === shown ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {words.parts[part]} {counts[part] && <span>{counts[part]}</span>}
        </Link>
      ))}
    </nav>
  )
}

const Machine = ({ agreement, version }: { agreement: Agreement; version: VersionView | undefined }) => {
  const terms = version && readTerms(version)
  return terms ? <MachinePart agreementId={agreement.agreementId} terms={terms} /> : null
}

const Part = ({ agreement, version }: { agreement: Agreement; version: VersionView | undefined }) => {
  const { part, older, newer } = useSearch({ from: '/agreements/$agreementId' })
  switch (part) {
    case 'machine':
      return <Machine agreement={agreement} version={version} />
    case 'versions':
      return <VersionsPart agreement={agreement} asked={{ older, newer }} />
    case 'votes':
      return <VotesPart agreement={agreement} />
    case 'letters':
      return <LettersPart agreement={agreement} />
    case 'duties':
      return <DutiesPart agreement={agreement} />
    default:
      return version ? <TermsPart version={version} /> : null
  }
}

/** A stop by one seat, where the terms name the reader's. */
const EmergencyStop = ({ agreement, version }: { agreement: Agreement; version: VersionView }) => {
  const own = useOwnSeat()
  const [isStopping, setStopping] = useState(false)
  const stop = readTerms(version)?.emergencyStop
  if (!stop || !own || !stop.seats.includes(own) || !agreement.may.includes('agreement.stop')) return null
  return (
    <>
      <Button look="danger" size="row" onClick={() => setStopping(true)}>
        {words.stop.open}
      </Button>
      {isStopping && (
        <StopDialog agreement={agreement} confirmDays={stop.confirmDays} onClose={() => setStopping(false)} />
      )}
    </>
  )
}

const Export = ({ agreement }: { agreement: Agreement }) => {
  const { may } = useMe()
  const [isOpen, setOpen] = useState(false)
  if (!may('package.export')) return null
  return (
    <>
      <Button look="outline" size="row" onClick={() => setOpen(true)}>
        {packageWords.open}
      </Button>
      {isOpen && <ExportDialog agreement={agreement} onClose={() => setOpen(false)} />}
    </>
  )
}

/** In a rehearsal: what an extension without a vote is worth. */
const Extend = ({ agreement }: { agreement: Agreement }) => {
  const { may } = useMe()
  const { city } = useCity()
  const [isTrying, setTrying] = useState(false)
  if (!city?.rehearsal || !may('agreement.extend') || agreement.endsAt === null) return null
  return (
    <>
      <Button look="outline" size="row" onClick={() => setTrying(true)}>
        {resolutionWords.extend.button}
      </Button>
      {isTrying && <ExtendDialog agreement={agreement} onClose={() => setTrying(false)} />}
    </>
  )
}

/** The version that is read: the one asked for, else what answers now, else the newest on file. */
const shownVersion = (agreement: Agreement, asked: number | undefined): number | undefined =>
  agreement.versions.find(({ version }) => version === asked)?.version ??
  agreement.version ??
  agreement.versions.map(({ version }) => version).toSorted((a, b) => b - a)[0]

const Opened = ({ agreement }: { agreement: Agreement }) => {
  const { part, version: asked } = useSearch({ from: '/agreements/$agreementId' })
  const shown = shownVersion(agreement, asked)
  const { data, problem } = useCall(viewVersion, {
    params: { agreementId: agreement.agreementId, version: shown ?? 0 },
    enabled: shown !== undefined,
  })
  const version = data?.version === shown ? data : undefined
  const terms = version && readTerms(version)
  return (
    <Page
      title={titleOf(agreement)}
      tab={agreement.partner}
      tools={<AgreementTools agreement={agreement} />}
      action={
        <span className="agreements-acts">
          <Export agreement={agreement} />
          <Extend agreement={agreement} />
          {version && agreement.standing === 'in-force' && <EmergencyStop agreement={agreement} version={version} />}
        </span>
      }
    >
      <OpenVotes agreement={agreement} />
      {problem && <Problem problem={problem} />}
      {shown === undefined && <p>{words.summary.noVersion}</p>}
      {version && terms && <Summary terms={terms} title={words.summary.of(version.version)} />}
      {version && !terms && <p>{words.summary.faulty}</p>}
      {shown !== undefined && !version && !problem && <Loading />}
      <Parts agreement={agreement} shown={part ?? 'terms'} />
      <Part agreement={agreement} version={version} />
    </Page>
  )
}

const Asked = ({ agreementId }: { agreementId: string }) => {
  const { data, problem, reload } = useCall(viewAgreement, { params: { agreementId }, every: 10_000 })
  if (data) return <Opened agreement={data} />
  return (
    <Page title={words.pageTitle}>
      {problem ? <Problem problem={problem} onReload={() => void reload()} /> : <Loading />}
    </Page>
  )
}

/** One agreement: twelve sentences, then all terms, versions, votes, letters and duties. */
export const AgreementScreen = () => {
  const { agreementId } = useParams({ from: '/agreements/$agreementId' })
  return (
    <Gate permissions={['agreement.view']} screen={words.pageTitle} chair={words.chair}>
      <Asked key={agreementId} agreementId={agreementId} />
    </Gate>
  )
}
