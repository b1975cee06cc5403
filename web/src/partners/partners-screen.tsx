import './partners.css'
import { type AnswerOf, listPartners } from '@pars/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall } from '../api.ts'
import { useMe } from '../me.ts'
import { Gate } from '../shell/gate.tsx'
import { Button, ColumnHeads, Empty, Loading, Mark, Page, Problem } from '../ui/ui.ts'
import { partnerWords as words } from '../words/partners.ts'
import { PartnerDialog } from './register-dialogs.tsx'

type Partner = AnswerOf<typeof listPartners>['partners'][number]

const Line = ({ partner }: { partner: Partner }) => (
  <tr>
    <th scope="row">
      <Link to="/partners/$partnerId" params={{ partnerId: partner.partnerId }} data-row>
        {partner.name}
      </Link>
    </th>
    <td data-label={words.columns.code}>{partner.code}</td>
    <td data-label={words.columns.ori}>{partner.ori ?? ''}</td>
    <td data-label={words.columns.units}>
      {partner.units.length === 0 && words.units(0)}
      {partner.units.map(unit => (
        <span key={unit.unitId} className="partners-unit">
          {unit.name} {unit.stopped && <Mark tone="held" words={words.stopped} />}
        </span>
      ))}
    </td>
    <td data-label={words.columns.agreements}>
      {partner.agreements.map(agreement => (
        <Link
          key={agreement.agreementId}
          to="/agreements/$agreementId"
          params={{ agreementId: agreement.agreementId }}
          className="partners-unit"
        >
          {agreement.code}
        </Link>
      ))}
    </td>
  </tr>
)

const Listed = () => {
  const { may } = useMe()
  const [isAdding, setAdding] = useState(false)
  const { data, problem, reload } = useCall(listPartners)
  const said = problem && <Problem problem={problem} onReload={() => void reload()} />
  if (!data) return <Page title={words.pageTitle}>{said ?? <Loading />}</Page>
  const { partners } = data
  return (
    <Page
      title={words.title(partners.length)}
      tab={words.tab}
      action={may('partner.register') && <Button onClick={() => setAdding(true)}>{words.add}</Button>}
    >
      {said}
      <p className="partners-lead">{words.lead}</p>
      {partners.length === 0 ? (
        <Empty title={words.empty}>{words.emptyDetail}</Empty>
      ) : (
        <table className="pars-table">
          <caption className="usa-sr-only">{words.pageTitle}</caption>
          <ColumnHeads of={words.columns} />
          <tbody>
            {partners.map(partner => (
              <Line key={partner.partnerId} partner={partner} />
            ))}
          </tbody>
        </table>
      )}
      {isAdding && <PartnerDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}

/** The outside agencies that may ask under an agreement, or could. */
export const PartnersScreen = () => (
  <Gate permissions={['partner.view']} screen={words.pageTitle} chair={words.chair}>
    <Listed />
  </Gate>
)
