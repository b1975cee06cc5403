import './orders.css'
import { type AnswerOf, listLitigationHolds, listRecipients, listRecordOrders } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useCall } from '../api.ts'
import { formatDateTime, formatPlainDate } from '../format.ts'
import { useMe } from '../me.ts'
import { Gate } from '../shell/gate.tsx'
import { Empty, Loading, Mark, Page, Problem } from '../ui/ui.ts'
import { orderShortWords, orderWords, standingWords } from '../words/orders.ts'
import { EndHoldDialog } from './hold-dialogs.tsx'
import { HoldsTable } from './holds-table.tsx'
import { RecipientsTable } from './recipients-table.tsx'

const { orders: words } = orderWords
const { columns } = words
type Order = AnswerOf<typeof listRecordOrders>['orders'][number]

const OrdersTable = ({ orders }: { orders: readonly Order[] }) =>
  orders.length === 0 ? (
    <Empty title={words.empty}>{words.emptyDetail}</Empty>
  ) : (
    <table className="pars-table">
      <caption className="usa-sr-only">{words.caption}</caption>
      <thead>
        <tr>
          {[columns.standing, columns.what, columns.person, columns.number, columns.entered].map(column => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {orders.map(order => (
          <tr key={order.orderId}>
            <td>
              <Mark {...standingWords[order.standing]} />
            </td>
            <td>
              {orderShortWords[order.act]}, {order.charges === null ? words.whole : words.charges(order.charges)}
            </td>
            <td data-label={columns.person}>{order.person ?? words.erased}</td>
            <th scope="row">
              <Link
                to="/orders/$orderId"
                params={{ orderId: order.orderId }}
                className="usa-link"
                aria-label={words.open(order.orderNumber)}
              >
                {order.orderNumber}
              </Link>
              , {formatPlainDate(order.orderedOn)}
            </th>
            <td data-label={columns.entered}>
              {order.entered.madeBy}, {formatDateTime(order.entered.madeAt)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )

interface PartProps {
  title: string
  asked: Pick<ReturnType<typeof useCall>, 'data' | 'problem' | 'reload'>
  children: ReactNode
}
const Part = ({ title, asked, children }: PartProps) => (
  <section className="orders-part">
    <h2>{title}</h2>
    {asked.problem && <Problem problem={asked.problem} onReload={() => void asked.reload()} />}
    {asked.data !== undefined && children}
  </section>
)

const Parts = () => {
  const { may } = useMe()
  const orders = useCall(listRecordOrders, { every: 15_000, enabled: may('record-order.view') })
  const recipients = useCall(listRecipients, { every: 60_000, enabled: may('recipient.view') })
  const holds = useCall(listLitigationHolds, { every: 60_000, enabled: may('litigation-hold.view') })
  const [ending, setEnding] = useState<{ holdId: string; matter: string }>()
  if ([orders, recipients, holds].some(({ isLoading }) => isLoading))
    return (
      <Page title={orderWords.plain} tab={orderWords.tab}>
        <Loading />
      </Page>
    )
  const waiting = (orders.data?.orders ?? []).filter(order => order.may.length > 0).length
  const overdue = (recipients.data?.recipients ?? []).filter(recipient => recipient.overdue).length
  return (
    <Page title={orderWords.title(waiting, overdue)} tab={orderWords.tab}>
      {may('record-order.view') && (
        <Part title={words.title} asked={orders}>
          <OrdersTable orders={orders.data?.orders ?? []} />
        </Part>
      )}
      {may('recipient.view') && (
        <Part title={orderWords.recipients.title} asked={recipients}>
          <RecipientsTable recipients={recipients.data?.recipients ?? []} />
        </Part>
      )}
      {may('litigation-hold.view') && (
        <Part title={orderWords.holds.title} asked={holds}>
          <HoldsTable holds={holds.data?.holds ?? []} onEnd={setEnding} withRecord={may('arrest.view')} />
        </Part>
      )}
      {ending && <EndHoldDialog {...ending} onClose={() => setEnding(undefined)} />}
    </Page>
  )
}

/** Orders about records, who was told of them, and what is kept from destruction. */
export const OrdersScreen = () => (
  <Gate
    permissions={['record-order.view', 'recipient.view', 'litigation-hold.view']}
    screen={orderWords.plain}
    chair={orderWords.chair}
  >
    <Parts />
  </Gate>
)
