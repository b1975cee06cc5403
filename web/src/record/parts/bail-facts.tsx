import { bondPaper, type DocketView } from '@pars/contract'
import { type BailAsk, bailTermWords, type Party } from '@pars/domain'
import type { ReactNode } from 'react'
import { formatDateTime } from '../../format.ts'
import { useMe } from '../../me.ts'
import { Mark, Owner } from '../../ui/ui.ts'
import { hearingWords, recordWords, uiWords } from '../../words/words.ts'
import { saysTheSame } from '../version/changed-parts.ts'

const words = recordWords.bail

type Bail = DocketView['bail']
type Ask = NonNullable<Bail['request']>
type Order = NonNullable<Bail['order']>

const By = ({ made }: { made: { madeBy: string; madeAt: string } }) => (
  <span className="record-quiet">{recordWords.charges.by(made.madeBy, formatDateTime(made.madeAt))}</span>
)

const AskText = ({ ask }: { ask: Ask | null }) =>
  ask === null ? (
    <span className="record-quiet">{words.notEntered}</span>
  ) : (
    <>
      <strong>{bailTermWords(ask as BailAsk)}</strong>
      {ask.note && <span className="record-prose">{ask.note}</span>}
      <By made={ask} />
    </>
  )

const Terms = ({ order }: { order: Order }) => (
  <>
    {order.conditions.length > 0 && (
      <ul aria-label={words.conditions}>
        {order.conditions.map(({ kind, text }) => (
          <li key={`${kind} ${text}`}>
            {hearingWords.conditions[kind]}: {text}
          </li>
        ))}
      </ul>
    )}
    {order.reasons.length > 0 && (
      <span>
        {words.reasons}: {order.reasons.map(reason => hearingWords.reasons[reason]).join(', ')}
      </span>
    )}
    {order.reasonNote && <span className="record-prose">{order.reasonNote}</span>}
    {order.kind === 'set' && <span>{order.abilityToPayConsidered ? words.ability : words.abilityNot}</span>}
    {order.abilityToPayNote && <span className="record-prose">{order.abilityToPayNote}</span>}
    {order.dangerFound && <span>{words.danger}</span>}
  </>
)

const OrderText = ({ docket }: { docket: DocketView }) => {
  const me = useMe()
  const { order } = docket.bail
  if (order === null) return <span className="record-quiet">{words.notOrdered}</span>
  return (
    <>
      <Mark tone={order.words.startsWith('RELEASE') ? 'free' : 'held'} words={order.words} />
      <Terms order={order} />
      <By made={order} />
      {order.kind === 'set' && me.may('paper.print') && (
        <a
          className="usa-link"
          href={bondPaper.path.replace('{docketId}', docket.docketId)}
          target="_blank"
          rel="noopener"
        >
          {words.bond} <span className="usa-sr-only">{uiWords.newTab}</span>
        </a>
      )}
    </>
  )
}

interface FourFact {
  key: keyof Bail
  title: string
  owner: Party
  text: ReactNode
}

/** The four bail facts, each under the seat that enters it; never one from another. */
export const BailFacts = ({ docket, before }: { docket: DocketView; before: DocketView | undefined }) => {
  const { bail } = docket
  const four: FourFact[] = [
    { key: 'request', title: words.request, owner: 'prosecutor', text: <AskText ask={bail.request} /> },
    {
      key: 'defenseRequest',
      title: words.defenseRequest,
      owner: 'defense',
      text: <AskText ask={bail.defenseRequest} />,
    },
    { key: 'guideline', title: words.guideline, owner: 'court', text: <AskText ask={bail.guideline} /> },
    { key: 'order', title: words.order, owner: 'court', text: <OrderText docket={docket} /> },
  ]
  const isChanged = (key: keyof Bail) => before !== undefined && !saysTheSame(before.bail[key], bail[key])
  return (
    <div className="record-bail">
      {four.map(({ key, title, owner, text }) => (
        <section
          key={key}
          aria-label={title}
          className={`record-bail__fact${isChanged(key) ? ' record-bail__fact--changed' : ''}`}
        >
          <h4>
            {title} <Owner party={owner} />{' '}
            {isChanged(key) && (
              <span className="record-changed">
                <span aria-hidden="true">◆ </span>
                {recordWords.asOf.marked}
              </span>
            )}
          </h4>
          {text}
        </section>
      ))}
    </div>
  )
}
