import './booking.css'
import { type ArrestRecord, viewArrest } from '@pars/contract'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall } from '../api.ts'
import { findKept, forgetKept } from '../form/kept.ts'
import { useMe } from '../me.ts'
import { Forbidden } from '../shell/forbidden.tsx'
import { Loading, Page, Problem } from '../ui/ui.ts'
import { bookingWords } from '../words/booking.ts'
import { BookingDesk } from './booking-desk.tsx'
import { blankForm } from './paper/booking-form.ts'
import { formOfReport } from './paper/form-of-report.ts'
import { latestOf } from './use-latest.ts'
import { isKeptPaper, type KeptPaper } from './use-paper.ts'

const words = bookingWords

const blankPaper = (): KeptPaper => ({
  form: blankForm(`desk-${crypto.randomUUID()}`),
  arrestId: null,
  version: null,
  reason: '',
  dirty: false,
  ssnLost: false,
})
const paperOf = (record: ArrestRecord): KeptPaper => ({
  ...blankPaper(),
  form: formOfReport(record.report),
  arrestId: record.arrestId,
  version: record.version,
})

/** A paper that starts from what the tab kept, if it kept anything, and can be started over. */
const usePaperStart = (name: string, fresh: () => KeptPaper) => {
  const [round, setRound] = useState(0)
  const [start, setStart] = useState(() => {
    const kept = findKept(name, isKeptPaper)
    return { paper: kept ?? fresh(), cameBack: kept !== undefined }
  })
  const startOver = () => {
    forgetKept(name)
    setStart({ paper: fresh(), cameBack: false })
    setRound(round + 1)
  }
  return { ...start, round, startOver }
}

const NewPaper = ({ name }: { name: string }) => {
  const { paper, cameBack, round, startOver } = usePaperStart(name, blankPaper)
  return (
    <BookingDesk
      key={round}
      mode="new"
      name={name}
      start={paper}
      cameBack={cameBack}
      ssnLastFour={null}
      savedAt={null}
      latest={null}
      onStartOver={startOver}
    />
  )
}

const RecordPaper = ({ name, record, mode }: { name: string; record: ArrestRecord; mode: 'draft' | 'correct' }) => {
  const { paper, cameBack, round, startOver } = usePaperStart(name, () => paperOf(record))
  return (
    <BookingDesk
      key={round}
      mode={mode}
      name={name}
      start={paper}
      cameBack={cameBack}
      ssnLastFour={record.report.person.ssnLastFour ?? null}
      savedAt={record.history.at(-1)?.madeAt ?? null}
      latest={latestOf(record)}
      onStartOver={startOver}
    />
  )
}

const AlreadySent = ({ arrestId }: { arrestId: string }) => (
  <Page title={words.alreadySent} width="read">
    <Link className="usa-button" to="/arrests/$arrestId" params={{ arrestId }} search={{}}>
      {words.openRecord}
    </Link>
  </Page>
)

const KnownPaper = ({ arrestId, account }: { arrestId: string; account: string }) => {
  const { correct } = useSearch({ strict: false }) as { correct?: boolean }
  const { data, problem, reload } = useCall(viewArrest, {
    params: { arrestId },
    query: { purpose: correct ? 'correction' : 'own-duty' },
  })
  if (problem && !data) return <Problem problem={problem} onReload={() => void reload()} />
  if (!data || data.arrestId !== arrestId) return <Loading />
  const mode = correct ? 'correct' : 'draft'
  if (mode === 'draft' && !data.draft) return <AlreadySent arrestId={arrestId} />
  return <RecordPaper key={arrestId} name={`booking.${account}.${mode}.${arrestId}`} record={data} mode={mode} />
}

/** The booking desk: a new paper at /booking, a draft at /booking/arr_…, a correction with ?correct=1. */
export const BookingScreen = () => {
  const { arrestId } = useParams({ strict: false })
  const { account, may, isLoading, problem } = useMe()
  if (isLoading) return <Loading />
  if (problem && !account) return <Problem problem={problem} />
  if (!account || !may('arrest.draft')) return <Forbidden screen={words.pageTitle} chair={words.chair} />
  if (arrestId) return <KnownPaper arrestId={arrestId} account={account.accountId} />
  return <NewPaper name={`booking.${account.accountId}.new`} />
}
