import './readers.css'
import { viewArrest } from '@pars/contract'
import { instantOf } from '@pars/domain'
import { Link, useParams } from '@tanstack/react-router'
import { useCall } from '../api.ts'
import { useCityMinute } from '../clock.ts'
import { useMe } from '../me.ts'
import { nameOf } from '../record/person-of.ts'
import { purposeOf } from '../record/purpose-of.ts'
import { Gate } from '../shell/gate.tsx'
import { Loading, Page, Problem } from '../ui/ui.ts'
import { readersWords as words } from '../words/readers.ts'
import { eyesOn } from './eyes.ts'
import { ReadersTable } from './readers-table.tsx'
import { useAgreed } from './use-agreed.ts'

const Asked = ({ arrestId }: { arrestId: string }) => {
  const { account } = useMe()
  const now = instantOf(useCityMinute())
  const { data: record, problem } = useCall(viewArrest, { params: { arrestId }, query: purposeOf(account?.party) })
  const { agreed, problem: listProblem } = useAgreed()
  const said = problem ?? listProblem
  if (!record || !agreed) return <Page title={words.pageTitle}>{said ? <Problem problem={said} /> : <Loading />}</Page>
  const eyes = eyesOn(record, agreed, now)
  const partners = eyes.slice(4).filter(({ nothing }) => nothing === null).length
  return (
    <Page
      title={words.title(nameOf(record.report), partners)}
      tab={words.tab}
      tools={
        <Link to="/arrests/$arrestId" params={{ arrestId }}>
          {words.back}
        </Link>
      }
    >
      <p className="readers-lead">
        {words.lead} {agreed.length === 0 && words.none}
      </p>
      <ReadersTable eyes={eyes} />
      <p className="readers-note">{words.note}</p>
    </Page>
  )
}

/** Who sees this person today: the same record through the eyes of each who may read it, and of each partner in force. */
export const ReadersScreen = () => {
  const { arrestId } = useParams({ from: '/arrests/$arrestId/readers' })
  return (
    <Gate permissions={['agreement.view']} screen={words.pageTitle} chair={words.chair}>
      <Asked key={arrestId} arrestId={arrestId} />
    </Gate>
  )
}
