import './partners.css'
import { viewPartner } from '@pars/contract'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall } from '../api.ts'
import { useMe } from '../me.ts'
import { Gate } from '../shell/gate.tsx'
import { Button, Loading, Page, Problem } from '../ui/ui.ts'
import { partnerWords as words } from '../words/partners.ts'
import { UnitDialog } from './register-dialogs.tsx'
import { UnitPart } from './unit-part.tsx'

const Opened = ({ partnerId }: { partnerId: string }) => {
  const { may } = useMe()
  const [isAdding, setAdding] = useState(false)
  const { data: partner, problem, reload } = useCall(viewPartner, { params: { partnerId }, every: 10_000 })
  const said = problem && <Problem problem={problem} onReload={() => void reload()} />
  if (!partner) return <Page title={words.pageTitle}>{said ?? <Loading />}</Page>
  return (
    <Page
      title={words.onePartner(partner.name, partner.units.length)}
      tab={partner.name}
      action={may('unit.register') && <Button onClick={() => setAdding(true)}>{words.unit.add}</Button>}
      tools={
        <>
          <span className="partners-quiet">
            {partner.code} {partner.ori}
          </span>
          {partner.agreements.map(agreement => (
            <Link
              key={agreement.agreementId}
              to="/agreements/$agreementId"
              params={{ agreementId: agreement.agreementId }}
            >
              {agreement.code}
            </Link>
          ))}
          <Link to="/partners">{words.back}</Link>
        </>
      }
    >
      {said}
      {partner.units.map(unit => (
        <UnitPart key={unit.unitId} unit={unit} />
      ))}
      {isAdding && <UnitDialog partnerId={partnerId} onClose={() => setAdding(false)} />}
    </Page>
  )
}

/** One outside agency: its units, who decided their status, its officers, keys and switches. */
export const PartnerScreen = () => {
  const { partnerId } = useParams({ from: '/partners/$partnerId' })
  return (
    <Gate permissions={['partner.view']} screen={words.pageTitle} chair={words.chair}>
      <Opened key={partnerId} partnerId={partnerId} />
    </Gate>
  )
}
