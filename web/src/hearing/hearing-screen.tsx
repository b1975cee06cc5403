import './hearing.css'
import { type AnswerOf, viewHearing } from '@pars/contract'
import type { Party } from '@pars/domain'
import { useParams } from '@tanstack/react-router'
import { useCall } from '../api.ts'
import { useArrestChanges } from '../board/use-arrest-changes.ts'
import { useMe } from '../me.ts'
import { Gate } from '../shell/gate.tsx'
import { Loading, Page, Problem } from '../ui/ui.ts'
import { hearingWords } from '../words/hearing.ts'
import { HearingDesk } from './hearing-desk.tsx'

/** Why the reader opens the record: journaled with the access. */
const purposes: Partial<Record<Party, 'charging' | 'court' | 'defense'>> = {
  prosecutor: 'charging',
  court: 'court',
  defense: 'defense',
}

const Known = ({ hearing, onReload }: { hearing: AnswerOf<typeof viewHearing>; onReload: () => void }) => {
  const me = useMe()
  const { record, docket } = hearing
  useArrestChanges({
    arrestId: record.arrestId,
    after: record.journal.latest,
    isAllowed: me.may('board.view'),
    onChange: onReload,
  })
  return <HearingDesk key={docket.docketId} docket={docket} record={record} onReload={onReload} />
}

const Asked = ({ docketId }: { docketId: string }) => {
  const { account } = useMe()
  const purpose = (account && purposes[account.party]) ?? 'own-duty'
  const { data, problem, reload } = useCall(viewHearing, { params: { docketId }, query: { purpose } })
  const onReload = () => void reload()
  if (data?.docket.docketId === docketId) return <Known hearing={data} onReload={onReload} />
  return (
    <Page title={hearingWords.pageTitle}>
      {problem ? <Problem problem={problem} onReload={onReload} /> : <Loading />}
    </Page>
  )
}

/** The hearing at /hearings/dkt_…: the four bail facts, the checklist, the order, on one screen. */
export const HearingScreen = () => {
  const { docketId } = useParams({ strict: false })
  return (
    <Gate permissions={['arrest.view']} screen={hearingWords.pageTitle} chair={hearingWords.chair}>
      <Asked docketId={docketId ?? ''} />
    </Gate>
  )
}
