import '../agreements.css'
import { listAgreements } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { useCall } from '../../api.ts'
import { useMe } from '../../me.ts'
import { Gate } from '../../shell/gate.tsx'
import { Empty, Loading, Page, Problem } from '../../ui/ui.ts'
import { agreementWords } from '../../words/agreements.ts'
import { AgreementsTable } from './agreements-table.tsx'
import { agreementGroups, agreementsOf } from './group-agreements.ts'

const words = agreementWords.list

const DraftLink = () => {
  const { may } = useMe()
  if (!may('terms.draft')) return null
  return (
    <Link to="/agreements/draft" className="usa-button">
      {words.draft}
    </Link>
  )
}

const OtherLists = () => (
  <ul className="agreements-links">
    <li>
      <Link to="/partners">{words.links.partners}</Link>
    </li>
    <li>
      <Link to="/seat-keys">{words.links.keys}</Link>
    </li>
    <li>
      <Link to="/legal-constraints">{words.links.laws}</Link>
    </li>
    <li>
      <a href="/public">{words.links.register}</a>
    </li>
  </ul>
)

const Listed = () => {
  const { data, problem, reload } = useCall(listAgreements, { every: 10_000 })
  const said = problem && <Problem problem={problem} onReload={() => void reload()} />
  if (!data) return <Page title={agreementWords.pageTitle}>{said ?? <Loading />}</Page>
  const { agreements } = data
  const inForce = agreements.filter(({ standing }) => standing === 'in-force').length
  const votes = agreements.reduce((sum, { openResolutions }) => sum + openResolutions, 0)
  return (
    <Page title={words.title(inForce, votes)} tab={agreementWords.tab} action={<DraftLink />}>
      {said}
      {agreements.length === 0 && <Empty title={words.empty}>{words.emptyDetail}</Empty>}
      {agreementGroups.map(group => (
        <AgreementsTable key={group} group={group} rows={agreementsOf(agreements, group)} />
      ))}
      <OtherLists />
    </Page>
  )
}

/** Every agreement with an outside agency: in force with what is left of it, proposed, past. */
export const AgreementsScreen = () => (
  <Gate permissions={['agreement.view']} screen={agreementWords.pageTitle} chair={agreementWords.chair}>
    <Listed />
  </Gate>
)
