import './charging.css'
import '../record/record.css'
import { type ArrestRecord, chargingQueue, type Problem as Refusal, viewArrest } from '@pars/contract'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useCall } from '../api.ts'
import { useArrestChanges } from '../board/use-arrest-changes.ts'
import { formatDateTime } from '../format.ts'
import { useMe } from '../me.ts'
import { CustodyStrip } from '../record/custody-strip.tsx'
import { nameOf } from '../record/person-of.ts'
import { Gate } from '../shell/gate.tsx'
import { Alert, Loading, Page, Problem } from '../ui/ui.ts'
import { queueWords, chargingWords as words } from '../words/words.ts'
import { ChargesBeside } from './charges-beside.tsx'
import { type ChargingView, chargingView } from './charging-view.ts'
import { ComplaintDesk } from './complaint/complaint-desk.tsx'
import { ComplaintList } from './complaint/complaint-list.tsx'
import { DecisionDesk } from './decision/decision-desk.tsx'
import { PolicePapers } from './police-papers.tsx'
import { useTake } from './use-take.tsx'

const titleOf = (view: ChargingView, { report, charging }: ArrestRecord): string => {
  const name = nameOf(report)
  return view === 'with-other' ? words.title[view](name, charging.taken?.madeBy ?? '') : words.title[view](name)
}

/** Where the attorney goes when this arrest is done with: the longest held that nobody has. */
const NextInQueue = ({ arrestId }: { arrestId: string }) => {
  const { data } = useCall(chargingQueue)
  const next = data?.rows.find(row => row.takenBy === null && row.arrestId !== arrestId)
  return next ? (
    <Link to="/charging/$arrestId" params={{ arrestId: next.arrestId }} className="usa-button">
      {words.next(next.name)}
    </Link>
  ) : (
    <Link to="/charging" search={{}} className="usa-button">
      {words.backToQueue}
    </Link>
  )
}

const Standing = ({ record, view }: { record: ArrestRecord; view: ChargingView }) => {
  const { taken, sentBack } = record.charging
  const last = sentBack.at(-1)
  if (view === 'draft') return <Alert tone="warning">{words.draftNote}</Alert>
  if (view === 'sent-back' && last)
    return (
      <Alert tone="info">
        {words.sentBackBy(last.madeBy, formatDateTime(last.madeAt), words.sendBackReasons[last.reason])}
        {last.note && ` ${last.note}`} {words.sentBackNote}
      </Alert>
    )
  if (view === 'with-other' && taken && !record.may.includes('charging.take'))
    return (
      <Alert tone="info">
        {words.takenBy(taken.madeBy, formatDateTime(taken.madeAt))}. {words.askSupervisor}
      </Alert>
    )
  return null
}

const ReadOnly = ({ record, view }: { record: ArrestRecord; view: ChargingView }) => {
  const me = useMe()
  return (
    <>
      <Standing record={record} view={view} />
      <div className="charging-desk">
        <div>
          <ChargesBeside record={record} />
          <ComplaintList record={record} mayPrint={me.may('paper.print')} />
        </div>
        <PolicePapers report={record.report} />
      </div>
    </>
  )
}

const Desk = ({ record }: { record: ArrestRecord }) => {
  const { account, may } = useMe()
  const view = chargingView(record)
  if (!account || (view !== 'decide' && view !== 'complaint')) return <ReadOnly record={record} view={view} />
  if (view === 'decide') return <DecisionDesk record={record} accountId={account.accountId} />
  return (
    <>
      <ComplaintList record={record} mayPrint={may('paper.print')} />
      <ComplaintDesk key={record.charging.complaints.length} record={record} accountId={account.accountId} />
    </>
  )
}

const Opened = ({
  record,
  problem,
  onReload,
}: {
  record: ArrestRecord
  problem: Refusal | undefined
  onReload: () => void
}) => {
  const { account } = useMe()
  const take = useTake(record)
  const { arrestId } = record
  const view = chargingView(record)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is another page, and is read from its top.
  useEffect(() => {
    scrollTo({ top: 0 })
  }, [view])
  return (
    <Page
      key={view}
      title={titleOf(view, record)}
      tab={`${queueWords.tab}: ${nameOf(record.report)}`}
      action={account && view === 'done' ? <NextInQueue arrestId={arrestId} /> : take.button}
      tools={
        <>
          <CustodyStrip record={record} />
          <span className="charging-links">
            <Link to="/charging" search={{}} className="usa-link">
              {words.backToQueue}
            </Link>
            <Link to="/arrests/$arrestId" params={{ arrestId }} search={{}} className="usa-link">
              {words.wholeRecord}
            </Link>
          </span>
        </>
      }
    >
      {problem && <Problem problem={problem} onReload={onReload} />}
      {take.problem && <Problem problem={take.problem} onReload={onReload} writing />}
      <Desk record={record} />
    </Page>
  )
}

const Arrest = ({ arrestId }: { arrestId: string }) => {
  const { may } = useMe()
  const { data, problem, reload } = useCall(viewArrest, { params: { arrestId }, query: { purpose: 'charging' } })
  const record = data?.arrestId === arrestId ? data : undefined
  const onReload = () => void reload()
  useArrestChanges({
    arrestId,
    after: record?.journal.latest ?? 0,
    isAllowed: record !== undefined && may('board.view'),
    onChange: onReload,
  })
  if (record) return <Opened record={record} problem={problem} onReload={onReload} />
  return (
    <Page title={words.pageTitle}>{problem ? <Problem problem={problem} onReload={onReload} /> : <Loading />}</Page>
  )
}

/** One arrest on the prosecutor's desk: take it, decide each charge, make the complaint. */
export const ChargingScreen = () => {
  const { arrestId } = useParams({ from: '/charging/$arrestId' })
  return (
    <Gate permissions={['charging.view']} screen={words.pageTitle} chair={queueWords.chair}>
      <Arrest key={arrestId} arrestId={arrestId} />
    </Gate>
  )
}
