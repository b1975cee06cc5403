import { type ArrestRecord, viewArrest } from '@pars/contract'
import { departureWords } from '@pars/domain'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useCall } from '../api.ts'
import { nameOf } from '../record/person-of.ts'
import { Button, HeldClock, Loading, Mark, Problem } from '../ui/ui.ts'
import { releaseWords } from '../words/release.ts'
import { type DeskRow, type Verdict, verdictOf, wordsOfRow } from './desk.ts'
import { HoldsPart } from './holds-part.tsx'
import { StepsPart } from './steps-part.tsx'

const words = releaseWords.card
type Docket = ArrestRecord['dockets'][number]

const wordsOfDocket = ({ bail, arraignment }: Docket): string | undefined => {
  if (bail.order) return bail.order.words
  return arraignment?.probableCause === 'not-found' ? words.discharged : undefined
}

const Orders = ({ record }: { record: ArrestRecord }) => (
  <section className="release-part">
    <h3 className="release-part__title">{words.orders}</h3>
    {record.dockets.length === 0 && <p>{words.noOrders}</p>}
    <ul className="release-lines">
      {record.dockets.map(docket => {
        const said = wordsOfDocket(docket)
        return (
          <li key={docket.docketId}>
            <Link className="usa-link" to="/hearings/$docketId" params={{ docketId: docket.docketId }}>
              {docket.docketNumber}
            </Link>{' '}
            {said ? <Mark tone={said.startsWith('RELEASE') ? 'free' : 'held'} words={said} /> : words.undecided}
          </li>
        )
      })}
    </ul>
  </section>
)

/** What is said instead of the desk's words where these would mislead. */
const instead: Partial<Record<Verdict, string>> = { changed: words.changed, 'summons-possible': words.possible }

/** The sentence that nobody can misread: the desk's words, and whether the person goes free. */
const VerdictBox = ({ said, free, onReload }: { said: string; free: boolean; onReload: (() => void) | undefined }) => (
  <div className={`release-verdict release-verdict--${free ? 'free' : 'held'}`}>
    <p className="release-verdict__words">
      <Mark tone={free ? 'free' : 'held'} words={said} />
    </p>
    <p className="release-verdict__says">{free ? words.free : words.held}</p>
    {onReload && (
      <Button size="row" look="outline" onClick={onReload}>
        {words.loadAgain}
      </Button>
    )}
  </div>
)

interface PersonCardProps {
  arrestId: string
  /** The person's line of the desk; absent for those who are not ready, or for a reader who has no desk. */
  row: DeskRow | undefined
  onLeft: () => void
}

const Known = ({ record, row, onLeft, onReload }: PersonCardProps & { record: ArrestRecord; onReload: () => void }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const name = nameOf(record.report)
  const { verdict, basis } = verdictOf(record, row?.suggestedBasis ?? null)
  const orders = record.dockets.flatMap(docket => docket.bail.order?.words ?? [])
  const own = row ? wordsOfRow(row) : departureWords(basis, orders)
  const said = instead[verdict] ?? own
  return (
    <div className="release-card">
      <Link className="usa-link release-card__back" to="/release" search={{}}>
        {words.back}
      </Link>
      <div className="release-card__head">
        <h2 className="release-card__name" tabIndex={-1} ref={heading}>
          {name}
        </h2>
        <HeldClock arrestedAt={record.report.arrestedAt} stoppedAt={record.custody.stoppedAt} />
        <Link className="usa-link" to="/arrests/$arrestId" params={{ arrestId: record.arrestId }} search={{}}>
          {words.record}
        </Link>
      </div>
      <VerdictBox said={said} free={verdict === 'goes-free'} onReload={verdict === 'changed' ? onReload : undefined} />
      <StepsPart
        record={record}
        name={name}
        words={own}
        basis={basis}
        isStopped={verdict === 'changed'}
        onLeft={onLeft}
      />
      <HoldsPart record={record} name={name} />
      <Orders record={record} />
    </div>
  )
}

/** The list is asked every few seconds, the record is not (each opening is journaled): when the line changes, the record is read again. */
const useFollow = (row: DeskRow | undefined, reload: () => void) => {
  const line = row && [row.state, row.departureId, row.openHolds, row.words].join(' ')
  const last = useRef(line)
  const latest = useRef(reload)
  latest.current = reload
  useEffect(() => {
    if (line === undefined || line === last.current) return
    last.current = line
    latest.current()
  }, [line])
}

/** One person at the desk: the verdict in words, the open step, holds and orders. */
export const PersonCard = (props: PersonCardProps) => {
  const { arrestId } = props
  const { data, problem, reload } = useCall(viewArrest, { params: { arrestId }, query: { purpose: 'release' } })
  useFollow(props.row, () => void reload())
  if (data?.arrestId === arrestId)
    return <Known key={arrestId} {...props} record={data} onReload={() => void reload()} />
  return problem ? <Problem problem={problem} onReload={() => void reload()} /> : <Loading />
}
