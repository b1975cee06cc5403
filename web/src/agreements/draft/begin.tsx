import { type AnswerOf, listPartners } from '@pars/contract'
import type { TemplateName, UnitTerm } from '@pars/terms'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useCall } from '../../api.ts'
import { choicesOf } from '../../form/choices-of.ts'
import { Button, Empty, Form, Loading, Problem, Radios, Select } from '../../ui/ui.ts'
import { draftWords } from '../../words/draft.ts'
import { beginFrom, type Draft } from './draft-state.ts'
import { usePartnerUnits } from './use-partner-units.ts'

const words = draftWords.begin
type Partner = AnswerOf<typeof listPartners>['partners'][number]

const Choose = ({ partners, onBegin }: { partners: readonly Partner[]; onBegin: (draft: Draft) => void }) => {
  const [partnerId, setPartnerId] = useState(partners.length === 1 ? (partners[0]?.partnerId ?? '') : '')
  const [template, setTemplate] = useState<TemplateName>('one-person-at-a-time')
  const partner = partners.find(each => each.partnerId === partnerId)
  const units: UnitTerm[] | undefined = usePartnerUnits(partner?.partnerId)
  const begin = () => {
    if (partner && units) onBegin(beginFrom(template, { partnerId, partner: partner.name, units }))
  }
  return (
    <Form onSubmit={begin} label={draftWords.pageTitle}>
      <Select
        label={words.partner}
        pointer="/partnerId"
        value={partnerId}
        empty={words.choosePartner}
        choices={partners.map(each => ({ value: each.partnerId, words: each.name }))}
        onChange={setPartnerId}
      />
      <Radios
        label={words.template}
        pointer="/template"
        value={template}
        choices={choicesOf(words.templates)}
        onChange={setTemplate}
      />
      <div className="pars-acts">
        <Button type="submit" isRunning={false}>
          {words.begin}
        </Button>
      </div>
    </Form>
  )
}

/** A new agreement begins with a partner and a template. */
export const Begin = ({ onBegin }: { onBegin: (draft: Draft) => void }) => {
  const { data, problem, reload } = useCall(listPartners)
  if (!data) return problem ? <Problem problem={problem} onReload={() => void reload()} /> : <Loading />
  if (data.partners.length === 0)
    return (
      <Empty title={words.noPartner}>
        <Link to="/partners" className="usa-button">
          {words.toPartners}
        </Link>
      </Empty>
    )
  return <Choose partners={data.partners} onBegin={onBegin} />
}
