import './record.css'
import { type AnswerOf, type ArrestRecord, type QueryOf, viewArrest } from '@pars/contract'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import { useCall } from '../api.ts'
import { useArrestChanges } from '../board/use-arrest-changes.ts'
import { type Key, useKeys } from '../keys.ts'
import { useMe } from '../me.ts'
import { Button, Loading, Page, Problem } from '../ui/ui.ts'
import { orderWords } from '../words/orders.ts'
import { readersWords } from '../words/readers.ts'
import { recordWords as words } from '../words/words.ts'
import { CustodyStrip } from './custody-strip.tsx'
import { LookedLine } from './looked-line.tsx'
import { NextAct } from './next-act.tsx'
import { ChargesPart, ComplaintsPart, CourtPart, DeparturesPart, HoldsPart, ReportPart } from './parts/record-parts.tsx'
import { ageOf, nameOf } from './person-of.ts'
import { purposeOf } from './purpose-of.ts'
import { isEnding, Tombstone } from './tombstone.tsx'
import { AsOfBanner } from './version/as-of-banner.tsx'
import { changedParts } from './version/changed-parts.ts'
import { HistoryList } from './version/history-list.tsx'
import { VersionContext } from './version/version-context.ts'
import { trailAt } from './version/version-trail.ts'

const useRecordKeys = (arrestId: string, isPast: boolean) => {
  const navigate = useNavigate()
  useKeys(
    useMemo((): Key[] => {
      const back = () => void navigate({ to: '/arrests/$arrestId', params: { arrestId }, search: {} })
      return isPast ? [{ keys: 'n', words: words.asOf.back, run: back }] : []
    }, [navigate, arrestId, isPast]),
  )
}

type Opened = AnswerOf<typeof viewArrest>

/** Who sees it, by the grants and terms of this moment; a version of the past has none. */
const ReadersLink = ({ arrestId, isPast }: { arrestId: string; isPast: boolean }) => {
  const { may } = useMe()
  if (isPast || !may('agreement.view')) return null
  return (
    <Link to="/arrests/$arrestId/readers" params={{ arrestId }} className="usa-link">
      {readersWords.link}
    </Link>
  )
}

/** Where a court's order about this record is entered, and what keeps it from destruction. */
const OrdersLink = ({ arrestId, isPast }: { arrestId: string; isPast: boolean }) => {
  const { may } = useMe()
  if (isPast || !(may('record-order.enter') || may('litigation-hold.set'))) return null
  return (
    <Link to="/arrests/$arrestId/orders" params={{ arrestId }} className="usa-link">
      {orderWords.record.link}
    </Link>
  )
}

interface VersionProps {
  /** With the version before it, where what changed is marked. */
  record: Opened
  /** The number that was asked for; undefined for the record as it stands. */
  asof: number | undefined
  /** As far as it is known: a version of the past carries only what came before it. */
  history: ArrestRecord['history']
  isBusy: boolean
  access: QueryOf<typeof viewArrest>
}

const RecordVersion = ({ record, asof, history, isBusy, access }: VersionProps) => {
  const isPast = asof !== undefined
  const before = record.previous ?? undefined
  const trail = trailAt(history, record.journal.asOf)
  const changed = useMemo(() => (before ? changedParts(before, record) : []), [before, record])
  useRecordKeys(record.arrestId, isPast)
  const { report } = record
  return (
    <VersionContext value={{ record, isPast, before, changed }}>
      <Page
        title={words.title(nameOf(report), ageOf(report), words.sex[report.person.sex])}
        tab={nameOf(report)}
        action={!isPast && <NextAct record={record} />}
        tools={<CustodyStrip record={record} isPast={isPast} />}
      >
        {isPast && <AsOfBanner trail={trail} />}
        <div className="record-page" aria-busy={isBusy}>
          <div className="record-main">
            <ReportPart />
            <ChargesPart />
            <ComplaintsPart />
            <CourtPart />
            <HoldsPart />
            <DeparturesPart />
          </div>
          <div className="record-side">
            <HistoryList
              arrestId={record.arrestId}
              history={history}
              shown={isPast ? (trail.shown?.number ?? null) : null}
            />
            <div className="pars-acts">
              <Button look="outline" size="row" onClick={() => print()}>
                {words.print}
              </Button>
              <ReadersLink arrestId={record.arrestId} isPast={isPast} />
              <OrdersLink arrestId={record.arrestId} isPast={isPast} />
            </div>
            <LookedLine access={access} />
          </div>
        </div>
      </Page>
    </VersionContext>
  )
}

/** What is on the screen: the version asked for once it has come, the one before until then. */
const useShownVersion = (fresh: Opened | undefined, asof: number | undefined) => {
  const shown = useRef<{ record: Opened; asof: number | undefined } | undefined>(undefined)
  const longest = useRef<ArrestRecord['history']>([])
  if (fresh) shown.current = { record: fresh, asof }
  if (fresh && fresh.history.length >= longest.current.length) longest.current = fresh.history
  return shown.current && { ...shown.current, history: longest.current, isBusy: fresh === undefined }
}

const Asked = ({ arrestId }: { arrestId: string }) => {
  const { asof, purpose, forWhom } = useSearch({ from: '/arrests/$arrestId' })
  const me = useMe()
  const access = purposeOf(me.account?.party, purpose, forWhom)
  const { data, problem, reload, isStale } = useCall(viewArrest, {
    params: { arrestId },
    query: { ...access, asof, ...(asof === undefined ? {} : { compare: 'previous' as const }) },
    enabled: !me.isLoading,
  })
  const shown = useShownVersion(data?.arrestId === arrestId && !isStale ? data : undefined, asof)
  useArrestChanges({
    arrestId,
    after: shown?.record.journal.latest ?? 0,
    isAllowed: shown !== undefined && asof === undefined && me.may('board.view'),
    onChange: () => void reload(),
  })
  // What was on the screen goes too: it was erased or sealed while it stood there.
  if (isEnding(problem)) return <Tombstone problem={problem} />
  const said = problem && <Problem problem={problem} onReload={() => void reload()} />
  if (!shown) return <Page title={words.pageTitle}>{said ?? <Loading />}</Page>
  return (
    <>
      {said}
      <RecordVersion {...shown} access={access} />
    </>
  )
}

/** One record, as it stands or, with `?asof=NUMBER`, as it stood after that journal entry. */
export const RecordScreen = () => {
  const { arrestId } = useParams({ from: '/arrests/$arrestId' })
  return <Asked key={arrestId} arrestId={arrestId} />
}
