import { formatTime } from '../../format.ts'
import { Mark } from '../../ui/ui.ts'
import { hearingWords } from '../../words/hearing.ts'
import { useHearing } from '../hearing-context.ts'
import type { Docket } from '../hearing-facts.ts'
import { Panel } from '../panel.tsx'

const { bail, order: words, reasons: reasonWords, conditions: kinds, act } = hearingWords

type Order = NonNullable<Docket['bail']['order']>

const Conditions = ({ order }: { order: Order }) =>
  order.conditions.length === 0 ? null : (
    <>
      <h3 className="hearing-label">{words.conditions}</h3>
      <ol className="hearing-conditions__text">
        {order.conditions.map(({ kind, text }) => (
          <li key={`${kind} ${text}`}>
            <strong>{kinds[kind]}:</strong> {text}
          </li>
        ))}
      </ol>
    </>
  )

const Grounds = ({ order }: { order: Order }) => (
  <dl className="hearing-facts">
    {order.reasons.length > 0 && (
      <>
        <dt>{words.reasons}</dt>
        <dd>{order.reasons.map(reason => reasonWords[reason]).join(', ')}</dd>
      </>
    )}
    {order.reasonNote && (
      <>
        <dt>{words.reasonNote}</dt>
        <dd>{order.reasonNote}</dd>
      </>
    )}
    {order.types.includes('monetary') && (
      <>
        <dt>{words.abilityToPayTitle}</dt>
        <dd>{order.abilityToPayNote ?? words.abilityToPay}</dd>
      </>
    )}
    {order.dangerFound && (
      <>
        <dt>{words.dangerTitle}</dt>
        <dd>{words.danger}</dd>
      </>
    )}
  </dl>
)

/** The order as text: once it is made, and for everybody who does not make it. */
export const OrderText = () => {
  const { docket } = useHearing()
  const { order } = docket.bail
  const isDischarged = docket.arraignment?.probableCause === 'not-found'
  return (
    <Panel title={bail.order} owner="court" className="hearing-order">
      {isDischarged && <Mark tone="free" words={act.discharged} />}
      {!isDischarged && !order && <p className="hearing-quiet">{bail.waits}</p>}
      {order && (
        <>
          <p className="hearing-fact hearing-fact--big">
            <Mark tone={order.words.startsWith('RELEASE') ? 'free' : 'held'} words={order.words} />
          </p>
          <div className="hearing-order__parts">
            <div>
              <Conditions order={order} />
              <p className="hearing-quiet">{bail.by(order.madeBy, formatTime(order.madeAt))}</p>
            </div>
            <Grounds order={order} />
          </div>
        </>
      )}
    </Panel>
  )
}
