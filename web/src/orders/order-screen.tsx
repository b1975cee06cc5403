import './orders.css'
import { type AnswerOf, carryOutRecordOrder, checkRecordOrder, viewRecordOrder } from '@pars/contract'
import type { RejectionReason } from '@pars/domain'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type FieldError, useAct, useCall } from '../api.ts'
import { showDone } from '../done.ts'
import { choicesOf } from '../form/choices-of.ts'
import { formatDateTime, formatPlainDate } from '../format.ts'
import { Gate } from '../shell/gate.tsx'
import { Alert, Button, Dialog, Form, Loading, Mark, Page, Problem, Select } from '../ui/ui.ts'
import {
  groundWords,
  orderShortWords,
  orderWords,
  readerWords,
  rejectionWords,
  standingWords,
} from '../words/orders.ts'
import { partyWords } from '../words/words.ts'
import { RecipientsTable } from './recipients-table.tsx'

const { order: words, orders: listWords } = orderWords
type Order = AnswerOf<typeof viewRecordOrder>

const Facts = ({ order }: { order: Order }) => {
  const scope = order.charges === null ? listWords.whole : listWords.charges(order.charges)
  const facts: [string, string][] = [
    [words.number, order.orderNumber],
    [words.on, formatPlainDate(order.orderedOn)],
    [words.judge, order.judge],
    [words.law, groundWords[order.ground]],
    [words.scope, `${order.person ?? listWords.erased}, ${scope}`],
    ...(order.act === 'seal' && order.readers.length > 0
      ? ([[words.readers, order.readers.map(reader => readerWords[reader]).join(', ')]] as [string, string][])
      : []),
    [words.entered, words.by(order.entered.madeBy, formatDateTime(order.entered.madeAt))],
    ...(order.checked
      ? ([
          [
            order.checked.decision === 'verified' ? words.verified : words.rejected,
            words.by(order.checked.madeBy, formatDateTime(order.checked.madeAt)),
          ],
        ] as [string, string][])
      : []),
    ...(order.checked?.reason
      ? ([[words.rejectDialog.reason, rejectionWords[order.checked.reason as RejectionReason]]] as [string, string][])
      : []),
  ]
  return (
    <section className="orders-part">
      <h2>{words.facts}</h2>
      <dl className="orders-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Done = ({ order: { act, charges, done } }: { order: Order }) =>
  done && (
    <section className="orders-part">
      <h2>{words.done}</h2>
      <p>
        {words.by(done.madeBy, formatDateTime(done.madeAt))}; {words.entry(done.number)}
      </p>
      {act === 'expunge' && (
        <ul>
          <li>{words.slots(done.slots)}</li>
          <li>{words.rows(done.rows)}</li>
          <li>{words.papers(done.papers)}</li>
          <li>{words.proofs}</li>
          {charges !== null && <li>{words.freeText}</li>}
        </ul>
      )}
    </section>
  )

const RejectDialog = ({ orderId, onClose }: { orderId: string; onClose: () => void }) => {
  const [reason, setReason] = useState<RejectionReason | ''>('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(checkRecordOrder, ({ receipt }) => {
    showDone({ words: words.rejectedDone, receipt })
    onClose()
  })
  const send = () => {
    setErrors(reason === '' ? [{ pointer: '/reason', message: words.rejectDialog.choose }] : [])
    if (reason !== '') act.run({ params: { orderId }, body: { decision: 'rejected', reason } })
  }
  return (
    <Dialog title={words.rejectDialog.title} onClose={onClose}>
      <Form onSubmit={send} errors={errors} problem={act.problem}>
        <Select
          label={words.rejectDialog.reason}
          pointer="/reason"
          value={reason}
          empty={words.rejectDialog.choose}
          choices={choicesOf(rejectionWords)}
          onChange={setReason}
        />
        <div className="pars-acts">
          <Button type="submit" look="danger" isRunning={act.isRunning}>
            {words.rejectDialog.send}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {words.confirm.back}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

const CarryOutDialog = ({ order, onClose }: { order: Order; onClose: () => void }) => {
  const act = useAct(carryOutRecordOrder, ({ receipt, told }) => {
    showDone({ words: words.carriedOut(told), receipt })
    onClose()
  })
  return (
    <Dialog title={words.confirm.title} onClose={onClose}>
      <p>{words.confirm[order.act]}</p>
      <Form onSubmit={() => act.run({ params: { orderId: order.orderId } })} errors={[]} problem={act.problem}>
        <div className="pars-acts">
          <Button type="submit" look="danger" isRunning={act.isRunning}>
            {words.carryOut}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {words.confirm.back}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

const Acts = ({ order }: { order: Order }) => {
  const [open, setOpen] = useState<'reject' | 'carry-out'>()
  const verify = useAct(checkRecordOrder, ({ receipt }) => showDone({ words: words.verifiedDone, receipt }))
  const close = () => setOpen(undefined)
  const { orderId } = order
  return (
    <>
      {verify.problem && <Problem problem={verify.problem} />}
      {order.may.includes('record-order.check') && (
        <div className="pars-acts">
          <Button
            isRunning={verify.isRunning}
            onClick={() => verify.run({ params: { orderId }, body: { decision: 'verified', reason: null } })}
          >
            {words.verify}
          </Button>
          <Button look="outline" onClick={() => setOpen('reject')}>
            {words.reject}
          </Button>
        </div>
      )}
      {order.may.includes('record-order.carry-out') && (
        <div className="pars-acts">
          <Button look="danger" onClick={() => setOpen('carry-out')}>
            {words.carryOut}
          </Button>
        </div>
      )}
      {open === 'reject' && <RejectDialog orderId={orderId} onClose={close} />}
      {open === 'carry-out' && <CarryOutDialog order={order} onClose={close} />}
    </>
  )
}

const Asked = ({ orderId }: { orderId: string }) => {
  const { data: order, problem, reload } = useCall(viewRecordOrder, { params: { orderId }, every: 15_000 })
  const said = problem && <Problem problem={problem} onReload={() => void reload()} />
  if (!order) return <Page title={orderWords.tab}>{said ?? <Loading />}</Page>
  return (
    <Page
      title={words.title(orderShortWords[order.act], order.orderNumber)}
      tab={orderWords.tab}
      tools={<Mark {...standingWords[order.standing]} />}
    >
      {said}
      {order.standing !== 'carried-out' &&
        order.holds.map(hold => (
          <Alert tone="warning" key={hold.holdId}>
            {words.held(partyWords[hold.seat], hold.matter, hold.reason)}
          </Alert>
        ))}
      <Acts order={order} />
      <Facts order={order} />
      <Done order={order} />
      {order.done && (
        <section className="orders-part">
          <h2>{orderWords.recipients.title}</h2>
          <RecipientsTable recipients={order.recipients} />
        </section>
      )}
      <Link to="/orders" className="usa-link">
        {words.back}
      </Link>
    </Page>
  )
}

/** One order: how it stands, what it did, who was told. */
export const OrderScreen = () => {
  const { orderId } = useParams({ from: '/orders/$orderId' })
  return (
    <Gate permissions={['record-order.view']} screen={orderWords.plain} chair={orderWords.chair}>
      <Asked key={orderId} orderId={orderId} />
    </Gate>
  )
}
