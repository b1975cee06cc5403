import './orders.css'
import { listLitigationHolds, viewArrest } from '@pars/contract'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall } from '../api.ts'
import { useMe } from '../me.ts'
import { nameOf } from '../record/person-of.ts'
import { purposeOf } from '../record/purpose-of.ts'
import { Gate } from '../shell/gate.tsx'
import { Button, Loading, Page, Problem } from '../ui/ui.ts'
import { orderWords } from '../words/orders.ts'
import { EndHoldDialog, SetHoldDialog } from './hold-dialogs.tsx'
import { HoldsTable } from './holds-table.tsx'
import { OrderForm } from './order-form.tsx'

const { record: words } = orderWords

const Holds = ({ arrestId }: { arrestId: string }) => {
  const { data, problem, reload } = useCall(listLitigationHolds, { query: { arrestId } })
  const [open, setOpen] = useState<'set' | { holdId: string; matter: string }>()
  const close = () => setOpen(undefined)
  return (
    <section className="orders-part">
      <h2>{orderWords.holds.title}</h2>
      {problem && <Problem problem={problem} onReload={() => void reload()} />}
      {data ? <HoldsTable holds={data.holds} onEnd={setOpen} withRecord={false} /> : !problem && <Loading />}
      {data?.may.includes('litigation-hold.set') && (
        <div className="pars-acts">
          <Button look="outline" onClick={() => setOpen('set')}>
            {words.hold.title}
          </Button>
        </div>
      )}
      {open === 'set' && <SetHoldDialog arrestId={arrestId} onClose={close} />}
      {typeof open === 'object' && <EndHoldDialog {...open} onClose={close} />}
    </section>
  )
}

const Asked = ({ arrestId }: { arrestId: string }) => {
  const me = useMe()
  const query = purposeOf(me.account?.party, undefined, undefined)
  const { data, problem, reload } = useCall(viewArrest, { params: { arrestId }, query, enabled: !me.isLoading })
  const said = problem && <Problem problem={problem} onReload={() => void reload()} />
  if (!data || problem) return <Page title={words.tab}>{said ?? <Loading />}</Page>
  return (
    <Page title={words.title(nameOf(data.report))} tab={words.tab}>
      {me.may('record-order.enter') ? <OrderForm record={data} /> : <p>{words.onlyCourt}</p>}
      <Holds arrestId={arrestId} />
      <Link to="/arrests/$arrestId" params={{ arrestId }} className="usa-link">
        {words.back}
      </Link>
    </Page>
  )
}

/** What a court orders about one record, and what keeps it from destruction. */
export const RecordOrdersScreen = () => {
  const { arrestId } = useParams({ from: '/arrests/$arrestId/orders' })
  return (
    <Gate
      permissions={['record-order.enter', 'litigation-hold.set']}
      screen={orderWords.plain}
      chair={orderWords.chair}
    >
      <Asked key={arrestId} arrestId={arrestId} />
    </Gate>
  )
}
