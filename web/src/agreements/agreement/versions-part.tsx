import { viewVersion } from '@pars/contract'
import { lastDayOf } from '@pars/domain'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCall } from '../../api.ts'
import { formatDateTime, formatDay } from '../../format.ts'
import { useMe } from '../../me.ts'
import { ColumnHeads, Loading, Problem } from '../../ui/ui.ts'
import { agreementWords, haltWords } from '../../words/agreements.ts'
import { ChangeList } from '../terms/change-list.tsx'
import { readTerms } from '../terms/read-terms.ts'
import type { Agreement } from './duty-state.ts'
import { pairOf } from './version-pair.ts'

const words = agreementWords.versions
type Version = Agreement['versions'][number]

const stateOf = ({ activatedAt, endedAt, endedWhy }: Version): string => {
  if (activatedAt === null) return words.notActivated
  if (endedAt === null) return words.activated(formatDay(activatedAt))
  return words.ended(formatDateTime(endedAt), haltWords[endedWhy ?? ''] ?? endedWhy ?? '')
}

const Line = ({ version, agreementId }: { version: Version; agreementId: string }) => (
  <tr>
    <th scope="row">
      <Link
        to="/agreements/$agreementId"
        params={{ agreementId }}
        search={{ version: version.version }}
        aria-label={words.showVersion(version.version)}
        data-row
      >
        {version.version}
      </Link>
    </th>
    <td data-label={words.columns.from}>{formatDay(version.startsAt)}</td>
    <td data-label={words.columns.to}>{lastDayOf(version.endsAt)}</td>
    <td data-label={words.columns.state}>{stateOf(version)}</td>
    <td data-label={words.columns.drafted}>{words.by(version.madeBy, formatDay(version.madeAt))}</td>
    <td data-label={words.columns.hash}>
      <code title={version.termsHash}>{version.termsHash.slice(0, 12)}…</code>
    </td>
  </tr>
)

const Compared = ({ agreementId, older, newer }: { agreementId: string; older: number; newer: number }) => {
  const before = useCall(viewVersion, { params: { agreementId, version: older } })
  const after = useCall(viewVersion, { params: { agreementId, version: newer } })
  const problem = before.problem ?? after.problem
  if (problem) return <Problem problem={problem} />
  if (!before.data || !after.data) return <Loading />
  const [one, other] = [readTerms(before.data), readTerms(after.data)]
  return one && other ? <ChangeList older={one} newer={other} /> : <p>{agreementWords.summary.faulty}</p>
}

interface ChooseProps {
  label: string
  value: number
  versions: readonly Version[]
  onChange: (version: number) => void
}

const Choose = ({ label, value, versions, onChange }: ChooseProps) => (
  <label className="pars-inline-label">
    {label}
    <select
      className="usa-select pars-select--row"
      value={value}
      onChange={event => onChange(Number(event.target.value))}
    >
      {versions.map(({ version }) => (
        <option key={version} value={version}>
          {version}
        </option>
      ))}
    </select>
  </label>
)

const Comparison = ({ agreement, older, newer }: { agreement: Agreement; older: number; newer: number }) => {
  const navigate = useNavigate()
  const { agreementId, versions } = agreement
  const show = (pair: { older?: number; newer?: number }) =>
    void navigate({
      to: '/agreements/$agreementId',
      params: { agreementId },
      search: { part: 'versions', older: pair.older ?? older, newer: pair.newer ?? newer },
      replace: true,
    })
  return (
    <section className="agreements-compare" aria-labelledby="compare">
      <h3 id="compare">{words.compareTitle(older, newer)}</h3>
      <p className="agreements-compare__choose">
        <Choose label={words.compareLabel} value={older} versions={versions} onChange={next => show({ older: next })} />
        <Choose label={words.compareTo} value={newer} versions={versions} onChange={next => show({ newer: next })} />
      </p>
      <Compared agreementId={agreementId} older={older} newer={newer} />
    </section>
  )
}

/** Every version that was put on file, and what one changes in another, in plain words. */
export const VersionsPart = ({
  agreement,
  asked,
}: {
  agreement: Agreement
  asked: { older?: number | undefined; newer?: number | undefined }
}) => {
  const { may } = useMe()
  const { versions, agreementId } = agreement
  const pair = pairOf(
    versions.map(({ version }) => version),
    asked,
  )
  return (
    <section aria-labelledby="versions-part">
      <h2 className="pars-section__title" id="versions-part">
        {words.title}
      </h2>
      <table className="pars-table">
        <caption className="usa-sr-only">{words.title}</caption>
        <ColumnHeads of={words.columns} />
        <tbody>
          {versions.map(version => (
            <Line key={version.version} version={version} agreementId={agreementId} />
          ))}
        </tbody>
      </table>
      {pair ? <Comparison agreement={agreement} {...pair} /> : <p className="agreements-quiet">{words.none}</p>}
      {may('terms.draft') && agreement.standing !== 'ended' && (
        <Link to="/agreements/draft" search={{ follow: agreementId }} className="usa-button usa-button--outline">
          {words.next}
        </Link>
      )}
    </section>
  )
}
