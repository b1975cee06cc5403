import { type AnswerOf, listAudits, startAudit } from '@pars/contract'
import { useAct, useCall } from '../api.ts'
import { formatDateTime, formatNumber } from '../format.ts'
import { Gate } from '../shell/gate.tsx'
import { Alert, Button, Empty, Loading, Page, Problem } from '../ui/ui.ts'
import { auditWords as words } from '../words/audits.ts'

type Answer = AnswerOf<typeof listAudits>
type Audit = Answer['audits'][number]

const Findings = ({ audit }: { audit: Audit }) => {
  const { columns, caption, more } = words.findings
  return (
    <>
      <table className="usa-table pars-table">
        <caption className="usa-sr-only">{caption}</caption>
        <thead>
          <tr>
            {[columns.what, columns.entry, columns.row, columns.detail].map(column => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {audit.findings.map(({ fault, entry, table, row, detail }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes.
            <tr key={index}>
              <th scope="row">
                {words.fault(fault)} <span className="pars-table__quiet">{fault}</span>
              </th>
              <td data-label={columns.entry}>{entry === null ? '' : formatNumber(entry)}</td>
              <td data-label={columns.row}>{[table, row].filter(Boolean).join(' ')}</td>
              <td data-label={columns.detail}>{detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {audit.faults > audit.findings.length && <p>{more(audit.faults - audit.findings.length)}</p>}
    </>
  )
}

const Earlier = ({ audits }: { audits: readonly Audit[] }) => {
  const { title, caption, columns, night, waiting } = words.earlier
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <table className="usa-table pars-table">
        <caption className="usa-sr-only">{caption}</caption>
        <thead>
          <tr>
            {[columns.at, columns.askedBy, columns.through, columns.faults, columns.number].map(column => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {audits.map(audit => (
            <tr key={audit.entryId}>
              <th scope="row">{formatDateTime(audit.at)}</th>
              <td data-label={columns.askedBy}>{audit.askedBy ?? night}</td>
              <td data-label={columns.through}>{formatNumber(audit.through)}</td>
              <td data-label={columns.faults}>{formatNumber(audit.faults)}</td>
              <td data-label={columns.number}>{audit.number === null ? waiting : formatNumber(audit.number)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const titleOf = (last: Audit | undefined): string => {
  if (!last) return words.title.none
  return last.faults === 0 ? words.title.holds(last.through) : words.title.faults(last.faults)
}

const Audits = () => {
  const { data, problem, reload } = useCall(listAudits, { every: 3000 })
  const start = useAct(startAudit)
  const onReload = () => void reload()
  if (!data)
    return (
      <Page title={words.pageTitle}>{problem ? <Problem problem={problem} onReload={onReload} /> : <Loading />}</Page>
    )
  const { running, trouble } = data
  const refused = problem ?? start.problem
  const [last, ...earlier] = data.audits
  const begin = () => start.run({})
  return (
    <Page
      title={titleOf(last)}
      tab={words.tab}
      action={
        <Button onClick={begin} isRunning={start.isRunning || running !== null}>
          {words.start}
        </Button>
      }
    >
      {refused && <Problem problem={refused} onReload={onReload} />}
      <p>{words.about}</p>
      {running && (
        <output className="pars-loading">
          {running.stage === 'entries'
            ? words.running.entries(running.done, running.of)
            : words.running.records(running.done)}
        </output>
      )}
      {trouble !== null && running === null && <Alert tone="warning">{words.trouble(trouble)}</Alert>}
      {!last && <Empty title={words.empty}>{words.emptyDetail}</Empty>}
      {last && <p>{words.last(formatDateTime(last.at), last.askedBy)}</p>}
      {last && last.faults > 0 && (
        <>
          <Alert tone="error">{words.bad}</Alert>
          <Findings audit={last} />
        </>
      )}
      {earlier.length > 0 && <Earlier audits={earlier} />}
    </Page>
  )
}

/** What the audits found, for those who answer for a seat. */
export const AuditsScreen = () => (
  <Gate permissions={['audit.view']} screen={words.pageTitle} chair={words.chair}>
    <Audits />
  </Gate>
)
