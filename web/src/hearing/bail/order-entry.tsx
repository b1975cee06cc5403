import { bailReasons } from '@pars/domain'
import { choicesOf } from '../../form/choices-of.ts'
import { Checkbox, Checkboxes, Radios, TextArea, TextInput } from '../../ui/ui.ts'
import { hearingWords } from '../../words/hearing.ts'
import { useHearing } from '../hearing-context.ts'
import { Panel } from '../panel.tsx'
import { ConditionRows } from './condition-rows.tsx'
import { withDanger } from './read-order.ts'
import { isDeposited } from './read-terms.ts'
import { TermsInputs } from './terms-inputs.tsx'

const { bail, order: words, reasons: reasonWords } = hearingWords
const decisions = choicesOf({ set: words.set, refuse: words.refuse })

const Ability = () => {
  const { form, set } = useHearing()
  const { abilityToPay, abilityNote, types } = form.order
  if (!isDeposited(types)) return null
  return (
    <div className="hearing-ability">
      <Checkbox
        pointer="/abilityToPayConsidered"
        words={words.abilityToPay}
        checked={abilityToPay}
        onChange={value => set('order', { abilityToPay: value })}
      />
      {abilityToPay && (
        <TextInput
          label={words.abilityNote}
          pointer="/abilityToPayNote"
          value={abilityNote}
          onChange={value => set('order', { abilityNote: value })}
        />
      )}
    </div>
  )
}

const Terms = () => {
  const { form, set, record } = useHearing()
  return (
    <>
      <TermsInputs fields={form.order} onChange={change => set('order', change)} />
      <Ability />
      {record.report.domesticViolence && (
        <div className="hearing-indent">
          <Checkbox
            pointer="/dangerFound"
            words={words.danger}
            checked={form.order.danger}
            onChange={danger => set('order', withDanger(form.order, danger))}
          />
        </div>
      )}
    </>
  )
}

const Reasons = () => {
  const { form, set } = useHearing()
  const { reasons, reasonNote } = form.order
  return (
    <>
      <Checkboxes
        label={words.reasons}
        pointer="/reasons"
        value={reasons}
        onChange={value => set('order', { reasons: value })}
        choices={bailReasons.map(reason => ({ value: reason, words: reasonWords[reason] }))}
        inline
      />
      <TextArea
        label={words.reasonNote}
        pointer="/reasonNote"
        rows={1}
        value={reasonNote}
        onChange={value => set('order', { reasonNote: value })}
      />
    </>
  )
}

const Decision = () => {
  const { form, set } = useHearing()
  return (
    <div className="hearing-nolegend">
      <Radios
        label={words.kind}
        pointer="/kind"
        value={form.order.decision}
        choices={decisions}
        onChange={decision => set('order', { decision })}
        inline
      />
    </div>
  )
}

/** The magistrate's order on this docket. */
export const OrderEntry = () => {
  const { form, docket } = useHearing()
  const isDischarge = docket.arraignment === null && form.arraignment.probableCause === 'not-found'
  if (isDischarge)
    return (
      <Panel title={bail.order} owner="court" className="hearing-order">
        <p className="hearing-fact">{words.noneAfterDischarge}</p>
      </Panel>
    )
  const isSetting = form.order.decision === 'set'
  return (
    <Panel title={bail.order} owner="court" className="hearing-order" aside={<Decision />}>
      {!isSetting && <p className="hearing-fact">{words.refuseNeeds}</p>}
      {isSetting && <Terms />}
      <Reasons />
      {isSetting && <ConditionRows />}
    </Panel>
  )
}
